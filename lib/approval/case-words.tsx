'use client'

import { useFormatter, useLocale, useTranslations } from 'use-intl'
import type { CaseFile } from '../assessment/case-file.ts'
import { ALLOCATED_ROWS } from '../economics/allocation.ts'
import { useAmounts } from '../economics/amounts.tsx'
import { useDay } from '../ui/day.tsx'
import type { FigureValue } from './bundle/figures.ts'
import { namesIn, withinKey } from './case-names.ts'
import type { DifferencePart } from './difference.ts'
import { EMPTY, type Stop } from './leaves.ts'

/** Fields that hold an amount, in fen. */
const AMOUNTS: readonly string[] = [
  'cost',
  'investment',
  'operation',
  'compensation',
  'mitigation',
  'benefit',
  'revenue',
]
const SHARES: readonly string[] = ['socialDiscountRate', 'benchmarkRate']
/** Members whose own keys are ids and no fields. */
const TABLES: readonly string[] = [
  'narratives',
  'expertPanel',
  'questions',
  'options',
  'responsesByGroup',
  'lastTickets',
  ...ALLOCATED_ROWS,
]
/** Fields that hold one word of a closed list, and where the words of such lists are. */
const WORDS = {
  kind: ['workbench.kinds', 'participation.notice.kinds', 'participation.consultation.kinds'],
  state: ['participation.notice.phases', 'disputes.states', 'followUp.progress.states', 'survey.states'],
  grade: ['dimensions.grades'],
  dimension: ['dimensions.names'],
  phase: ['risk.phases'],
  phases: ['risk.phases'],
  costRows: ['economics.rows'],
  effect: ['sampling.frame'],
  size: ['disputes.sizes'],
  severity: ['disputes.severities'],
  stage: ['disputes.stages'],
  track: ['disputes.tracks'],
  answer: ['opinions.answers.answers'],
  opinion: ['participation.consultation.opinions'],
  source: ['opinions.sources'],
  toneFirst: ['opinions.media.tones'],
  toneSecond: ['opinions.media.tones'],
  reach: ['opinions.media.reaches'],
  level: ['followUp.plan.levels'],
  type: ['survey.types'],
} as const satisfies Record<string, readonly string[]>

/** A party's share of a row: its key is the party. */
const isAllocated = (trail: readonly Stop[]) =>
  trail.some((stop) => stop.kind === 'field' && stop.key === 'shares')

/** A value that may be missing from its place. */
export type Shown = FigureValue | undefined

export interface CaseWords {
  /** To whom or what a value belongs, from the outside in: 征收补偿, 措施二. Empty for the part itself. */
  owner(part: DifferencePart, trail: readonly Stop[]): string
  /** The field itself. */
  field(part: DifferencePart, trail: readonly Stop[]): string
  value(trail: readonly Stop[], value: Shown): string
  nameOf(id: string): string
}

/** Says where a value of a case stands and what it is, in the words of the field. */
export function useCaseWords(cases: readonly CaseFile[]): CaseWords {
  const t = useTranslations('approval.difference')
  const fields = useTranslations('caseFields')
  const all = useTranslations()
  const chapters = useTranslations('narrative.chapters')
  const format = useFormatter()
  const { wan, percent } = useAmounts()
  const day = useDay()
  const names = namesIn(cases, useLocale() === 'en' ? 'en' : 'zh')

  const known = (key: string) => {
    const field = key as Parameters<typeof fields>[0]
    return fields.has(field) ? fields(field) : undefined
  }
  /** A key of a table that is kept by ids: a group, a question, an option, a factor, a chapter. */
  const named = (key: string, table: string, question: string) => {
    const chapter = key as Parameters<typeof chapters>[0]
    if (table === 'narratives') return chapters.has(chapter) ? chapters(chapter) : key
    return names.get(withinKey(question, key)) ?? names.get(key)
  }
  const words = (part: DifferencePart, trail: readonly Stop[]): string[] => {
    let table: string = part
    let question = ''
    return trail.map((stop) => {
      if (stop.kind === 'field') {
        const { key } = stop
        const said = TABLES.includes(table) ? named(key, table, question) : undefined
        if (table === 'questions') question = key
        table = key
        return said ?? known(key) ?? key
      }
      table = ''
      question = stop.id
      const [owner = '', within = ''] = stop.refers
      const referred =
        names.get(withinKey(owner, within)) ?? stop.refers.map((id) => names.get(id)).find(Boolean)
      return stop.label ?? referred ?? names.get(stop.id) ?? t('place', { n: stop.position + 1 })
    })
  }
  const lastKey = (trail: readonly Stop[]) =>
    trail.flatMap((stop) => (stop.kind === 'field' ? [stop.key] : [])).at(-1) ?? ''
  /** Where the owner ends: after the last member of a list; a list of bare values belongs to its field. */
  const split = (trail: readonly Stop[]) => {
    const last = trail.findLastIndex((stop) => stop.kind === 'member')
    return last === trail.length - 1
      ? trail.findLastIndex((stop, i) => stop.kind === 'member' && i < last)
      : last
  }
  return {
    owner: (part, trail) =>
      words(part, trail)
        .slice(0, split(trail) + 1)
        .join(' › '),
    field: (part, trail) =>
      words(part, trail)
        .slice(split(trail) + 1)
        .join(' › '),
    nameOf: (id) => names.get(id) ?? id,
    value: (trail, value) => {
      const key = lastKey(trail)
      if (value === undefined) return t('absent')
      if (value === null) return t('unset')
      if (value === '') return t('empty')
      if (value === EMPTY) return t('nothing')
      if (typeof value === 'boolean') return value ? t('yes') : t('no')
      if (typeof value === 'number') {
        if (AMOUNTS.includes(key)) return t('wan', { amount: wan(value) })
        if (SHARES.includes(key) || isAllocated(trail)) return percent(value)
        return key === 'year' ? String(value) : format.number(value, { maximumFractionDigits: 6 })
      }
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
      for (const place of key in WORDS ? WORDS[key as keyof typeof WORDS] : []) {
        const word = `${place}.${value}` as Parameters<typeof all>[0]
        if (all.has(word)) return all(word)
      }
      return names.get(value) ?? value
    },
  }
}
