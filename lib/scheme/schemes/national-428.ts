/**
 * The default scheme, after the national frame: 发改投资〔2012〕2492号 and 发改办投资〔2013〕428号.
 *
 * The national texts describe the three levels in words and prescribe the outline of the reports; they state no number.
 * The numbers here are the practice that most reports follow, or the rule of a place that is named. `standing` keeps the
 * two apart, and none of them is to be called official.
 */
import type { Scheme } from '../scheme.ts'

const PRACTICE = {
  standing: 'default-to-confirm',
  source: '行业通行做法，国家文件未规定数值，使用单位应当确认',
} as const

const PROVINCE = {
  standing: 'sourced',
  source: '某省稳评规范的抽样规定（转录），其他地区使用前应当确认',
} as const

const WORKBENCH = {
  standing: 'default-to-confirm',
  source: '本工作台的取值，使用单位应当确认',
} as const

const SHORTENED = {
  standing: 'default-to-confirm',
  source: '说明了理由的缩短可以接受，理由须在报告中列出，为本工作台的取法',
} as const

const MEANS_REVISE = {
  zh: '只有低风险且措施可靠的事项方可提请批准；应当调整方案、落实措施后重新评估，或者不实施。',
  en: 'Only low risk with reliable measures may be approved: revise the plan and assess again, or do not implement.',
} as const

