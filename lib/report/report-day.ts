import { caseDay } from '../assessment/case-day.ts'
import type { ReportInput } from './chapter.ts'

/** The day a report speaks of, YYYY-MM-DD: the last entry of the case, or the freezing of the version if that was later. */
export function reportDay({ caseFile, frozenOn }: Pick<ReportInput, 'caseFile' | 'frozenOn'>): string {
  const entered = caseDay(caseFile)
  return [entered, frozenOn?.slice(0, 10) ?? entered].sort().at(-1) ?? entered
}
