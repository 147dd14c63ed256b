/** Phrases without a framework, for pages and commands that ship none: `{name}` is replaced, and nothing else. */

/** Paths of the phrases of an area: `verify.title`. */
export type PhraseOf<Area> = {
  [Key in keyof Area & string]: Area[Key] extends string ? Key : `${Key}.${PhraseOf<Area[Key]>}`
}[keyof Area & string]

export type Say<Area> = (phrase: PhraseOf<Area>, values?: Record<string, string | number>) => string

function phraseAt(messages: object, path: string): string {
  let found: unknown = messages
  for (const key of path.split('.')) found = (found as Record<string, unknown>)[key]
  if (typeof found !== 'string') throw new Error(`no such phrase: ${path}`)
  return found
}

/** @throws for a phrase that the area does not have. */
export function sayFrom<Area extends object>(messages: Area): Say<Area> {
  return (phrase, values = {}) =>
    phraseAt(messages, phrase).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
