import type { ReactElement } from 'react'
import { groupsOf } from '../../db/ballot/receipt.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { wordsOf } from '../words.ts'
import { Document } from './document.tsx'
import { QrCode } from './qr-code.tsx'

interface ReceiptPageProps {
  readonly locale: Locale
  readonly receipt: string
  /** The same form had been received before. */
  readonly again: boolean
  /** Where residents reach this server; null where receipts cannot be looked up. */
  readonly site: string | null
}

export function ReceiptPage({ locale, receipt, again, site }: ReceiptPageProps): ReactElement {
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
          {/* Pairs stay together: two even lines on the narrowest screen. */}
          <span>{`${groups.slice(0, 2).join('-')}-`}</span>
          <span>{groups.slice(2).join('-')}</span>
        </p>
        {site !== null && (
          <>
            <QrCode text={`${site}/verify?receipt=${receipt}`} label={words('done.qr')} />
            <p>
              <a href={`/verify?receipt=${receipt}&lang=${locale}`}>{words('done.verify')}</a>
            </p>
          </>
        )}
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
