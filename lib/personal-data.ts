/**
 * 个人信息: what must not stay in a text that residents or meetings give us.
 *
 * People write their telephone number under a complaint because they hope to be called, and minutes quote "王某某说". The
 * workbench assesses projects, not people, so numbers that lead to a person are masked before a text is kept in any
 * list. Numbers are recognised by their length and their parts, also mistyped, spaced out or written in Chinese numerals;
 * names cannot be, see lib/personal-names.ts.
 */

export const PERSONAL_DATA_KINDS = [
  'identity-number',
  'bank-card',
  'mobile-phone',
  'landline',
  'e-mail',
  'messenger-id',
  'number-plate',
] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** What stands in place of the number: the kind stays readable, since "打我电话" without it would be a riddle. */
const MASK = {
  'identity-number': '〔身份证号已隐去〕',
  'bank-card': '〔卡号已隐去〕',
  'mobile-phone': '〔电话已隐去〕',
  landline: '〔电话已隐去〕',
  'e-mail': '〔邮箱已隐去〕',
  'messenger-id': '〔账号已隐去〕',
  'number-plate': '〔车牌已隐去〕',
} as const satisfies Record<PersonalDataKind, string>

/** GB 11643-1999: weights 2^(17−i) mod 11, the check digit from the table of ISO 7064 MOD 11-2. */
export function isIdentityNumber(text: string): boolean {
  if (/^\d{15}$/.test(text)) return isDay(`19${text.slice(6, 12)}`)
  if (!/^\d{17}[\dX]$/i.test(text)) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase() && isDay(text.slice(6, 14))
}

/** YYYYMMDD. */
function isDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** ISO/IEC 7812-1, annex B: the Luhn check of bank cards. */
export function isBankCard(text: string): boolean {
  if (!/^\d{16,19}$/.test(text)) return false
  const sum = [...text].reverse().reduce((total, digit, i) => {
    const doubled = i % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

const HALF_WIDTH = /[０-９Ｘｘ＠．－（）]/g
/** The same text with full-width digits and signs made half-width, character by character, so that positions agree. */
const halfWidth = (text: string) =>
  text.replace(HALF_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

const NUMERALS: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇零○', '一幺壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)]),
  ),
)
/** And with numerals in Chinese as digits (一三八…): eleven of them in a row are no prose. */
const inDigits = (text: string) =>
  halfWidth(text).replace(/[〇零○一幺壹二贰两三叁四肆五伍六陆七柒八捌九玖]/g, (sign) => NUMERALS[sign]!)

interface Pattern {
  readonly kind: PersonalDataKind
  readonly expression: RegExp
  readonly accepts?: (match: string) => boolean
}

/** What people put between the digits of a number, alone or several at once. No comma: it stands in amounts. */
const GAP = String.raw`[\s·•.\-‐‑–—―_/]{0,4}`
const bare = (text: string) => text.replace(/[^\dXx]/g, '')
/** Digits with or without separators between them. */
const spaced = (n: string) => String.raw`(?:\d${GAP}){${n}}`
/** Numbers of papers are not numbers of people. */
const NOT_A_PAPER = String.raw`(?<!(?:编号|文号|档案号|合同号|图号|地块号|宗地号|宗地代码|项目代码)(?:为|是|[:：])?\s{0,2})`
/** Nor are amounts; 元旦 and 元月 are days. */
const NOT_AN_AMOUNT = String.raw`(?!\s{0,2}(?:元(?![旦月宵])|万|亿|平方|亩|公顷|㎡|吨|立方|千瓦|公里))`

/** Whether digits are parted as people part a telephone number: into few pieces, or into single digits, and not as a sum is. */
function isPartedLikeATelephone(match: string): boolean {
  const pieces = match.split(/\D+/).filter(Boolean)
  // 138123456.78 is money.
  if (/^\d+\.\d{1,2}$/.test(match)) return false
  return pieces.length <= 6 || pieces.every(({ length }) => length === 1)
}

/** The day of birth stands at the seventh place. A slip in the check digit does not make the number public. */
const leadsToABirth = (match: string) => isDay(bare(match).slice(6, 14))

