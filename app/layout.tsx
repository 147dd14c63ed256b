import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentLocale, messagesOf } from './_server/locale.ts'
import { translator } from './_server/translate.ts'
import { WorkbenchProviders } from './providers.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('workbench')
  return {
    title: { default: t('brand'), template: `%s · ${t('brand')}` },
    icons: '/icon.svg',
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { themeColor: '#10434a' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  return (
    <html lang={locale} data-mantine-color-scheme="light">
      <body>
        <WorkbenchProviders locale={locale} messages={messagesOf(locale)} now={new Date()}>
          {children}
        </WorkbenchProviders>
      </body>
    </html>
  )
}
