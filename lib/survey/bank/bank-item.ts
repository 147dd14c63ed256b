import type { Question } from '../questionnaire.ts'
import { presetLabels, type ScalePreset } from '../standard-items.ts'

/** Who answers the form: residents, village and community committees, or departments. */
export const AUDIENCES = ['residents', 'communities', 'departments'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * Where an item comes from. `practice`: in common use among assessors, not the text of a regulation. `xiahe`: asked in the
 * published survey 甘南藏区游牧民定居工程满意度研究——以夏河县为例, 干旱区地理 2019(3): 636–644.
 */
export const SOURCES = ['practice', 'xiahe'] as const
export type Source = (typeof SOURCES)[number]

export interface BankItem {
  readonly audience: Audience
  readonly source: Source
  readonly question: Question
}

type Words = readonly [id: string, label: string]
const base = (id: string, title: string) => ({ id, title, required: false })
const optionsOf = (words: readonly Words[]) => words.map(([id, label]) => ({ id, label }))

export function choice(id: string, title: string, ...options: Words[]): Question {
  return { ...base(id, title), type: 'single', options: optionsOf(options) }
}

/** Several of the options, the last of which is 其他 and asks for words. */
export function choices(id: string, title: string, ...options: Words[]): Question {
  const other = { id: 'other', label: '其他', other: true as const }
  return { ...base(id, title), type: 'multiple', options: [...optionsOf(options), other] }
}

export function graded(id: string, title: string, preset: ScalePreset): Question {
  return { ...base(id, title), type: 'scale', labels: presetLabels(preset) }
}

export function written(id: string, title: string): Question {
  return { ...base(id, title), type: 'text', maxLength: 500 }
}

export function measured(id: string, title: string, unit: string, max: number): Question {
  return { ...base(id, title), type: 'number', unit, min: 0, max, decimals: 0 }
}
