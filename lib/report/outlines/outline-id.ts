/** The kinds of report by name, apart from the chapters they are made of: a page that offers the choice needs no more. */
export const OUTLINE_IDS = ['assessment', 'analysis'] as const
export type OutlineId = (typeof OUTLINE_IDS)[number]
