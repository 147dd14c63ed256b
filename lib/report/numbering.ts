/**
 * Numbers for headings, tables and figures, given once the order of a report is known.
 *
 * Chapters are counted 一、（一）、1．as official papers do, tables and figures through the whole report. A reference names
 * the label of a captioned block; one that leads nowhere is a mistake in a chapter and throws.
 */
import type { Block, Captioned, Heading, Run } from './blocks.ts'
import { chineseNumber } from './format.ts'

type CaptionedBlock = Extract<Block, Captioned>

/** Numbers in the order of appearance; the input stays as it is. */
export function numberBlocks(blocks: readonly Block[]): Block[] {
  const names = new Map<string, string>()
  const counters = { table: 0, figure: 0 }
  const headings = new HeadingNumbers()
  const numbered = blocks.map((block): Block => {
    if (block.kind === 'heading') return { ...block, text: headings.next(block) + block.text }
    if (!isCaptioned(block)) return block
    const name = block.kind === 'table' ? `表${++counters.table}` : `图${++counters.figure}`
    if (block.label) {
      if (names.has(block.label)) throw new Error(`two blocks are labelled ${block.label}`)
      names.set(block.label, name)
    }
    return { ...block, caption: `${name}　${block.caption}` }
  })
  return numbered.map((block) =>
    block.kind === 'paragraph' ? { ...block, runs: block.runs.map((run) => resolved(run, names)) } : block,
  )
}

function isCaptioned(block: Block): block is CaptionedBlock {
  return 'caption' in block
}

function resolved(run: Run, names: ReadonlyMap<string, string>): Run {
  if (typeof run === 'string') return run
  const text = names.get(run.ref)
  if (!text) throw new Error(`nothing is labelled ${run.ref}`)
  return { ...run, text }
}

class HeadingNumbers {
  #chapter = 0
  #appendix = 0
  #section = 0
  #item = 0

  next(heading: Heading): string {
    switch (heading.level) {
      case 1:
        this.#section = 0
        this.#item = 0
        if (heading.series === 'plain') return ''
        if (heading.series === 'appendix') return `附录${chineseNumber(++this.#appendix)}　`
        return `${chineseNumber(++this.#chapter)}、`
      case 2:
        this.#item = 0
        return `（${chineseNumber(++this.#section)}）`
      case 3:
        return `${++this.#item}．`
    }
  }
}
