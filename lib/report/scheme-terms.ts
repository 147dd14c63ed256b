/** The words and numbers of the rule set that a report quotes, draws or keeps to. */
import type { RiskDegreeBand } from '../scheme/band.ts'
import { schemeOf } from '../scheme/registry.ts'
import type { Standing, Threshold } from '../scheme/threshold.ts'

/** 国家框架参考方案（428号文提纲），1.0版 */
export function schemeName(schemeId: string): string {
  const { name, version } = schemeOf(schemeId)
  return `${name.zh}，${version}版`
}

/** 微小 … 重大, as the scheme calls them. */
export function degreeName(schemeId: string, degree: RiskDegreeBand): string {
  return schemeOf(schemeId).riskDegreeBands.bands.find((band) => band.degree === degree)?.name.zh ?? degree
}

export function indexThresholds(schemeId: string): number[] {
  const { medium, high } = schemeOf(schemeId).indexRule
  return [medium.value, high.value]
}

export function oppositionThresholds(schemeId: string): number[] {
  const { medium, high } = schemeOf(schemeId).oppositionRule
  return [medium.value, high.value]
}

/** k: what fewer people answered is not printed. */
export function fewestAnswers(schemeId: string): number {
  return schemeOf(schemeId).suppressionK.value
}

/** 不小于0.36, 大于0.64: from where on a level holds. */
export function fromOn(
  { value, begins }: Pick<Threshold, 'value' | 'begins'>,
  write: (value: number) => string,
): string {
  return `${begins === 'at' ? '不小于' : '大于'}${write(value)}`
}

export const STANDING = {
  sourced: '有出处',
  'default-to-confirm': '默认值，待确认',
} as const satisfies Record<Standing, string>
