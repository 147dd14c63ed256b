/**
 * Makes the files that offices go on editing, sends them back, ends: putting hundreds of tables into XML is synchronous and
 * would hold up everybody else's pages. Run through tsx, as the residents' server is.
 */
import type { ReportDocument } from '../../../lib/report/report-document.ts'
import { reportAsDocx } from './docx/document.ts'
import { reportAsWorkbook } from './workbook.ts'

interface Order {
  readonly format: 'docx' | 'xlsx'
  readonly document: ReportDocument
}

async function made({ format, document }: Order) {
  if (format === 'docx') return reportAsDocx(document)
  return { bytes: await reportAsWorkbook(document), warnings: [] }
}

process.once('message', (order: Order) => {
  made(order)
    .catch((error: unknown) => ({ failure: String(error instanceof Error ? error.message : error) }))
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})
