/**
 * 标准题库: items in use in the field, to pick from and to reword.
 *
 * Taking an item from the bank saves the assessor the worst mistakes of wording (leading questions, two questions in one,
 * answers without a place for objecting) and makes surveys comparable. The text stays the assessor's: nothing in the bank
 * is an official wording, and each item says where it comes from.
 */
import type { BankItem } from './bank-item.ts'
import { COMMUNITIES } from './communities.ts'
import { DEPARTMENTS } from './departments.ts'
import { RESIDENTS } from './residents.ts'

export const ITEM_BANK: readonly BankItem[] = [...RESIDENTS, ...COMMUNITIES, ...DEPARTMENTS]

function wordsOf({ question }: BankItem): string {
  const answers =
    question.type === 'single' || question.type === 'multiple'
      ? question.options.map(({ label }) => label)
      : question.type === 'scale'
        ? question.labels
        : []
  return [question.title, ...answers].join(' ').toLowerCase()
}

/** Items of an audience (null: all) that contain every word of the search, in title or answers. */
export function searchBank(audience: BankItem['audience'] | null, search: string): BankItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return ITEM_BANK.filter(
    (item) =>
      (audience === null || item.audience === audience) &&
      words.every((word) => wordsOf(item).includes(word)),
  )
}
