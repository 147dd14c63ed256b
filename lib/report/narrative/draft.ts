/**
 * A text to begin with, drawn from the data in the office's dry style.
 *
 * It says how many, when and where to look, with bound fields for every number. It never states a conclusion that the
 * rules do not give: the words of level, verdict and decision are bound fields too and have no value before there is a
 * verdict, and a sentence with a field that has no value is left out or says what is missing.
 */
import type { NarrativeId } from '../../assessment/narrative.ts'
import type { ReportInput } from '../chapter.ts'
import { missingList } from '../wording.ts'
import type { FieldValue } from './bound-field.ts'
import { fieldValues } from './bound-fields.ts'
import { partsOf } from './bound-text.ts'

interface Sentence {
  readonly text: string
  /** Said where a field of `text` has no value; nothing when left out. */
  readonly otherwise?: string
  /** Said only where this is true. */
  readonly when?: boolean
}

/** The draft of a chapter, with its fields unresolved. */
export function draftOf(chapter: NarrativeId, input: ReportInput): string {
  const fields = fieldValues(input)
  return sentencesOf(chapter, input)
    .map((paragraph) => paragraph.map((sentence) => said(sentence, fields)).join(''))
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}

function said({ text, otherwise = '', when = true }: Sentence, fields: readonly FieldValue[]): string {
  if (!when) return ''
  const silent = partsOf(text).some(
    (part) => part.kind === 'field' && (fields.find(({ id }) => id === part.id)?.value ?? null) === null,
  )
  return silent ? otherwise : text
}

