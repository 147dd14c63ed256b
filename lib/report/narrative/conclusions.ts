/**
 * Levels, economic verdicts and decisions written by hand.
 *
 * The level, the economic verdict and the decisions allowed follow from rules. A text may quote them, as bound fields that change
 * when the results do; typed by hand they may say what no rule gives, and a reader cannot tell the one from the other. So
 * every such word is marked, also where it happens to be right today.
 */
import { partsOf } from './bound-text.ts'

export interface Statement {
  readonly text: string
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

const STATEMENT = new RegExp(
  [
    // 低风险、风险等级为低、风险较低、风险可控
    '[低中高]等?级?风险',
    '风险(?:等级|程度|总体|整体)?(?:评定|判定|确定|认定)?(?:[为是属于]{1,2}|较|很|极)(?:低|中|高|小|大)等?级?',
    '风险(?:总体|整体|基本|完全)?可控',
    // 经济可行、经济上不可行
    '经济(?:效益)?上?(?:不?可行|临界)',
    // 可以实施、同意分步实施、暂缓实施、不予实施
    '(?:可以?|准予|准许|同意|建议|允许|能够|具备条件)(?:部分|分步|全面|如期|立即|暂缓|不予?)*(?:组织|予以)?实施',
    '(?:部分|分步|部分（分步）|暂缓|不予?|不宜|不得|不应)实施',
  ].join('|'),
  'g',
)

/** What a text says of level, verdict and decision outside its bound fields. */
export function handTypedConclusions(text: string): Statement[] {
  const plain = partsOf(text)
    .map((part) => (part.kind === 'field' ? ' '.repeat(part.text.length) : part.text))
    .join('')
  return [...plain.matchAll(STATEMENT)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
