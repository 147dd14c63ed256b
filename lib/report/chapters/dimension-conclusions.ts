/** 合法性、合理性、可行性、可控性结论: derived from the findings by the weakest link; comments stand beside, never instead. */
import type { CaseFile } from '../../assessment/case-file.ts'
import { brokenProcedure } from '../../assessment/procedure.ts'
import type { Conclusion, DimensionConclusion } from '../../dimensions/finding.ts'
import { DIMENSIONS, INDICATORS } from '../../dimensions/indicators.ts'
import { groupsThat } from '../../economics/distribution.ts'
import type { ProcedureRule } from '../../scheme/procedure-rule.ts'
import type { Results } from '../../verdict/results.ts'
import type { Block } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { partyName } from '../party-name.ts'
import { CONCLUSION, DIMENSION, FINDING_GRADE, listed, quoted, reservationList } from '../wording.ts'
import { missing, paragraph, section, withFootnote, written } from '../write.ts'

export const dimensionConclusions: Chapter = ({ caseFile, results }) => [
  section('合法性、合理性、可行性、可控性结论'),
  withFootnote(
    paragraph('四性结论由各项指标的评定得出，见', { ref: 'dimensions' }, '；评定依据见附录二。'),
    '任何一项指标不符合，该性即不符合要求；没有不符合而有指标未评定的，暂不作结论；仅有基本符合的，为基本符合要求。',
  ),
  {
    kind: 'table',
    label: 'dimensions',
    caption: '四性结论',
    columns: [
      { head: '方面', width: 1.9, align: 'center' },
      { head: '指标数', width: 0.9, align: 'right' },
      { head: '符合', width: 0.9, align: 'right' },
      { head: '基本符合', width: 1.15, align: 'right' },
      { head: '不符合', width: 0.9, align: 'right' },
      { head: '不适用', width: 0.9, align: 'right' },
      { head: '结论', width: 3.4, align: 'left' },
    ],
    rows: DIMENSIONS.map((dimension) => {
      const { counts, indicators, conclusion } = results.dimensions[dimension]
      return [
        DIMENSION[dimension],
        String(indicators),
        String(counts.met),
        String(counts['partly-met']),
        String(counts['not-met']),
        String(counts['not-applicable']),
        CONCLUSION[conclusion],
      ]
    }),
  },
  ...DIMENSIONS.flatMap((dimension): Block[] => {
    const comment = caseFile.dimensionComments.find((entry) => entry.dimension === dimension)?.comment ?? ''
    return [
      paragraph(sentence(results.dimensions[dimension])),
      ...written(comment === '' ? '' : `评估人员对${DIMENSION[dimension]}的说明：${comment}`),
    ]
  }),
  ...contradicted(caseFile),
  ...unbalanced(caseFile, results),
]

/** Indicators of procedure, and the faults of procedure in the case that speak against a finding of 符合. */
const SPOKEN_AGAINST_BY = {
  'legality.procedure': ['no-notice', 'hearing-without-reason', 'few-experts'],
  'legality.notices': ['no-notice', 'notice-too-short'],
  'safety.dispute-ledger': ['no-screening'],
  'safety.emergency-plan': ['no-emergency-plan'],
} as const satisfies Readonly<Record<string, readonly ProcedureRule[]>>

/** Findings of 符合 that the rest of the case does not bear out: they stand, and so does what speaks against them. */
function contradicted(caseFile: CaseFile): Block[] {
  const broken = brokenProcedure(caseFile)
  return Object.entries(SPOKEN_AGAINST_BY).flatMap(([id, rules]) => {
    const against = rules.filter((rule) => broken.includes(rule))
    const met = caseFile.findings.some(({ indicatorId, grade }) => indicatorId === id && grade === 'met')
    if (!met || against.length === 0) return []
    const name = INDICATORS.find((indicator) => indicator.id === id)?.zh ?? id
    return [missing(`指标“${name}”评定为“${FINDING_GRADE.met}”，与案卷不一致：${reservationList(against)}。`)]
  })
}

/** The groups are found balanced, and one of them only pays. The finding stands, and so does this; the level is not touched. */
function unbalanced({ findings, groups }: CaseFile, { distribution }: Results): Block[] {
  const balanced = INDICATORS.find(({ id }) => id === 'reasonableness.groups-balanced')
  const payers = distribution.ok ? groupsThat(distribution.value, 'only-pays') : []
  const met = findings.some(({ indicatorId, grade }) => indicatorId === balanced?.id && grade === 'met')
  if (!balanced || !met || payers.length === 0) return []
  const names = listed(payers.map((party) => partyName({ groups }, party)))
  return [
    missing(
      `指标“${balanced.zh}”评定为“${FINDING_GRADE.met}”，而费用效益的分配中有只付出的群体：${names}（承担费用，没有分到效益，也没有领取补偿）。`,
    ),
  ]
}

/** What the indicators that decided a conclusion have in common. */
const DECIDED_BY = {
  fails: FINDING_GRADE['not-met'],
  'passes-with-gaps': FINDING_GRADE['partly-met'],
  incomplete: '未评定',
} as const satisfies Partial<Record<Conclusion, string>>

/** Indicators named at most in a sentence; the appendix has them all. */
const NAMED = 6

function sentence({ dimension, conclusion, deciding }: DimensionConclusion): string {
  const head = `${DIMENSION[dimension]}：${CONCLUSION[conclusion]}。`
  if (conclusion === 'passes' || deciding.length === 0) return head
  const names = deciding.map((id) => INDICATORS.find((indicator) => indicator.id === id)?.zh ?? id)
  const rest = names.length > NAMED ? `等${names.length}项` : ''
  return `${head}${DECIDED_BY[conclusion]}的指标有${quoted(names.slice(0, NAMED))}${rest}。`
}
