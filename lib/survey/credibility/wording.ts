/**
 * Findings in plain language, for the official who has to explain them and the resident who reads the report.
 *
 * Each sentence says what was seen, how likely an honest survey is to look like that, and what to do about it; it never
 * says that somebody cheated. Probabilities are given as "one in so many", because 3.5e-5 tells a county office nothing.
 * Reference numbers that are defaults of the workbench are called that, never official.
 */
import type { CheckName, Finding } from './finding.ts'
import { CHECK_TITLES_EN, CONCEALED_EN, LABELS_EN, SENTENCES_EN } from './wording-en.ts'
import { CHECK_TITLES_ZH, CONCEALED_ZH, LABELS_ZH, SENTENCES_ZH } from './wording-zh.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The check's name as a heading. */
export function checkTitle(check: CheckName, language: Language): string {
  return language === 'zh-CN' ? CHECK_TITLES_ZH[check] : CHECK_TITLES_EN[check]
}

/** The finding as one paragraph: a label for its severity, then the sentence. */
export function describeFinding(finding: Finding, language: Language): string {
  const { cause, severity, concealed } = finding
  if (language === 'zh-CN') {
    const sentence = (concealed && CONCEALED_ZH[cause]) || SENTENCES_ZH[cause]
    return `${LABELS_ZH[severity]}${sentence(finding)}`
  }
  const sentence = (concealed && CONCEALED_EN[cause]) || SENTENCES_EN[cause]
  return `${LABELS_EN[severity]} ${sentence(finding)}`
}
