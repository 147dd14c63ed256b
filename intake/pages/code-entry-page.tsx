import type { ReactElement } from 'react'
import type { Locale } from '../../lib/messages/messages.ts'
import { wordsOf } from '../words.ts'
import { Document } from './document.tsx'

interface CodeEntryPageProps {
  readonly locale: Locale
  /** What was typed and is no code; null before. */
  readonly typed: string | null
}

export function CodeEntryPage({ locale, typed }: CodeEntryPageProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words('codeEntry.title')} languageLink={typed === null}>
      <h1>{words('codeEntry.title')}</h1>
      <p>{words('codeEntry.lead')}</p>
      {typed !== null && (
        <div className="card faults" role="alert">
          <p>{words('codeEntry.malformed')}</p>
        </div>
      )}
      <form method="post" action={`/c?lang=${locale}`} autoComplete="off">
        <p>
          <label htmlFor="code">{words('codeEntry.label')}</label>
          <br />
          <input
            id="code"
            name="code"
            type="text"
            maxLength={60}
            defaultValue={typed ?? ''}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </p>
        <button type="submit">{words('codeEntry.send')}</button>
      </form>
    </Document>
  )
}
