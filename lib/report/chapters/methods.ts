/**
 * 评估方法: by which rules numbers become a level, with every threshold and where it comes from. A default that the office
 * has not confirmed is called one: nothing here may pass for an official number that is not.
 */
import { schemeOf } from '../../scheme/registry.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { Standing } from '../../scheme/threshold.ts'
import type { Table } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { count, decimal, NONE, percent } from '../format.ts'
import { fromOn, STANDING, schemeName } from '../scheme-terms.ts'
import { RULE } from '../wording.ts'
import { item, paragraph } from '../write.ts'

export const methods: Chapter = ({ caseFile }) => [
  item('评估方法'),
  paragraph(
    `本次评估采用评估方案参数“${schemeName(caseFile.schemeId)}”。风险因素按发生概率p和影响程度q估计风险程度R＝p·q，按权重合成综合风险指数T。风险等级取各项规则中最严重的结果，并标明起决定作用的规则；各项规则的界限及其来源见`,
    { ref: 'thresholds' },
    '。',
  ),
  thresholds(schemeOf(caseFile.schemeId)),
  paragraph(
    '合法性、合理性、可行性、可控性逐项评定，每项附依据，以最弱一项为准。民意数据只来自答卷，列出有效作答数和95%置信区间。经济评价逐年计列投资、运营、补偿、化解措施费用和效益，与风险等级并列，不相抵消。',
  ),
]

function thresholds(scheme: Scheme): Table {
  const { indexRule, singleFactorRule, oppositionRule, expectedEventRule, directRules } = scheme
  const degree = (wanted: string) =>
    scheme.riskDegreeBands.bands.find((band) => band.degree === wanted)?.name.zh ?? wanted
  const severe = (counts: Scheme['singleFactorRule']['medium']) =>
    `${degree('critical')}因素${counts.critical}项及以上，或者${degree('major')}及以上因素${counts.majorOrWorse}项及以上`
  const persons = (value: number) => `${count(value)}人`
  return {
    kind: 'table',
    label: 'thresholds',
    caption: '判定规则的界限和来源',
    columns: [
      { head: '规则', width: 1.7, align: 'left' },
      { head: '中风险', width: 2, align: 'left' },
      { head: '高风险', width: 2, align: 'left' },
      { head: '来源', width: 3.4, align: 'left' },
    ],
    rows: [
      [
        `${RULE.index}（T）`,
        fromOn(indexRule.medium, decimal),
        fromOn(indexRule.high, decimal),
        origin(indexRule.medium, indexRule.high),
      ],
      [
        RULE['single-factor'],
        severe(singleFactorRule.medium),
        severe(singleFactorRule.high),
        origin(singleFactorRule.medium, singleFactorRule.high),
      ],
      [
        RULE.opposition,
        fromOn(oppositionRule.medium, percent),
        fromOn(oppositionRule.high, percent),
        origin(oppositionRule.medium, oppositionRule.high),
      ],
      [
        RULE['expected-event'],
        fromOn(expectedEventRule.medium, persons),
        fromOn(expectedEventRule.high, persons),
        origin(expectedEventRule.medium, expectedEventRule.high),
      ],
      ...directRules.map((rule) => [
        RULE.direct,
        rule.level === 'medium' ? rule.name.zh : NONE,
        rule.level === 'high' ? rule.name.zh : NONE,
        origin(rule),
      ]),
    ],
    note: '注：未达到中风险界限的为低风险。“默认值，待确认”的界限不是国家规定的数值，使用单位应当确认。',
  }
}

interface Provenance {
  readonly standing: Standing
  readonly source: string
}

/** 默认值，待确认：行业通行做法; both texts where medium and high have different ones. */
function origin(...parts: readonly Provenance[]): string {
  return [...new Set(parts.map(({ standing, source }) => `${STANDING[standing]}：${source}`))].join('；')
}