export const NATIONAL_428: Scheme = {
  id: 'national-428',
  name: { zh: '国家框架参考方案（428号文提纲）', en: 'National frame (outline 428), default values' },
  version: '1.0',
  validFrom: '2013-02-17',

  riskDegreeBands: {
    closed: 'upper',
    bands: [
      { degree: 'negligible', name: { zh: '微小', en: 'negligible' }, upTo: 0.04, ...PRACTICE },
      { degree: 'minor', name: { zh: '较小', en: 'minor' }, upTo: 0.16, ...PRACTICE },
      { degree: 'moderate', name: { zh: '一般', en: 'moderate' }, upTo: 0.36, ...PRACTICE },
      { degree: 'major', name: { zh: '较大', en: 'major' }, upTo: 0.64, ...PRACTICE },
      { degree: 'critical', name: { zh: '重大', en: 'critical' }, upTo: 1, ...PRACTICE },
    ],
  },
  probabilityBands: {
    closed: 'upper',
    bands: [
      { name: { zh: '很低', en: 'very low' }, upTo: 0.2, ...PRACTICE },
      { name: { zh: '较低', en: 'low' }, upTo: 0.4, ...PRACTICE },
      { name: { zh: '中等', en: 'medium' }, upTo: 0.6, ...PRACTICE },
      { name: { zh: '较高', en: 'high' }, upTo: 0.8, ...PRACTICE },
      { name: { zh: '很高', en: 'very high' }, upTo: 1, ...PRACTICE },
    ],
  },
  impactBands: {
    closed: 'upper',
    bands: [
      { name: { zh: '可忽略', en: 'negligible' }, upTo: 0.2, ...PRACTICE },
      { name: { zh: '较小', en: 'minor' }, upTo: 0.4, ...PRACTICE },
      { name: { zh: '中等', en: 'moderate' }, upTo: 0.6, ...PRACTICE },
      { name: { zh: '较大', en: 'major' }, upTo: 0.8, ...PRACTICE },
      { name: { zh: '严重', en: 'severe' }, upTo: 1, ...PRACTICE },
    ],
  },

  indexRule: {
    medium: { value: 0.36, begins: 'at', ...PRACTICE },
    high: { value: 0.64, begins: 'above', ...PRACTICE },
  },
  singleFactorRule: {
    medium: { critical: 1, majorOrWorse: 2, ...PRACTICE },
    high: { critical: 2, majorOrWorse: 5, ...PRACTICE },
  },
  oppositionRule: {
    medium: {
      value: 0.1,
      begins: 'at',
      standing: 'sourced',
      source: '上海等地规定的10%；界值本身计入中风险为本工作台的从严取法',
    },
    high: {
      value: 0.33,
      begins: 'at',
      standing: 'sourced',
      source: '上海等地规定的33%；界值本身计入高风险为本工作台的从严取法',
    },
    smallStratum: { value: 10, ...WORKBENCH },
  },
  expectedEventRule: {
    medium: { value: 20, begins: 'at', ...PRACTICE },
    high: { value: 200, begins: 'at', ...PRACTICE },
  },
  directRules: [],
  penaltyTable: null,

  samplingFloors: [
    {
      id: 'land-directly-affected',
      matter: 'land',
      effect: 'direct',
      unit: 'households',
      radiusKm: null,
      name: { zh: '土地征收：直接受影响的全部住户', en: 'Land: every directly affected household' },
      sizes: [{ from: 0, upTo: null, share: { value: 1, begins: 'at' }, atLeast: 0 }],
      ...PROVINCE,
    },
    {
      id: 'environment-3-km',
      matter: 'environment',
      effect: 'direct',
      unit: 'households',
      radiusKm: 3,
      name: { zh: '环境影响：周边3公里内住户', en: 'Environment: households within 3 km' },
      sizes: [
        { from: 0, upTo: 99, share: { value: 0.9, begins: 'above' }, atLeast: 0 },
        { from: 100, upTo: 500, share: { value: 0.5, begins: 'above' }, atLeast: 90 },
        { from: 501, upTo: null, share: { value: 0.3, begins: 'above' }, atLeast: 250 },
      ],
      ...PROVINCE,
    },
    {
      id: 'nimby-4-km',
      matter: 'nimby',
      effect: 'direct',
      unit: 'households',
      radiusKm: 4,
      name: { zh: '邻避设施：周边4公里内住户', en: 'NIMBY facility: households within 4 km' },
      sizes: [
        { from: 0, upTo: 99, share: { value: 0.95, begins: 'above' }, atLeast: 0 },
        { from: 100, upTo: 500, share: { value: 0.6, begins: 'above' }, atLeast: 95 },
        { from: 501, upTo: null, share: { value: 0.4, begins: 'above' }, atLeast: 300 },
      ],
      ...PROVINCE,
    },
    {
      id: 'policy-direct',
      matter: 'policy',
      effect: 'direct',
      unit: 'persons',
      radiusKm: null,
      name: { zh: '重大政策：直接利益相关者', en: 'Major policy: directly affected persons' },
      sizes: [{ from: 0, upTo: null, share: { value: 0, begins: 'at' }, atLeast: 200 }],
      ...PROVINCE,
    },
    {
      id: 'policy-indirect',
      matter: 'policy',
      effect: 'indirect',
      unit: 'persons',
      radiusKm: null,
      name: { zh: '重大政策：间接利益相关者', en: 'Major policy: indirectly affected persons' },
      sizes: [{ from: 0, upTo: null, share: { value: 0, begins: 'at' }, atLeast: 100 }],
      ...PROVINCE,
    },
  ],
  undeclaredMatters: {
    decision: ['policy'],
    policy: ['policy'],
    project: ['environment'],
    event: ['policy'],
    standing: 'default-to-confirm',
    source: '抽样方案没有声明事项类型的，工程项目按环境影响、其他事项按重大政策的下限核对，为本工作台的取法',
  },
  clocks: [
    {
      id: 'land-pre-notice',
      name: { zh: '征收土地预公告', en: 'Pre-notice of land acquisition' },
      days: 10,
      counted: 'working-days',
      kind: 'lasts',
      mayBeShortened: false,
      standing: 'sourced',
      source: '土地管理法实施条例第二十六条',
    },
    {
      id: 'compensation-plan-notice',
      name: { zh: '征地补偿安置方案公告', en: 'Notice of the compensation and resettlement plan' },
      days: 30,
      counted: 'calendar-days',
      kind: 'lasts',
      mayBeShortened: false,
      standing: 'sourced',
      source: '土地管理法实施条例第二十八条',
    },
    {
      id: 'public-comment',
      name: { zh: '公开征求意见', en: 'Public comment' },
      days: 30,
      counted: 'calendar-days',
      kind: 'lasts',
      mayBeShortened: true,
      standing: 'default-to-confirm',
      source: '重大行政决策程序的通行做法，缩短的应当公布理由；有的地方规定不少于20日',
    },
    {
      id: 'assessment-notice',
      name: { zh: '稳评公示', en: 'Notice of the stability assessment' },
      days: 7,
      counted: 'working-days',
      kind: 'lasts',
      mayBeShortened: true,
      standing: 'sourced',
      source: '地方稳评规范，其他地区使用前应当确认',
    },
    {
      id: 'hearing-notice',
      name: { zh: '听证会公告', en: 'Notice of a hearing' },
      days: 30,
      counted: 'calendar-days',
      kind: 'before',
      mayBeShortened: true,
      standing: 'sourced',
      source: '地方听证规定的30日；有的地方规定10日',
    },
    {
      id: 'hearing-participants',
      name: { zh: '听证会参加人名单公布', en: 'List of a hearing’s participants' },
      days: 15,
      counted: 'calendar-days',
      kind: 'before',
      mayBeShortened: true,
      standing: 'sourced',
      source: '地方听证规定的15日；有的地方规定5日',
    },
    {
      id: 'hearing-papers',
      name: { zh: '听证会材料送达', en: 'Papers of a hearing' },
      days: 10,
      counted: 'calendar-days',
      kind: 'before',
      mayBeShortened: true,
      standing: 'sourced',
      source: '地方听证规定的10日；有的地方规定5日',
    },
  ],
  disclosure: {
    notices: ['assessment-notice', 'public-comment'],
    standing: 'default-to-confirm',
    source: '稳评公示和公开征求意见有法定或者规定的时限；其他公告没有时限，不能代替，为本工作台的从严取法',
  },
  procedure: {
    'no-notice': {
      withholds: 'always',
      standing: 'sourced',
      source: '发改投资〔2012〕2492号：评估应当采取公示等方式征求相关群众意见',
    },
    'notice-too-short': {
      withholds: 'always',
      standing: 'default-to-confirm',
      source: '期限不足又没有说明理由的公示，群众来不及提出意见，为本工作台的从严取法',
    },
    'notice-shortened': { withholds: 'never', ...SHORTENED },
    'notice-running': {
      withholds: 'never',
      standing: 'default-to-confirm',
      source: '公示期满以前仍可能收到意见，须在结论旁注明，为本工作台的取法',
    },
    'hearing-without-reason': {
      withholds: 'always',
      standing: 'default-to-confirm',
      source: '听证会的期限不足又没有说明理由，听证不能作为依据，为本工作台的从严取法',
    },
    'hearing-shortened': { withholds: 'never', ...SHORTENED },
    'few-experts': {
      withholds: 'never',
      standing: 'default-to-confirm',
      source: '审定环节另须不少于规定人数的专家出具意见，此处只作注明，为本工作台的取法',
    },
    'no-screening': {
      withholds: 'never',
      standing: 'default-to-confirm',
      source: '国家提纲没有规定排查轮次，未排查的须在结论旁注明',
    },
    'no-emergency-plan': {
      withholds: 'from-medium',
      standing: 'default-to-confirm',
      source: '措施前为中风险、高风险的，应当有应急处置预案；低风险的只作注明，为本工作台的取法',
    },
    'reduction-unfounded': {
      withholds: 'always',
      standing: 'default-to-confirm',
      source: '措施后的数值低于措施前的，须有明确责任主体、完成时限和依据的措施，为本工作台的从严取法',
    },
    'measures-lapsed': {
      withholds: 'if-level-rests-on-it',
      standing: 'default-to-confirm',
      source: '时限已过而没有证明的措施和已经放弃的措施，不能再使风险等级降低，为本工作台的从严取法',
    },
  },
  expertPanel: { value: 3, standing: 'sourced', source: '地方稳评规范：专家组不少于3人' },
  reminders: { disputeReferral: { value: 7, ...WORKBENCH }, drill: { value: 365, ...WORKBENCH } },
  suppressionK: { value: 5, ...WORKBENCH },
  mediaWindowDays: { value: 180, ...WORKBENCH },
  socialDiscountRate: {
    value: 0.08,
    standing: 'sourced',
    source: '建设项目经济评价的社会折现率8%；受益期长的公益项目也有采用6%的',
  },

  decisionGate: {
    low: {
      pass: {
        decisions: ['implement', 'partial'],
        reason: {
          zh: '低风险，经济可行：措施落实后可以实施，也可以部分（分步）实施。',
          en: 'Low risk and economically sound: may be implemented, wholly or in phases, with its measures.',
        },
      },
      marginal: {
        decisions: ['implement', 'partial', 'defer'],
        reason: {
          zh: '低风险，经济临界：实施或者部分（分步）实施的，应当说明理由；也可以暂缓实施，补充论证。',
          en: 'Low risk, economically marginal: implementing needs stated reasons; deferring for further study is open.',
        },
      },
      fail: {
        decisions: ['defer', 'reject'],
        reason: {
          zh: '经济不可行具有否决作用：应当优化方案后重新评价，或者不实施。',
          en: 'The economic verdict is a veto: improve the plan and appraise again, or do not implement.',
        },
      },
    },
    medium: {
      pass: { decisions: ['defer', 'reject'], reason: MEANS_REVISE },
      marginal: { decisions: ['defer', 'reject'], reason: MEANS_REVISE },
      fail: { decisions: ['defer', 'reject'], reason: MEANS_REVISE },
    },
    high: {
      pass: { decisions: ['reject', 'defer'], reason: MEANS_REVISE },
      marginal: { decisions: ['reject', 'defer'], reason: MEANS_REVISE },
      fail: { decisions: ['reject', 'defer'], reason: MEANS_REVISE },
    },
  },
}
