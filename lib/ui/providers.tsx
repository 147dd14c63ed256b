'use client'

import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { type ElementType, type ReactNode, useMemo } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '../messages/messages.ts'
import type { AllMessages } from '../messages/zh-CN.ts'
import { LinkProvider } from './app-link.tsx'
import { UnsavedGuard } from './form/unsaved-guard.tsx'
import { mantineTheme } from './mantine-theme.tsx'

interface ProvidersProps {
  readonly locale: Locale
  readonly messages: AllMessages
  /** The server's clock when the page was made: both sides then render the same. */
  readonly now: Date
  readonly link: ElementType
  readonly children: ReactNode
}

export function Providers({ locale, messages, now, link, children }: ProvidersProps) {
  const { close } = messages.workbench.form
  const theme = useMemo(() => mantineTheme(locale, close), [locale, close])
  return (
    // China has one time zone; a visitor's own must not shift a deadline.
    <IntlProvider locale={locale} messages={messages} now={now} timeZone="Asia/Shanghai">
      <MantineProvider theme={theme} forceColorScheme="light">
        <LinkProvider link={link}>
          <Notifications position="bottom-right" limit={3} />
          <ModalsProvider>
            <UnsavedGuard>{children}</UnsavedGuard>
          </ModalsProvider>
        </LinkProvider>
      </MantineProvider>
    </IntlProvider>
  )
}
