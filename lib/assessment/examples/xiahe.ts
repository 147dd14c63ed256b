/**
 * A published survey of a real resettlement project, used as the worked example (示例) and as an independent truth for tests.
 *
 * 甘南藏区游牧民定居工程满意度研究——以夏河县为例, 干旱区地理 2019(3): 636–644, ChinaXiv:201906.00061
 * (https://chinaxiv.org/abs/201906.00061). 300 households were interviewed in August 2017 in five resettlement villages,
 * 292 answers were valid, each item on five grades. The paper prints, for every item, the share of each grade
 * (its membership row) and a weight. Only these marginal shares are published: how one household combined its answers
 * is not known, so nothing may be read from the reconstructed answers but the marginals.
 */

export const XIAHE_VALID = 292

export const XIAHE_GRADES = ['非常满意', '比较满意', '基本满意', '不太满意', '很不满意'] as const

export interface XiaheItem {
  readonly id: string
  readonly name: string
  /** Global weight of the item. */
  readonly weight: number
  /** Printed share of each grade; the row of C4 sums to 0.9657, as printed. */
  readonly membership: readonly [number, number, number, number, number]
}

export const XIAHE_ITEMS: readonly XiaheItem[] = [
  { id: 'C1', name: '定居点选址环境', weight: 0.0324, membership: [0.1575, 0.6678, 0.1507, 0.0171, 0.0068] },
  { id: 'C2', name: '水草源配置', weight: 0.023, membership: [0.1301, 0.6438, 0.1301, 0.0753, 0.0205] },
  { id: 'C3', name: '空气质量', weight: 0.007, membership: [0.7568, 0.1644, 0.0788, 0.0, 0.0] },
  {
    id: 'C4',
    name: '草场退化与卫生感知',
    weight: 0.0123,
    membership: [0.0993, 0.0445, 0.2363, 0.4418, 0.1438],
  },
  { id: 'C5', name: '区位优势', weight: 0.0133, membership: [0.1164, 0.2877, 0.4452, 0.0993, 0.0514] },
  { id: 'C6', name: '家庭收入及来源', weight: 0.0439, membership: [0.0377, 0.3185, 0.363, 0.1815, 0.0993] },
  { id: 'C7', name: '饮食结构', weight: 0.0108, membership: [0.0719, 0.4144, 0.2637, 0.1747, 0.0753] },
  { id: 'C8', name: '亲朋邻里感', weight: 0.0128, membership: [0.2808, 0.3253, 0.2329, 0.1096, 0.0514] },
  {
    id: 'C9',
    name: '藏族传统习俗沿袭',
    weight: 0.0217,
    membership: [0.0993, 0.0993, 0.2568, 0.2774, 0.2671],
  },
  { id: 'C10', name: '心理归属感', weight: 0.0214, membership: [0.0685, 0.1507, 0.3425, 0.3219, 0.1164] },
  { id: 'C11', name: '房屋质量与朝向', weight: 0.0805, membership: [0.3664, 0.5068, 0.1267, 0.0, 0.0003] },
  { id: 'C12', name: '居室风貌', weight: 0.1561, membership: [0.0274, 0.0891, 0.226, 0.4315, 0.226] },
  { id: 'C13', name: '宗教空间设置', weight: 0.0514, membership: [0.0308, 0.0616, 0.5342, 0.2979, 0.0753] },
  { id: 'C14', name: '厨卫浴设置', weight: 0.0319, membership: [0.0822, 0.274, 0.1986, 0.387, 0.0582] },
  { id: 'C15', name: '水电供应', weight: 0.108, membership: [0.6986, 0.2158, 0.0548, 0.0137, 0.0171] },
  { id: 'C16', name: '教育条件', weight: 0.1509, membership: [0.2877, 0.4795, 0.1849, 0.0274, 0.0205] },
  { id: 'C17', name: '看病就医条件', weight: 0.0863, membership: [0.2637, 0.1678, 0.3425, 0.1336, 0.0925] },
  { id: 'C18', name: '公共活动场所', weight: 0.0552, membership: [0.3253, 0.2877, 0.3116, 0.0685, 0.0068] },
  {
    id: 'C19',
    name: '生态补偿及定居补贴',
    weight: 0.0328,
    membership: [0.0342, 0.1781, 0.4144, 0.2842, 0.089],
  },
  { id: 'C20', name: '实用技术培训', weight: 0.0483, membership: [0.0308, 0.0411, 0.3425, 0.4041, 0.1815] },
]

/**
 * The five villages together: households as printed, persons as the villages' figures add up (the text prints 9,540 for the
 * same households). Answers are not published by village, so the villages cannot be strata.
 */
export const XIAHE_RESIDENTS = { name: '五个定居村的定居牧民', households: 1128, persons: 5920 } as const

export const XIAHE_CRITERIA = {
  // C5 stands under B1 in the paper's table 1, but the printed weights and vectors only follow with C5 under B2:
  // 0.0747 = C1 + … + C4 and 0.1238 = C5 + … + C10, both within rounding.
  B1: { name: '自然环境', weight: 0.0747, items: ['C1', 'C2', 'C3', 'C4'] },
  B2: { name: '人文环境', weight: 0.1238, items: ['C5', 'C6', 'C7', 'C8', 'C9', 'C10'] },
  B3: { name: '居住环境', weight: 0.3199, items: ['C11', 'C12', 'C13', 'C14'] },
  B4: { name: '公共基础服务设施', weight: 0.4816, items: ['C15', 'C16', 'C17', 'C18', 'C19', 'C20'] },
} as const

/** What the paper prints for the criteria (B) and for the whole (A); A does not follow from its own inputs. */
export const XIAHE_PRINTED = {
  B1: [0.1968, 0.5135, 0.1523, 0.1038, 0.0337],
  B2: [0.0904, 0.2567, 0.3277, 0.2058, 0.1195],
  B3: [0.1201, 0.2098, 0.2482, 0.2951, 0.1268],
  B4: [0.3368, 0.278, 0.2299, 0.1034, 0.0519],
  A: [0.2608, 0.265, 0.2368, 0.1617, 0.0757],
} as const

/**
 * Whole numbers of answers per grade whose shares are closest to a membership row: largest-remainder rounding of
 * membership × n. A row that does not sum to one (C4) leaves the rest unanswered.
 */
export function gradeCounts(membership: readonly number[], n: number): number[] {
  const exact = membership.map((share) => share * n)
  const counts = exact.map(Math.floor)
  const total = Math.min(n, Math.round(exact.reduce((sum, value) => sum + value, 0)))
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (let given = counts.reduce((sum, value) => sum + value, 0), k = 0; given < total; given++, k++) {
    const next = byRemainder[k % byRemainder.length]!
    counts[next.i] = counts[next.i]! + 1
  }
  return counts
}

/**
 * 292 sets of answers whose counts per item and grade are the published marginals. Item k starts its run of grades at
 * another respondent (37·k, coprime with 292's neighbours), so that no respondent looks like a consistent person: the
 * joint distribution is not published and none is pretended.
 */
export function reconstructedAnswers(): Record<string, string>[] {
  const respondents: Record<string, string>[] = Array.from({ length: XIAHE_VALID }, () => ({}))
  XIAHE_ITEMS.forEach((item, k) => {
    const grades = gradeCounts(item.membership, XIAHE_VALID).flatMap((count, grade) =>
      Array.from({ length: count }, () => String(grade + 1)),
    )
    grades.forEach((grade, i) => {
      respondents[(i + 37 * k) % XIAHE_VALID]![item.id] = grade
    })
  })
  return respondents
}
