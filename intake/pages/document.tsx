import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '../../lib/messages/messages.ts'
import { wordsOf } from '../words.ts'
import { STYLE } from './style.ts'

interface DocumentProps {
  readonly locale: Locale
  readonly title: string
  /** A link that reloads the page in the other language; left out where reloading would lose what was filled in. */
  readonly languageLink: boolean
  readonly children: ReactNode
}

/** The frame of every page. It has no script, no image and no second request. */
export function Document({ locale, title, languageLink, children }: DocumentProps): ReactElement {
  const words = wordsOf(locale)
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: a rule for Next.js pages; this is a whole document */}
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; as text, React would escape the quotes */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header className="top">
          <span>{words('page.site')}</span>
          {languageLink && (
            // Relative, so that the page works under any address it is proxied to and need not know its own link.
            <a href={`?lang=${other}`} hrefLang={other} lang={other}>
              {words('page.otherLanguage')}
            </a>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}

export function htmlOf(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
