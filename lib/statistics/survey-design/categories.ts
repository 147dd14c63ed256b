/**
 * Categories as they stand in the data: which occur, in which order they are listed, and which rows carry them.
 */
import type { Label } from './design.ts'

/**
 * The distinct labels, missing ones left out, in the order results are listed in: as numbers if all of them are
 * numbers, else by character code (not by language, so that every machine lists them alike).
 */
export function categoriesOf(labels: readonly Label[]): string[] {
  const names = [...new Set(labels.filter((label) => label !== null && label !== '').map(String))]
  const numeric = names.every((name) => name.trim() !== '' && Number.isFinite(Number(name)))
  return names.sort(numeric ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** True for the rows carrying the label. */
export function rowsLabelled(labels: readonly Label[], name: Label): boolean[] {
  return labels.map((label) => label !== null && String(label) === String(name))
}

export interface CrossedDomain {
  /** The category of each crossed variable, by its name. */
  readonly categories: Readonly<Record<string, string>>
  /** True for the rows with all of these categories. */
  readonly rows: readonly boolean[]
}

/**
 * The domains formed by crossing variables ("women of the core area"), those without a row left out. The first variable
 * runs fastest, each in the order of `categoriesOf`. A row lacking one of the labels belongs to no domain.
 */
export function crossedDomains(
  variables: readonly { readonly name: string; readonly labels: readonly Label[] }[],
): CrossedDomain[] {
  const rows = variables[0]?.labels.length ?? 0
  let domains: CrossedDomain[] = [{ categories: {}, rows: new Array<boolean>(rows).fill(true) }]
  for (const { name, labels } of variables) {
    domains = categoriesOf(labels).flatMap((category) => {
      const members = rowsLabelled(labels, category)
      return domains.map((domain) => ({
        categories: { ...domain.categories, [name]: category },
        rows: domain.rows.map((inside, row) => inside && members[row]!),
      }))
    })
  }
  return domains.filter((domain) => domain.rows.includes(true))
}
