/** What village and community committees (村、社区) are asked: as a body, about the place, never about single villagers. */
import { type BankItem, choice, choices, graded, measured, written } from './bank-item.ts'

const QUESTIONS = [
  choice(
    'committee-attitude',
    '村（居）委会对这件事的总体意见是？',
    ['support', '支持'],
    ['conditional', '有条件支持'],
    ['indifferent', '无明确意见'],
    ['oppose', '反对'],
  ),
  choice(
    'informed',
    '这件事是否已在本村（社区）公示或者召开会议告知？',
    ['both', '已公示并开会告知'],
    ['notice', '只作了公示'],
    ['meeting', '只开会告知'],
    ['none', '都没有'],
  ),
  measured('affected-households', '本村（社区）直接受影响的户数大约是？', '户', 5000),
  choices(
    'main-concerns',
    '群众反映比较集中的问题有哪些？（可多选）',
    ['compensation', '补偿标准和发放'],
    ['resettlement', '安置和社会保障'],
    ['environment', '环境和健康'],
    ['construction', '施工扰民和安全'],
    ['roads', '道路、水利等设施'],
    ['procedure', '程序和信息公开'],
  ),
  choice(
    'old-disputes',
    '本村（社区）是否有尚未解决、与这件事有关的矛盾纠纷？',
    ['none', '没有'],
    ['minor', '有，但已在化解'],
    ['major', '有，尚无解决办法'],
  ),
  choice(
    'capacity',
    '遇到群众意见较大时，本村（社区）能否做好解释和化解工作？',
    ['yes', '能够'],
    ['with-help', '需要上级协助'],
    ['no', '难以做到'],
  ),
  graded('committee-confidence', '您对有关承诺能够兑现有没有信心？', 'confidence'),
  graded('communication', '您对决策单位与本村（社区）的沟通是否满意？', 'satisfaction'),
  written('committee-advice', '对方案和实施时间有什么意见和建议？'),
  written('special-households', '老年人、残疾人等困难群体有哪些共同的需要应当照顾？（不写个人姓名）'),
]

export const COMMUNITIES: readonly BankItem[] = QUESTIONS.map((question) => ({
  audience: 'communities',
  source: 'practice',
  question,
}))
