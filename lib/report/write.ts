/** Short hands for chapters: blocks by their kind, and text from the case as paragraphs. */
import type { Heading, Missing, Paragraph, Run } from './blocks.ts'

export function paragraph(...runs: readonly Run[]): Paragraph {
  return { kind: 'paragraph', runs }
}

export function withFootnote(block: Paragraph, footnote: string): Paragraph {
  return { ...block, footnote }
}

export function section(text: string): Heading {
  return { kind: 'heading', level: 2, text }
}

export function item(text: string): Heading {
  return { kind: 'heading', level: 3, text }
}

export function missing(text: string): Missing {
  return { kind: 'missing', text }
}

/** What somebody wrote, one paragraph per line that says something. */
export function written(text: string): Paragraph[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
}