/**
 * In this order: an identity number contains what looks like a telephone number. A run of 16–18 digits without a plausible
 * day of birth is masked as well where it stands behind 身份证 or 卡号.
 */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'identity-number',
    expression: new RegExp(String.raw`(?<![\dA-Za-z])${spaced('17')}[\dXx](?![\dA-Za-z])`, 'g'),
    accepts: leadsToABirth,
  },
  {
    kind: 'identity-number',
    expression:
      /(?<=(?:身份证|身份証|证件)(?:号码|号)?(?:是|为|[:：])?\s{0,3})\d[\dXx -]{13,21}(?![\dA-Za-z])/g,
  },
  {
    kind: 'identity-number',
    expression: new RegExp(String.raw`(?<!\d)${NOT_A_PAPER}${spaced('14')}\d(?!\d)${NOT_AN_AMOUNT}`, 'g'),
    accepts: (match) => !/[.]/.test(match) && isIdentityNumber(bare(match)),
  },
  {
    kind: 'bank-card',
    expression: new RegExp(String.raw`(?<!\d)${spaced('15,18')}\d(?!\d)`, 'g'),
    accepts: (match) => isBankCard(bare(match)),
  },
  {
    kind: 'bank-card',
    expression: /(?<=(?:卡号|银行卡|账号|帐号)(?:是|为|[:：])?\s{0,3})\d[\d ]{10,22}\d/g,
  },
  {
    kind: 'mobile-phone',
    expression: new RegExp(
      String.raw`(?<!\d)${NOT_A_PAPER}(?:(?:\+|00)?86${GAP})?1${GAP}[3-9]${GAP}${spaced('8')}\d(?!\d)${NOT_AN_AMOUNT}`,
      'g',
    ),
    accepts: isPartedLikeATelephone,
  },
  // Area code with 0, then 7 or 8 digits; 400/800 numbers belong to offices and stay.
  {
    kind: 'landline',
    expression: new RegExp(
      String.raw`(?<![\d.])(?:\(0\d{2,3}\)|0\d{2,3})${GAP}[2-9](?:[\s\-—·]{0,2}\d){6,7}(?!\d)`,
      'g',
    ),
  },
  {
    kind: 'landline',
    expression:
      /(?<=(?:电话|座机|手机|联系方式)(?:号码|号)?(?:是|为|[:：])?\s{0,3})[2-9](?:[\s\-—·]{0,2}\d){6,7}(?!\d)/g,
  },
  { kind: 'e-mail', expression: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g },
  {
    kind: 'messenger-id',
    expression:
      /(?<=(?:微信号?|QQ号?|qq号?|扣扣|抖音号?|快手号?|wechat|WeChat|vx|VX|v信)(?:号码)?(?:是|为|[:：])?\s{0,3})[A-Za-z0-9_-]{5,30}/g,
  },
  {
    kind: 'number-plate',
    expression:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·]?(?:[A-HJ-NP-Z0-9]{5}[A-HJ-NP-Z0-9挂学警港澳]?)(?![A-Z0-9])/g,
  },
]

export interface MaskedText {
  readonly text: string
  /** How many of each kind were masked; kinds that did not occur are absent. */
  readonly masked: Readonly<Partial<Record<PersonalDataKind, number>>>
}

/** Digits first: read as one number with a numeral before it (其一138…), a telephone would seem to have twelve digits. */
const PASSES = [halfWidth, inDigits].flatMap((read) => PATTERNS.map((pattern) => [pattern, read] as const))

/** Masks every number, address and account that leads to a person. Masking a masked text changes nothing. */
export function maskPersonalData(text: string): MaskedText {
  const masked: Partial<Record<PersonalDataKind, number>> = {}
  let result = text
  for (const [{ kind, expression, accepts }, read] of PASSES) {
    const shadow = read(result)
    let from = 0
    let rewritten = ''
    for (const match of shadow.matchAll(expression)) {
      if (accepts && !accepts(match[0])) continue
      rewritten += result.slice(from, match.index) + MASK[kind]
      from = match.index + match[0].length
      masked[kind] = (masked[kind] ?? 0) + 1
    }
    result = rewritten + result.slice(from)
  }
  return { text: result, masked }
}

export function hasPersonalData(text: string): boolean {
  return Object.keys(maskPersonalData(text).masked).length > 0
}
