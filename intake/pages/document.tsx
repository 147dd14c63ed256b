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
  /** Languages the page can be reloaded in, where there are others than our own. */
  readonly languages?: readonly string[]
  /** Address of the page's script, where it has one. */
  readonly script?: string
  readonly children: ReactNode
}

/** A language by its own name, for those who read no other; of Chinese the script is what tells apart, not the country. */
const ownName = (tag: string) =>
  new Intl.DisplayNames([tag], { type: 'language' }).of(tag === 'zh-CN' ? 'zh-Hans' : tag) ?? tag

/** The frame of every page. It has no image and, but for a script that it does without, no second request. */
export function Document(props: DocumentProps): ReactElement {
  const { locale, title, languageLink, script, children } = props
  const words = wordsOf(locale)
  const { languages = [locale === 'en' ? 'zh-CN' : 'en'] } = props
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
            <nav aria-label={words('page.languages')}>
              {languages.map((tag) => (
                // Relative, so that the page works under any address it is proxied to and need not know its own link.
                <a key={tag} href={`?lang=${tag}`} hrefLang={tag} lang={tag} dir="auto">
                  {ownName(tag)}
                </a>
              ))}
            </nav>
          )}
        </header>
        <main>{children}</main>
        {script && <script src={script} defer />}
      </body>
    </html>
  )
}

export function htmlOf(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
