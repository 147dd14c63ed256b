/**
 * The same report as a web page, for headless Chromium to print: the yardstick. Texts, tables and headings are the same; a chart is a
 * vector drawing with as many marks and labels as the report's. Chromium cannot number the pages of the contents.
 */
import type { Block, FigureBlock } from '../lib/report/blocks.ts'
import type { ReportDocument } from '../lib/report/report-document.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

const row = (cells: readonly string[], tag: string, columns: number) =>
  `<tr>${cells.map((cell) => `<${tag}${cells.length === 1 ? ` colspan="${columns}"` : ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`

function marksOf(block: FigureBlock): string[] {
  switch (block.kind) {
    case 'bar-chart':
      return block.bars.map(({ text, detail }) => `${text} ${detail}`)
    case 'risk-matrix':
      return [...block.points.map(({ text }) => text), ...block.legend]
    case 'cash-flow-chart':
      return block.years.map(({ text }) => text)
    case 'column-chart':
      return block.columns.map(({ text, detail }) => `${text} ${detail}`)
    case 'tornado':
      return block.rows.map(({ text, down, up }) => `${text} ${down.text} ${up.text}`)
    case 'distribution-chart':
      return block.rows.map(({ text, net }) => `${text} ${net.text}`)
    case 'dual-matrix':
      return block.rows.flatMap(({ cells }) => cells.map(({ lines }) => lines.join(' ')))
  }
}

function drawing(block: FigureBlock): string {
  const marks = marksOf(block)
  const shapes = marks.map(
    (words, i) =>
      `<rect x="100" y="${i * 20}" width="${20 + ((i * 37) % 200)}" height="14" fill="#4a6a8a"/><text x="0" y="${i * 20 + 12}" font-size="10">${escaped(words)}</text>`,
  )
  return `<figure><svg viewBox="0 0 400 ${marks.length * 20}" role="img" aria-label="${escaped(block.alt).replaceAll('"', '&quot;')}">${shapes.join('')}</svg><figcaption>${escaped(block.caption)}</figcaption></figure>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph': {
      const words = block.runs
        .map((run) => escaped(typeof run === 'string' ? run : (run.text ?? '')))
        .join('')
      return `<p>${words}</p>${block.footnote ? `<p><small>${escaped(block.footnote)}</small></p>` : ''}`
    }
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'table':
      return `<table><caption>${escaped(block.caption)}</caption><thead>${row(
        block.columns.map(({ head }) => head),
        'th',
        block.columns.length,
      )}</thead><tbody>${block.rows.map((cells) => row(cells, 'td', block.columns.length)).join('')}</tbody></table>`
    case 'facts':
      return `<table>${block.rows.map(({ label, value }) => row([label, value], 'td', 2)).join('')}</table>`
    case 'signatures':
      return `<table>${row(block.heads, 'th', block.heads.length)}</table>`
    case 'missing':
      return `<p>${escaped(block.text)}</p>`
    default:
      return drawing(block)
  }
}

export function reportHtml(document: ReportDocument): string {
  const contents = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [`<li>${escaped(block.text)}</li>`] : [],
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{font:16pt/28pt "Noto Serif SC",serif}
table{border-collapse:collapse;width:100%;font-size:11pt;line-height:16pt}
td,th{border:.5pt solid #444;padding:3pt 5pt}
thead{display:table-header-group}
h1{break-before:page}
</style><h1>${escaped(document.title)}</h1><ol>${contents.join('')}</ol>${document.blocks.map(blockHtml).join('')}</html>`
}
