/** Notices, consultations, opinions and their answers, the press, disputes. */
import { isOpen } from '../../disputes/dispute.ts'
import { adoptionRegister } from '../../participation/opinions/adoption-register.ts'
import type { ReportInput } from '../chapter.ts'
import { decimal } from '../format.ts'
import { mediaEvaluation } from '../media-evaluation.ts'
import { type BoundField, counted, field } from './bound-field.ts'

const registerOf = ({ caseFile }: ReportInput) => adoptionRegister(caseFile.participation)

export const PARTICIPATION_FIELDS: readonly BoundField[] = [
  counted(
    'notices.count',
    '已发布公示数',
    'Published notices',
    ({ caseFile }) => caseFile.participation.notices.filter(({ publishedOn }) => publishedOn !== null).length,
  ),
  counted(
    'consultations.count',
    '征求意见活动次数',
    'Consultations',
    ({ caseFile }) => caseFile.participation.consultations.length,
  ),
  counted('opinions.count', '登记意见条数', 'Opinions', (input) => registerOf(input).opinions),
  counted('opinions.themes', '意见主题数', 'Themes', (input) => registerOf(input).rows.length),
  counted(
    'opinions.adopted',
    '采纳的主题数',
    'Themes adopted',
    (input) => registerOf(input).byAnswer.adopted.themes,
  ),
  counted(
    'opinions.partly',
    '部分采纳的主题数',
    'Themes partly adopted',
    (input) => registerOf(input).byAnswer.partly.themes,
  ),
  counted(
    'opinions.not-adopted',
    '不采纳的主题数',
    'Themes not adopted',
    (input) => registerOf(input).byAnswer['not-adopted'].themes,
  ),
  counted(
    'opinions.open',
    '尚未答复的主题数',
    'Themes without an answer',
    (input) => registerOf(input).byAnswer.open.themes,
  ),
  counted(
    'media.pieces',
    '媒体报道篇数',
    'Media reports',
    ({ caseFile }) => mediaEvaluation(caseFile).pieces,
  ),
  field('media.degree', '媒体评价度', 'Media evaluation', ({ caseFile }) => {
    const { degree } = mediaEvaluation(caseFile)
    return degree === null ? null : decimal(degree)
  }),
  counted(
    'disputes.count',
    '登记矛盾纠纷件数',
    'Disputes',
    ({ caseFile }) => caseFile.disputes.disputes.length,
  ),
  counted(
    'disputes.open',
    '未办结矛盾纠纷件数',
    'Open disputes',
    ({ caseFile }) => caseFile.disputes.disputes.filter(isOpen).length,
  ),
]
