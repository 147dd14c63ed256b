import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { bundle as en } from '../../lib/messages/en/bundle.ts'
import type { Locale, Messages } from '../../lib/messages/messages.ts'
import { bundle as zhCN } from '../../lib/messages/zh-CN/bundle.ts'
import { Document } from '../pages/document.tsx'

export const bundleWords = (locale: Locale): Messages<typeof zhCN> => (locale === 'en' ? en : zhCN)

/** What only this page needs; its digest lets it through the page's policy. */
export const BUNDLE_STYLE = `
.drop{border:2px dashed #6b7d86;text-align:center;padding:24px 16px}
.drop.over{background:#e3f0ec;border-color:#0b4f71}
.drop label{display:block;font-weight:700;margin-bottom:.6rem}
.drop input{max-width:100%;min-height:44px;font:inherit}
.verdict{border:2px solid;border-radius:8px;padding:16px;font-size:1.111rem}
.verdict.ok{background:#e3f0ec;border-color:#1d6b4f;color:#0f3d2c}
.verdict.bad{background:#fbe9e7;border-color:#9c2b1f;color:#6d1a11}
.verdict.warn{background:#fdf3e0;border-color:#8a5a00;color:#4f3400}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.833rem;width:100%}
th,td{border-bottom:1px solid #d3dadb;padding:6px 8px;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}
td.path,ul.path{font-family:ui-monospace,Menlo,Consolas,monospace;word-break:break-all;font-size:.833rem}
tr.differs td{background:#fbe9e7;font-weight:700}
summary{cursor:pointer;min-height:44px;line-height:44px;font-weight:700}
`
export const BUNDLE_STYLE_SOURCE = `'sha256-${createHash('sha256').update(BUNDLE_STYLE).digest('base64')}'`

/** `<` would end the element it stands in. */
const asData = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Where a bundle is recomputed: the page itself is only the frame, the work is done by its script, on the visitor's device. */
export function BundleDocument({ locale, script }: { locale: Locale; script: string }): ReactElement {
  const words = bundleWords(locale)
  return (
    <Document locale={locale} title={words.title} languageLink>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; as text, React would escape the quotes */}
      <style dangerouslySetInnerHTML={{ __html: BUNDLE_STYLE }} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>
        <b>{words.private}</b>
      </p>
      <noscript>
        <p className="card">{words.needScript}</p>
      </noscript>
      <div id="area" className="card drop" hidden>
        <label htmlFor="bundle">{words.choose}</label>
        <input id="bundle" type="file" accept=".zip,application/zip" />
        <p>{words.drop}</p>
      </div>
      <div id="result" role="status" aria-live="polite" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words as data; as text, React would escape the quotes */}
      <script id="words" type="application/json" dangerouslySetInnerHTML={{ __html: asData(words) }} />
      <script src={script} defer />
    </Document>
  )
}
