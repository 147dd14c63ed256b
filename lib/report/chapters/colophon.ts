/** 编制说明: what the paper was made from, so that anybody can make it again and compare. */

import { caseDay } from '../../assessment/case-day.ts'
import { digestValue } from '../../integrity/digest.ts'
import type { Fact } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { chineseDay } from '../format.ts'
import { schemeName } from '../scheme-terms.ts'
import { listed } from '../wording.ts'
import { paragraph } from '../write.ts'

export const colophon: Chapter = ({ caseFile, results }) => [
  paragraph(
    '全部数字由评估案卷按固定规则计算得出。持有同一案卷者，用同一版本的计算引擎和同一评估方案参数重新计算，应得到相同结果。',
  ),
  {
    kind: 'facts',
    place: 'colophon',
    rows: [
      { label: '案卷编号', value: caseFile.id },
      { label: '案卷版本', value: `第${caseFile.version}版` },
      { label: '案卷截止日期', value: chineseDay(caseDay(caseFile)) },
      { label: '案卷性质', value: caseFile.example ? '示例，不是真实评估' : '评估案卷' },
      { label: '计算引擎版本', value: results.engineVersion },
      { label: '评估方案参数', value: `${schemeName(caseFile.schemeId)}（${caseFile.schemeId}）` },
      { label: '案卷摘要', value: inGroups(digestValue(caseFile)) },
      ...(caseFile.survey?.merkleRoot
        ? [{ label: '回执总根', value: inGroups(caseFile.survey.merkleRoot) }]
        : []),
    ],
  },
]

/** A digest of 64 characters can be broken between lines only where it is parted. */
const inGroups = (digest: string) => (digest.match(/.{1,16}/g) ?? []).join(' ')

/** The row that names the fonts; given by the printer, who alone knows them. */
export function fontRow(fangSong: string | null, further: readonly string[]): Fact {
  const body = fangSong ? `正文${fangSong}` : '正文Noto Serif SC（本机未提供仿宋字体，以宋体代替）'
  return {
    label: '字体',
    value: `${body}；标题Noto Serif SC、Noto Sans SC、LXGW WenKai；数字和拉丁字母Tinos${
      further.length > 0 ? `；补充字符${listed(further)}` : ''
    }`,
  }
}
