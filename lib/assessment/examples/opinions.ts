/**
 * Opinions of the worked example, coded and answered. Written for the example in the manner of residents of a
 * resettlement; the published survey prints no opinions, and these are nobody's.
 */
import type { ThemeAnswerEntry } from '../../participation/opinions/opinion.ts'

export const EXAMPLE_OPINIONS: Readonly<Record<string, readonly string[]>> = {
  resettlement: [
    '新村的房子面积小，三代人住不下，能不能按人口分户。',
    '搬过来两年了，房产证还没有办下来。',
    '过渡费只发到去年年底，房子还没交，这几个月租金谁出？',
    '希望选房的时候公开摇号，别先让熟人挑。',
    '老人腿脚不便，请安排住一楼。',
    '院子太小，农具和饲草没地方放。',
  ],
  livelihood: [
    '草场离得远了，放牧一天来回要三个小时。',
    '没了牛羊，家里就靠打零工，冬天没有活。',
    '培训班办过一次，学的挖掘机，县里没有用工的地方。',
    '希望旅游专业合作社优先收我们搬来的人。',
    '水电、暖气都要花钱，开销比老村大多了。',
  ],
  compensation: [
    '牛棚和暖圈按简易房算，差得太多。',
    '邻村同样的草场补得比我们高，想知道是按什么标准。',
    '补偿款分三次给，最后一次什么时候到账？',
  ],
  facilities: [
    '村卫生室经常锁着门，拿药要去县城。',
    '孩子上学要走到国道边等车，冬天太冷，请设个校车站。',
    '自来水三天两头停。',
  ],
  disclosure: ['开会通知是汉文的，老人看不懂，请用两种文字贴出来。', '补偿明细应该一户一张表发到手里。'],
  support: [
    '新村通了路、有了暖气，比山上好，支持。',
    '孩子上学近了，感谢政府。',
    '没有意见，希望越来越好。',
    '房子修得结实，满意。',
  ],
}

/** What the office of the example answered; factors are named by their place in EXAMPLE_FACTORS. */
export const EXAMPLE_ANSWERS: readonly (Omit<ThemeAnswerEntry, 'factorId'> & {
  readonly factor: number | null
})[] = [
  {
    themeId: 'resettlement',
    answer: 'partly',
    reason: '分户和过渡费符合安置方案，应当落实；户型面积由已建成的房屋所限，不能调整。',
    measure: '三个月内补发过渡费，六个月内办结不动产登记；行动不便的老人可以申请调换一楼。',
    factor: 2,
  },
  {
    themeId: 'livelihood',
    answer: 'adopted',
    reason: '就业培训与当地用工脱节，调查和走访都有反映。',
    measure: '培训按旅游合作社和县内企业的用工需求开班，搬迁户优先录用，按季度公布人数。',
    factor: 1,
  },
  {
    themeId: 'compensation',
    answer: 'partly',
    reason: '补偿标准依据省政府公布的区片综合地价，不能突破；暖圈的认定口径不一，应当复核。',
    measure: '对登记为简易房的牛棚、暖圈逐户复核，一个月内公布结果。',
    factor: 0,
  },
  {
    themeId: 'facilities',
    answer: 'adopted',
    reason: '卫生室、校车和供水属于新村应有的配套。',
    measure: '卫生室每日有人值班；在国道口设校车站；更换供水泵。',
    factor: null,
  },
  {
    themeId: 'disclosure',
    answer: 'adopted',
    reason: '公示应当让当事人看得懂。',
    measure: '通知用汉文和藏文张贴，补偿明细一户一表送达。',
    factor: null,
  },
  {
    themeId: 'support',
    answer: 'adopted',
    reason: '对搬迁表示支持的意见，与前述各项改进一并考虑。',
    measure: '按方案实施，并落实以上各项措施。',
    factor: null,
  },
]
