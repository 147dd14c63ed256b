/** 评估依据: the rules that every assessment of this kind rests on. Papers of the single matter are evidence of findings. */
import type { Chapter } from '../chapter.ts'
import { paragraph, section } from '../write.ts'

const GUIDANCE = '《关于建立健全重大决策社会稳定风险评估机制的指导意见（试行）》（中办发〔2012〕2号）'
const PROCEDURE = '《重大行政决策程序暂行条例》（国务院令第713号）'
const PROJECTS = [
  '《国家发展改革委重大固定资产投资项目社会稳定风险评估暂行办法》（发改投资〔2012〕2492号）',
  '《国家发展改革委办公厅关于印发重大固定资产投资项目社会稳定风险分析篇章和评估报告编制大纲（试行）的通知》（发改办投资〔2013〕428号）',
]
const LAND = '《中华人民共和国土地管理法实施条例》（国务院令第743号）第二十六条至第二十八条'

export const bases: Chapter = ({ caseFile }) => {
  const documents = [
    GUIDANCE,
    ...(caseFile.matter.kind === 'event' ? [] : [PROCEDURE]),
    ...(caseFile.matter.kind === 'project' ? PROJECTS : []),
    ...(caseFile.factors.some((factor) => factor.category.includes('征收')) ? [LAND] : []),
  ]
  return [
    section('评估依据'),
    paragraph('本次评估依据下列文件：'),
    ...documents.map((name, i) =>
      paragraph(`（${i + 1}）${name}${i === documents.length - 1 ? '。' : '；'}`),
    ),
    paragraph(
      '本事项的立项、规划、用地、环评等具体文件及补偿、安置方案，列于附录二相应指标的评定依据；未列入的，未作审查。',
    ),
  ]
}
