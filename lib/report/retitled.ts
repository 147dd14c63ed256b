/** Chapters under other headings: the same words serve two outlines that part them differently. */
import type { Chapter } from './chapter.ts'
import { section } from './write.ts'

/** Without its own section heading: the part of the outline heads it already. */
export function untitled(chapter: Chapter): Chapter {
  return (input) => {
    const blocks = chapter(input)
    const [first, ...rest] = blocks
    return first?.kind === 'heading' && first.level === 2 ? rest : blocks
  }
}

export function retitled(title: string, chapter: Chapter): Chapter {
  return (input) => [section(title), ...untitled(chapter)(input)]
}
