/** 合法性、合理性、可行性、可控性结论: derived from the findings by the weakest link; comments stand beside, never instead. */
import type { Conclusion, DimensionConclusion } from '../../dimensions/finding.ts'
import { DIMENSIONS, INDICATORS } from '../../dimensions/indicators.ts'
import type { Block } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { CONCLUSION, DIMENSION, FINDING_GRADE, quoted } from '../wording.ts'
import { paragraph, section, withFootnote, written } from '../write.ts'

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
]

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
