/** What departments (部门) are asked: each within its own duties, on the four dimensions and on measures. */
import { type BankItem, choice, choices, graded, written } from './bank-item.ts'

const judged = (id: string, title: string) =>
  choice(
    id,
    title,
    ['yes', '符合'],
    ['partly', '基本符合，需要完善'],
    ['no', '不符合'],
    ['outside', '不属于本部门职责'],
  )

const QUESTIONS = [
  choice(
    'department-opinion',
    '本部门对实施这件事的意见是？',
    ['implement', '可以实施'],
    ['phases', '部分或者分步实施'],
    ['defer', '暂缓实施'],
    ['stop', '不宜实施'],
    ['none', '不属于本部门职责，不发表意见'],
  ),
  judged('legality', '从本部门职责看，这件事是否符合法律法规和政策？'),
  judged('reasonableness', '方案是否兼顾各方利益，补偿安置是否合理？'),
  judged('feasibility', '时机、资金和技术条件是否具备？'),
  judged('safety', '是否不致引发较大的公共安全和社会稳定问题？'),
  choice(
    'permits',
    '属于本部门的前置审批手续办理情况？',
    ['done', '已办结'],
    ['underway', '正在办理'],
    ['missing', '尚未办理'],
    ['none', '不需要本部门审批'],
  ),
  choices(
    'department-risks',
    '本部门认为应当关注的风险有哪些？（可多选）',
    ['planning', '规划选址和审批程序'],
    ['land', '土地房屋征收补偿'],
    ['funds', '资金筹措'],
    ['environment', '生态环境影响'],
    ['construction', '施工和质量安全'],
    ['livelihood', '群众生产生活'],
    ['opinion', '媒体舆论'],
  ),
  graded('measures-adequate', '您认为现有的风险防范化解措施足够吗？', 'agreement'),
  choice(
    'mediation',
    '发生纠纷时，适宜采用的化解途径是？',
    ['people', '人民调解'],
    ['administrative', '行政调解'],
    ['judicial', '司法调解'],
    ['joint', '联动调解'],
  ),
  written('basis', '本部门意见的依据（法规、规划或者文件名称和文号）'),
  written('department-advice', '对防范化解措施和应急预案的建议'),
]

export const DEPARTMENTS: readonly BankItem[] = QUESTIONS.map((question) => ({
  audience: 'departments',
  source: 'practice',
  question,
}))
