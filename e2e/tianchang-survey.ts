/**
 * The survey of Tianchang on a facility nobody wants beside him, as it was printed: 基于结构方程模型的城市邻避设施风险可接受度
 * 研究——以天长市为例, 干旱区地理 2019(2):463–468 (ChinaXiv 201903.00159V1). Forms went out through the schools and were filled in
 * by parents, which is why almost nobody of them is between twenty and thirty or over fifty.
 *
 * Printed are shares; whole people are made of them here. The paper prints no share of opponents: theirs is made up for
 * this proof, and has to come out of the workbench as it went in.
 */
export const ISSUED = 1500
export const VALID = 1250

type Counts = Readonly<Record<string, number>>

/** Of 1,250: printed 18, 1, 45, 33 and 3 %; 1 % is 12.5 people and 3 % 37.5. Ids and words of the standard item. */
export const AGES: Counts = {
  '20岁以下': 225,
  '20至29岁': 13,
  '30至39岁': 562,
  '40至49岁': 412,
  '50岁及以上': 38,
}

/** What the standard questions do not ask, with the answers as printed and what the print leaves out. */
export const ASKED: Readonly<Record<string, Counts>> = {
  // 50.4 and 49.6 %.
  您的性别是: { 男: 630, 女: 620 },
  // 39, 30 and 14 %; the paper does not say who the other 17 % are.
  您的文化程度是: { 初中: 488, 高中及中专: 375, 本科: 175, 未印出的其他程度: 212 },
  // 91.6 %.
  您是不是本地居民: { 本地居民: 1145, 外来居民: 105 },
}

/** Made up: 62 % against. */
export const ATTITUDES: Counts = { 反对: 775, 有条件支持: 475 }

export const PRINTED_SHARES: Readonly<Record<string, string>> = {
  男: '50.4%',
  女: '49.6%',
  初中: '39.0%',
  高中及中专: '30.0%',
  本科: '14.0%',
  本地居民: '91.6%',
  '20岁以下': '18.0%',
  '20至29岁': '1.0%',
  '30至39岁': '45.0%',
  '40至49岁': '33.0%',
  '50岁及以上': '3.0%',
}

/** Each answer as often as it was given, in an order of its own, so that the items are not one and the same. */
function dealt(counts: Counts, stride: number): string[] {
  const pile = Object.entries(counts).flatMap(([answer, n]) => Array.from({ length: n }, () => answer))
  // A stride without a factor in common with 1,250 = 2 · 5⁴ meets every place once.
  return pile.map((_, i) => pile[(i * stride) % pile.length]!)
}

/** Every form as the words of its answers. */
export const FORMS: readonly (readonly string[])[] = (() => {
  const columns = [AGES, ATTITUDES, ...Object.values(ASKED)].map((counts, i) =>
    dealt(counts, [1, 7, 11, 13, 17][i]!),
  )
  return Array.from({ length: VALID }, (_, i) => columns.map((column) => column[i]!))
})()
