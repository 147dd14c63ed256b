import type { ReactElement } from 'react'
import type { Locale } from '../../lib/messages/messages.ts'
import { groupsOf } from '../receipt.ts'
import { wordsOf } from '../words.ts'
import { Document } from './document.tsx'

interface ReceiptPageProps {
  readonly locale: Locale
  readonly receipt: string
  /** The same form had been received before. */
  readonly again: boolean
}

export function ReceiptPage({ locale, receipt, again }: ReceiptPageProps): ReactElement {
  const words = wordsOf(locale)
  const groups = groupsOf(receipt)
  return (
    // The language link would drop `again`; the form was already answered in the language of choice.
    <Document locale={locale} title={words('done.title')} languageLink={false}>
      <h1>{words('done.title')}</h1>
      <section className="card ok">
        <p>{words('done.thanks')}</p>
        {again && <p>{words('done.again')}</p>}
        <h2>{words('done.receipt')}</h2>
        <p className="code">
          {groups.map((group, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups of one receipt may repeat and never move
            <span key={i}>{i < groups.length - 1 ? `${group}-` : group}</span>
          ))}
        </p>
        <p className="noprint">{words('done.print')}</p>
      </section>
      <section className="card">
        <h2>{words('done.useHeading')}</h2>
        <p>{words('done.use')}</p>
        <h2>{words('done.limitHeading')}</h2>
        <p>{words('done.limit')}</p>
      </section>
      <p className="noprint">{words('done.leave')}</p>
    </Document>
  )
}
