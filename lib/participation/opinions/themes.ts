/**
 * 主题与典型诉求: what opinions are about.
 *
 * Opinions are gathered into themes so that each can be answered. The starting list follows the eight categories of risk
 * factors (政策规划和审批程序 … 媒体舆论) in the words residents use, plus support, which is an opinion like any other.
 * The office changes it freely; a theme is a subject, never a kind of person.
 */
import { THEME_KEYWORDS } from './theme-keywords.ts'
import type { ThemeWords } from './theme-suggestion.ts'

/** In the order in which an office meets them. */
export const STARTING_THEMES: readonly ThemeWords[] = [
  { id: 'compensation', name: '征收补偿标准', keywords: THEME_KEYWORDS.compensation },
  { id: 'resettlement', name: '安置与过渡', keywords: THEME_KEYWORDS.resettlement },
  { id: 'livelihood', name: '就业、社保与生计', keywords: THEME_KEYWORDS.livelihood },
  { id: 'environment', name: '环境污染与生态', keywords: THEME_KEYWORDS.environment },
  { id: 'construction', name: '施工影响与质量', keywords: THEME_KEYWORDS.construction },
  { id: 'health', name: '健康与公共安全', keywords: THEME_KEYWORDS.health },
  { id: 'property', name: '房产价值与采光通风', keywords: THEME_KEYWORDS.property },
  { id: 'disclosure', name: '信息公开与程序参与', keywords: THEME_KEYWORDS.disclosure },
  { id: 'traffic', name: '交通出行', keywords: THEME_KEYWORDS.traffic },
  { id: 'trust', name: '承诺兑现与资金监管', keywords: THEME_KEYWORDS.trust },
  { id: 'culture', name: '文化习俗与坟墓宗教场所', keywords: THEME_KEYWORDS.culture },
  { id: 'facilities', name: '公共配套设施', keywords: THEME_KEYWORDS.facilities },
  { id: 'support', name: '支持与赞成', keywords: THEME_KEYWORDS.support },
]
