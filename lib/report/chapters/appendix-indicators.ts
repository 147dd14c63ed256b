/** 附录二: every indicator of the four tests, how far it is met, on which evidence, and who found so on which day. */
import { DIMENSIONS, indicatorsIn } from '../../dimensions/indicators.ts'
import type { Chapter } from '../chapter.ts'
import { chineseDay, NONE } from '../format.ts'
import { DIMENSION, FINDING_GRADE } from '../wording.ts'
import { missing, paragraph } from '../write.ts'

export const appendixIndicators: Chapter = ({ caseFile: { findings } }) => {
  if (findings.length === 0) return [missing('四性指标尚未评定，本附录无数据。')]
  const found = new Map(findings.map((finding) => [finding.indicatorId, finding]))
  return [
    paragraph('四性各项指标的评定、依据、评定人和评定日期见', { ref: 'all-indicators' }, '。'),
    {
      kind: 'table',
      label: 'all-indicators',
      caption: '四性指标评定情况',
      columns: [
        { head: '序号', width: 0.75, align: 'center' },
        { head: '指标', width: 2.8, align: 'left' },
        { head: '评定', width: 1.3, align: 'center' },
        { head: '依据', width: 4.2, align: 'left' },
        { head: '评定人和日期', width: 2.2, align: 'center' },
      ],
      rows: DIMENSIONS.flatMap((dimension) => [
        [DIMENSION[dimension]],
        ...indicatorsIn(dimension).map((indicator, i) => {
          const finding = found.get(indicator.id)
          return finding
            ? [
                String(i + 1),
                indicator.zh,
                FINDING_GRADE[finding.grade],
                finding.evidence,
                `${finding.scorerName}\n${chineseDay(finding.scoredOn)}`,
              ]
            : [String(i + 1), indicator.zh, '未评定', NONE, NONE]
        }),
      ]),
    },
  ]
}
