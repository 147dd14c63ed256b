/**
 * 四性: the four tests a matter must pass before it is decided.
 *
 * 合法性 asks whether the body may decide this, in this way; 合理性 whether the burden is fair and the people affected
 * were found, informed and compensated; 可行性 whether time, money and technique are ready; 安全性（可控性） whether harm or
 * unrest is possible and can be prevented. Each test is broken into indicators. The list merges the national frame
 * (发改投资〔2012〕2492号, 发改办投资〔2013〕428号) with local practice; it is a default that an office may refine, not an official
 * annex. No indicator may be about a named person, an "activist", a belief or anyone's history of petitions.
 */
export const DIMENSIONS = ['legality', 'reasonableness', 'feasibility', 'safety'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export interface Indicator {
  readonly id: string
  readonly dimension: Dimension
  readonly zh: string
  readonly en: string
}

const legality = [
  ['authority', '决策主体具有法定权限', 'The body has authority to decide'],
  ['within-limits', '决策未超越法定权限', 'The decision stays within its limits'],
  ['agrees-with-law', '内容符合法律、法规和规章', 'Content agrees with laws and rules'],
  ['agrees-with-policy', '符合国家和地方政策', 'Agrees with national and local policy'],
  ['fits-plans', '符合发展规划、国土空间规划和专项规划', 'Fits development, land and sector plans'],
  [
    'prior-permits',
    '前置手续齐全（用地预审、选址、环评等）',
    'Prior permits complete (land, siting, environment)',
  ],
  [
    'procedure',
    '履行公众参与、专家论证、合法性审查、集体讨论程序',
    'Participation, expert, legal and collective procedure followed',
  ],
  ['notices', '公告公示的形式和期限符合规定', 'Notices given in due form and time'],
  ['public-interest', '符合公共利益目的', 'Serves a public-interest purpose'],
  ['lawful-compensation', '补偿政策合法', 'Compensation policy is lawful'],
  ['policy-continuity', '与以往政策保持连续', 'Continuous with earlier policy'],
] as const

const reasonableness = [
  ['majority-interest', '符合大多数群众的利益', 'In the interest of most people'],
  ['present-and-long-term', '兼顾现实利益和长远利益', 'Weighs present and long-term interests'],
  ['groups-balanced', '兼顾不同利益群体', 'Balances the groups concerned'],
  ['stakeholders-identified', '利益相关群体识别准确', 'Stakeholders correctly identified'],
  ['information-disclosed', '信息公开充分', 'Information disclosed'],
  ['measured-satisfaction', '群众满意度（以调查为准）', 'Satisfaction as measured by survey'],
  ['no-envy', '不引发地区、行业、群体间的攀比', 'No envy between places or groups'],
  ['fair-compensation', '补偿与市场及周边相比公平', 'Compensation fair against market and neighbours'],
  ['resettlement', '安置和社会保障充分、及时', 'Resettlement and social security sufficient and timely'],
  ['proportionate', '手段必要、适度', 'Means necessary and proportionate'],
  ['daily-life', '对日常生活的负担有限', 'Limited burden on daily life'],
  ['grass-roots-view', '基层组织的意见', 'View of grass-roots organisations'],
] as const

const feasibility = [
  ['timing', '时机成熟', 'The timing is ripe'],
  ['development-level', '与当地经济社会发展水平相适应', 'Fits the local level of development'],
  ['funds', '资金落实、来源合法', 'Funds in place and lawful'],
  ['people-and-goods', '人力、物力具备', 'People and goods available'],
  ['technical', '技术条件具备', 'Technical conditions met'],
  ['supporting-plans', '配套方案经过论证', 'Supporting plans argued'],
  ['bearable', '大多数群众能够承受', 'Most people can bear it'],
  ['supported', '大多数群众支持', 'Most people support it'],
  ['environment', '环境影响可接受（邻避设施须标明）', 'Environmental effect acceptable, NIMBY flagged'],
  ['sequence', '建设时序可行', 'The sequence of works is possible'],
  ['economic-appraisal', '经济评价可行', 'The economic appraisal is sound'],
] as const

const safety = [
  ['public-safety', '公共安全隐患', 'Public-safety hazards'],
  ['disputes', '引发矛盾纠纷或群体性事件的可能', 'Disputes or mass incidents possible'],
  ['collective-petitions', '引发集体上访的可能', 'Collective petitions possible'],
  ['negative-press', '引发负面舆论的可能', 'Negative press possible'],
  ['rumours', '谣言传播的可能', 'Rumours possible'],
  ['dispute-ledger', '矛盾纠纷台账和报告制度健全', 'Dispute ledger and reporting kept'],
  ['measure-per-factor', '各风险因素均有防范化解措施', 'A prevention measure for every factor'],
  ['emergency-plan', '应急预案完备', 'Emergency plan complete'],
  ['publicity', '宣传解释工作到位', 'Publicity and explanation'],
  ['capacity-to-bear', '群众的承受能力', 'Capacity of people to bear the effect'],
  ['five-year-record', '近五年同类事项的情况', 'Record of the last five years'],
  ['chain-effects', '对其他群体的连锁影响', 'Chain effects on other groups'],
] as const

type Row = readonly [id: string, zh: string, en: string]

function indicatorsOf(dimension: Dimension, rows: readonly Row[]): Indicator[] {
  return rows.map(([id, zh, en]) => ({ id: `${dimension}.${id}`, dimension, zh, en }))
}

export const INDICATORS: readonly Indicator[] = [
  ...indicatorsOf('legality', legality),
  ...indicatorsOf('reasonableness', reasonableness),
  ...indicatorsOf('feasibility', feasibility),
  ...indicatorsOf('safety', safety),
]

export function indicatorsIn(dimension: Dimension): readonly Indicator[] {
  return INDICATORS.filter((indicator) => indicator.dimension === dimension)
}
