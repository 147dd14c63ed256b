/**
 * What residents are asked. None of the items asks for a name, an address, a belief or anything about another person, and
 * each attitude offers objecting as plainly as supporting.
 */
import { STANDARD_ITEMS, type StandardItem, standardQuestion } from '../standard-items.ts'
import { type BankItem, choice, choices, graded, measured, written } from './bank-item.ts'

/** The items of the published survey, by the names and numbers of the paper; the sentence around them is ours. */
const XIAHE_ASPECTS = [
  ['xiahe-c1', '定居点选址环境'],
  ['xiahe-c2', '水草源配置'],
  ['xiahe-c3', '空气质量'],
  ['xiahe-c4', '草场退化与卫生感知'],
  ['xiahe-c5', '区位优势'],
  ['xiahe-c6', '家庭收入及来源'],
  ['xiahe-c7', '饮食结构'],
  ['xiahe-c8', '亲朋邻里感'],
  ['xiahe-c9', '藏族传统习俗沿袭'],
  ['xiahe-c10', '心理归属感'],
  ['xiahe-c11', '房屋质量与朝向'],
  ['xiahe-c12', '居室风貌'],
  ['xiahe-c13', '宗教空间设置'],
  ['xiahe-c14', '厨卫浴设置'],
  ['xiahe-c15', '水电供应'],
  ['xiahe-c16', '教育条件'],
  ['xiahe-c17', '看病就医条件'],
  ['xiahe-c18', '公共活动场所'],
  ['xiahe-c19', '生态补偿及定居补贴'],
  ['xiahe-c20', '实用技术培训'],
] as const

const QUESTIONS = [
  ...(Object.keys(STANDARD_ITEMS) as StandardItem[]).map(standardQuestion),
  choice(
    'heard',
    '在今天之前，您是否了解这件事的具体内容？',
    ['well', '了解'],
    ['partly', '听说过，但不了解具体内容'],
    ['never', '没有听说过'],
  ),
  choices(
    'heard-from',
    '您是从哪里知道这件事的？（可多选）',
    ['notice', '公示公告'],
    ['meeting', '村（居）民会议、座谈会'],
    ['visit', '工作人员入户走访'],
    ['media', '报纸、电视、网络'],
    ['neighbours', '亲友邻居'],
  ),
  choice(
    'affected',
    '这件事对您家有没有影响？',
    ['land', '涉及我家的土地或者房屋'],
    ['nearby', '不涉及土地房屋，但离我家较近'],
    ['living', '影响我家的收入或者日常生活'],
    ['none', '没有影响'],
    ['unknown', '不清楚'],
  ),
  choice(
    'opposition-strength',
    '如果您反对，反对的程度是？',
    ['mild', '有些反对，可以商量'],
    ['strong', '比较反对，除非作出较大改变'],
    ['firm', '坚决反对'],
    ['none', '我不反对'],
  ),
  choice(
    'conditions-met',
    '如果您的主要要求得到解决，您的态度是？',
    ['support', '支持'],
    ['conditional', '看落实情况再定'],
    ['oppose', '仍然反对'],
  ),
  graded('openness', '您对这件事的信息公开和征求意见情况是否满意？', 'satisfaction'),
  graded('compensation', '您对补偿、安置和保障方案是否满意？', 'satisfaction'),
  graded('security', '您对社会保障（养老、就业、医疗）安排是否满意？', 'satisfaction'),
  graded('procedure', '您认为这件事的办理程序公开、公正吗？', 'agreement'),
  graded('necessity', '您认为这件事对本地发展是必要的吗？', 'agreement'),
  graded('fairness', '您认为补偿标准与周边地区相比是公平的吗？', 'agreement'),
  choice(
    'net-effect',
    '总的来看，这件事对您家利大还是弊大？',
    ['good', '利大于弊'],
    ['even', '利弊相当'],
    ['bad', '弊大于利'],
    ['unknown', '说不清楚'],
  ),
  choices(
    'channels',
    '如果您有意见，愿意通过哪些方式反映？（可多选）',
    ['committee', '向村（居）委会反映'],
    ['hotline', '拨打12345等热线'],
    ['letters', '向信访部门反映'],
    ['online', '网上留言'],
    ['hearing', '参加座谈会、听证会'],
    ['court', '行政复议或者诉讼'],
    ['mediation', '人民调解'],
  ),
  measured('household-size', '您家常住人口有多少？', '人', 20),
  written('conditions', '如果您有条件地支持，条件是什么？'),
  written('measures', '您认为应当采取哪些措施减少不利影响？'),
]

export const RESIDENTS: readonly BankItem[] = [
  ...QUESTIONS.map((question) => ({ audience: 'residents' as const, source: 'practice' as const, question })),
  ...XIAHE_ASPECTS.map(([id, aspect]) => ({
    audience: 'residents' as const,
    source: 'xiahe' as const,
    question: graded(id, `您对“${aspect}”是否满意？`, 'satisfaction'),
  })),
]
