/** 编制说明: what the paper was made from, so that anybody can make it again and compare. */

import { caseDay } from '../../assessment/case-day.ts'
import { digestValue } from '../../integrity/digest.ts'
import type { Fact } from '../blocks.ts'
import type { Chapter, FrozenFacts } from '../chapter.ts'
import { chineseDay } from '../format.ts'
import { schemeName } from '../scheme-terms.ts'
import { listed } from '../wording.ts'
import { paragraph } from '../write.ts'

export const colophon: Chapter = ({ caseFile, results, verification, frozen, frozenOn }) => [
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
      ...(frozen ? frozenRows(frozen, frozenOn ?? null) : []),
      ...(verification
        ? [{ label: '核验', value: `核验码${verification.code}，在${verification.page}输入` }]
        : []),
    ],
  },
  ...(frozen
    ? [
        paragraph(
          '锚点是定稿时操作记录链末条的编号和校验值。此后数据库中的操作记录如被删改，可凭本页所印锚点查出：在工作台所在机器上运行 npm run audit -- verify --anchor 锚点。',
        ),
      ]
    : []),
  ...(frozen?.wordedAnew
    ? [
        paragraph(
          '本次打印所用程序的版本与定稿时不同，行文或者编排可能与定稿当时的打印件有出入；全部数字取自定稿，没有变化。',
        ),
      ]
    : []),
]

function frozenRows({ number, anchor, officeAnchor }: FrozenFacts, frozenOn: string | null): Fact[] {
  return [
    { label: '定稿版本', value: `第${number}版${frozenOn ? `，${chineseDay(frozenOn)}定稿` : ''}` },
    ...(anchor ? [{ label: '操作记录锚点', value: anchor }] : []),
    ...(officeAnchor ? [{ label: '全办记录锚点', value: officeAnchor }] : []),
  ]
}

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