function sentencesOf(chapter: NarrativeId, { caseFile, results }: ReportInput): Sentence[][] {
  const { verdict } = results
  const lacking =
    verdict.status === 'cannot-be-given' && verdict.missing.length > 0
      ? `尚缺：${missingList(verdict.missing)}。`
      : ''
  const open = `本项评估尚不能作出结论。${lacking}`
  switch (chapter) {
    case 'matter':
      return [
        [
          { text: '本事项为“{{matter.title}}”，', otherwise: '本事项' },
          { text: '涉及{{matter.area}}。', otherwise: '涉及区域尚未登记。' },
          {
            text: '登记利益相关群体{{groups.count}}个，其中直接受影响的{{groups.direct.count}}个，共{{groups.households}}户、{{groups.persons}}人。',
            when: caseFile.groups.length > 0,
          },
          { text: '利益相关群体尚未登记。', when: caseFile.groups.length === 0 },
        ],
      ]
    case 'course':
      return [
        [
          { text: '评估期间发布公示{{notices.count}}次，开展征求意见活动{{consultations.count}}次。' },
          {
            text: '问卷于{{survey.published}}发布，{{survey.closed}}结束。',
            otherwise: '问卷调查尚未结束。',
          },
          { text: '案卷数据截至{{case.day}}。' },
        ],
      ]
    case 'survey':
      return [
        [
          { text: '收回答卷{{survey.responses}}份。', otherwise: '尚无可以列示的问卷调查结果。' },
          {
            text: '满意度为{{survey.satisfaction.rate}}（{{interval.confidence}}置信区间{{survey.satisfaction.interval}}，有效作答{{survey.satisfaction.valid}}份）。',
          },
          {
            text: '支持度为{{survey.support.rate}}（{{interval.confidence}}置信区间{{survey.support.interval}}，有效作答{{survey.support.valid}}份）。',
          },
          {
            text: '信心度为{{survey.confidence.rate}}（{{interval.confidence}}置信区间{{survey.confidence.interval}}，有效作答{{survey.confidence.valid}}份）。',
          },
        ],
        [
          {
            text: '反对比例为{{survey.opposition.rate}}（{{interval.confidence}}置信区间{{survey.opposition.interval}}，有效作答{{survey.opposition.valid}}份）。反对意见的分布见正文，反对是正常的意见表达。',
            otherwise: '反对比例无数据。',
          },
        ],
      ]
    case 'opinions':
      return [
        [
          {
            text: '登记意见{{opinions.count}}条，归入{{opinions.themes}}个主题，其中采纳{{opinions.adopted}}个，部分采纳{{opinions.partly}}个，不采纳{{opinions.not-adopted}}个，尚未答复{{opinions.open}}个。不采纳的理由见意见采纳情况表。',
            when: caseFile.participation.themes.length > 0,
          },
          { text: '案卷未登记各方意见。', when: caseFile.participation.themes.length === 0 },
          {
            text: '登记媒体报道{{media.pieces}}篇。',
            when: caseFile.participation.mediaItems.length > 0,
          },
        ],
      ]
    case 'factors':
      return [
        [
          {
            text: '共识别风险因素{{factors.count}}项，涉及{{factors.categories}}类。采取措施前，风险程度为重大的{{factors.initial.critical}}项，较大的{{factors.initial.major}}项，一般的{{factors.initial.moderate}}项。',
            when: caseFile.factors.length > 0,
          },
          { text: '风险因素尚未登记。', when: caseFile.factors.length === 0 },
          { text: '措施前综合风险指数为{{risk.initial.index}}。' },
        ],
      ]
    case 'measures':
      return [
        [
          {
            text: '登记防范化解措施{{measures.count}}项，责任主体{{measures.owners}}个，费用合计{{measures.cost}}，其中有证明的{{measures.proven}}项。',
            otherwise: '防范化解措施尚未登记。',
          },
          { text: '没有措施的风险因素有{{measures.bare}}项。', when: caseFile.factors.length > 0 },
        ],
      ]
    case 'level':
      return [
        [
          {
            text: '采取措施前的风险等级为{{risk.initial.level}}（{{risk.initial.deciding}}），落实措施后为{{risk.residual.level}}（{{risk.residual.deciding}}）。',
            otherwise: open,
          },
          {
            text: '综合风险指数由{{risk.initial.index}}变为{{risk.residual.index}}。',
          },
        ],
      ]
    case 'dimensions':
      return [
        [
          {
            text: '合法性：{{dimensions.legality.conclusion}}。合理性：{{dimensions.reasonableness.conclusion}}。可行性：{{dimensions.feasibility.conclusion}}。安全性（可控性）：{{dimensions.safety.conclusion}}。',
          },
        ],
      ]
    case 'advice':
      return [
        [
          {
            text: '最大可能事件的涉及人数判断为{{event.persons}}人。',
            otherwise: '可能事件的规模尚未判断。',
          },
          {
            text: '登记矛盾纠纷{{disputes.count}}件，未办结{{disputes.open}}件。',
            when: caseFile.disputes.disputes.length > 0,
          },
          { text: '实施过程中应当按期落实各项措施，情况有重大变化的，重新评估。' },
        ],
      ]
    case 'economics':
      return [
        [
          {
            text: '按社会折现率{{economics.rate}}计算，经济净现值为{{economics.enpv}}。',
            otherwise: '经济评价的数据不全，尚不能计算。',
          },
          { text: '经济内部收益率为{{economics.eirr}}。' },
          { text: '经济效益费用比为{{economics.ebcr}}。' },
          { text: '经济评价结论为“{{economics.verdict}}”。' },
        ],
        [
          {
            text: '只付出的群体：{{economics.only-pays}}；净付出的群体：{{economics.loses}}。',
            otherwise: '费用由谁承担、效益归谁所得尚未说明。',
            when: results.economics.ok,
          },
          { text: '按财务基准收益率{{economics.benchmark}}计算，财务净现值为{{economics.fnpv}}。' },
          { text: '财务内部收益率为{{economics.firr}}。' },
        ],
      ]
    case 'conclusion':
      return [
        [
          {
            text: '落实措施后的风险等级为{{risk.residual.level}}，经济评价结论为“{{economics.verdict}}”，允许的决策为：{{verdict.decisions}}。',
            otherwise: open,
          },
          { text: '两项结论并列，不相抵消。', when: verdict.status === 'given' },
        ],
      ]
  }
}
