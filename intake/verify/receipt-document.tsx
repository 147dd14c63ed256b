import type { ReactElement } from 'react'
import { groupsOf } from '../../db/ballot/receipt.ts'
import type { FoundReceipt } from '../../db/stores/receipts.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { Document } from '../pages/document.tsx'
import { wordsOf } from '../words.ts'

export type NoReceipt = 'unknown' | 'neither' | 'mistyped'

interface ReceiptDocumentProps {
  readonly locale: Locale
  /** As it was entered; empty before. */
  readonly receipt: string
  /** `unknown`: no survey has it; `neither`: not of the length of a receipt or a code; undefined: nothing was asked. */
  readonly found: FoundReceipt | NoReceipt | undefined
}

/** “Was mine counted?” It answers yes or no with the proof, and never shows what was answered. */
export function ReceiptDocument({ locale, receipt, found }: ReceiptDocumentProps): ReactElement {
  const words = wordsOf(locale)
  return (
    <Document locale={locale} title={words('verify.title')} languageLink>
      <h1>{words('verify.title')}</h1>
      <p>{words('verify.lead')}</p>
      {found !== undefined && (
        <section className={typeof found === 'object' ? 'card ok' : 'card'} role="status">
          {receipt !== '' && <p className="code">{groupsOf(receipt).join('-') || receipt}</p>}
          <p>
            <b>
              {typeof found === 'string'
                ? words(`verify.${found}`)
                : found.state === 'closed'
                  ? words(uncertain(found) ? 'verify.received' : 'verify.counted')
                  : words('verify.open')}
            </b>
          </p>
          {typeof found === 'object' && found.sums && uncertain(found) && (
            <p>
              {words('verify.uncounted', {
                ...found.sums,
                missing: found.sums.receipts - found.sums.counted,
              })}
            </p>
          )}
          {typeof found === 'object' && found.proof && found.root && <Proof locale={locale} found={found} />}
        </section>
      )}
      <form method="post" action={`/verify?lang=${locale}`}>
        <p>
          <label htmlFor="receipt">{words('verify.label')}</label>
          <span className="n">{words('verify.hint')}</span>
          <input
            type="text"
            id="receipt"
            name="receipt"
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </p>
        <button type="submit">{words('verify.send')}</button>
      </form>
      <div className="end">
        <p>
          <a href={`/verify/bundle?lang=${locale}`}>{words('verify.bundle')}</a>
        </p>
        <p>{words('verify.never')}</p>
      </div>
    </Document>
  )
}

/** Fewer answers were counted than receipts given; as nothing leads from one to the other, it may be this one. */
const uncertain = ({ sums }: FoundReceipt) => sums !== null && sums.counted < sums.receipts

/** Everything somebody needs to compute the root without us; the report prints the same root. */
function Proof({ locale, found }: { locale: Locale; found: FoundReceipt }): ReactElement {
  const words = wordsOf(locale)
  const { leaf, proof, root } = found
  return (
    <details>
      <summary>{words('verify.proof.summary')}</summary>
      <p>{words('verify.proof.how')}</p>
      <dl>
        <div className="r">
          <dt>{words('verify.proof.root')}</dt>
          <dd className="digest">{root}</dd>
        </div>
        <div className="r">
          <dt>{words('verify.proof.leaf')}</dt>
          <dd className="digest">{leaf}</dd>
        </div>
        <div className="r">
          <dt>{words('verify.proof.position')}</dt>
          <dd>{words('verify.proof.of', { index: (proof?.index ?? 0) + 1, size: proof?.size ?? 0 })}</dd>
        </div>
        <div className="r">
          <dt>{words('verify.proof.path')}</dt>
          <dd>
            <ol>
              {proof?.path.map((digest) => (
                <li className="digest" key={digest}>
                  {digest}
                </li>
              ))}
            </ol>
          </dd>
        </div>
      </dl>
    </details>
  )
}
