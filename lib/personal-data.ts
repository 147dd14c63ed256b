/**
 * 个人信息: what must not stay in a text that residents or meetings give us.
 *
 * People write their telephone number under a complaint because they hope to be called, and minutes quote "王某某说". The
 * workbench assesses projects, not people, so numbers that lead to a person are masked before a text is kept in any
 * list. Numbers are recognised by their length and their parts, also mistyped, spaced
 * out or written in Chinese numerals; names cannot be, so probable names are only pointed out, and a person decides.
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

export interface PossibleName {
  /** Position in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The hundred commonest family names cover some 85 % of the Han population (公安部《二〇二〇年全国姓名报告》), with the commonest double ones. */
const FAMILY_NAMES =
  '欧阳|上官|司马|诸葛|皇甫|东方|尉迟|公孙|慕容|令狐|王|李|张|刘|陈|杨|黄|赵|吴|周|徐|孙|马|朱|胡|郭|何|林|高|罗|郑|梁|谢|宋|唐|许|邓|冯|韩|曹|曾|彭|萧|肖|蔡|潘|田|董|袁|于|余|叶|蒋|杜|苏|魏|程|吕|丁|沈|任|姚|卢|傅|钟|姜|崔|谭|廖|范|汪|陆|金|石|戴|贾|韦|夏|邱|方|侯|邹|熊|孟|秦|白|江|阎|薛|尹|段|雷|黎|史|龙|陶|贺|顾|毛|郝|龚|邵|万|钱|严|赖|覃|洪|武|莫|孔'
const GIVEN = String.raw`[\u4e00-\u9fa5]{1,2}`
/**
 * Only a name in a place where names stand is pointed out ("我叫张三", "王某某", "李大爷", "刘建国书记"): a family name alone is
 * also half the vocabulary (高, 方, 石, 万, 金).
 */
const NAME_PLACES: readonly RegExp[] = [
  new RegExp(
    `(?<=我叫|本人|姓名[:：]?|名叫|我是(?=[^，。]{2,4}(?:，|。|$)))(?:${FAMILY_NAMES})${GIVEN}`,
    'g',
  ),
  new RegExp(`(?:${FAMILY_NAMES})某{1,2}`, 'g'),
  new RegExp(
    `(?:${FAMILY_NAMES})(?:${GIVEN})?(?=书记|主任|村长|支书|队长|组长|镇长|乡长|局长|科长|老板|经理|同志|先生|女士|大爷|大妈|大娘|大叔|大伯|婶|嫂|老师|医生)`,
    'g',
  ),
  new RegExp(`(?:老|小)(?:${FAMILY_NAMES})(?=家|说|的|在|，|。|$)`, 'g'),
]

/** Probable personal names, for a person to review; never masked by the machine. Sorted, not overlapping. */
export function possibleNames(text: string): PossibleName[] {
  const found: PossibleName[] = []
  for (const expression of NAME_PLACES) {
    for (const match of text.matchAll(expression)) {
      const name = { start: match.index, end: match.index + match[0].length, text: match[0] }
      if (!found.some((other) => name.start < other.end && other.start < name.end)) found.push(name)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A Chinese name is two to four characters; names of other peoples are written with points and may be longer. */
const NAME_SHAPE =
  /^(?:\p{Script=Han}{1,4}|\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,4}|[A-Za-z][A-Za-z .'-]{1,30})$/u
/** Nobody is called so; a text that loses one of these says something else. */
const NO_NAME = /[不没無无未勿莫别]|反对|支持|赞成|同意|拒绝|抗议|要求|补偿|征收|满意|愿意|建议/u

/** Whether the spans lie in the text, apart from each other, and each could be somebody's name and nothing else. */
export function areMaskableNames(text: string, names: readonly PossibleName[]): boolean {
  const sorted = [...names].sort((a, b) => a.start - b.start)
  return sorted.every(
    ({ start, end, text: name }, i) =>
      text.slice(start, end) === name &&
      name !== '' &&
      start >= (sorted[i - 1]?.end ?? 0) &&
      NAME_SHAPE.test(name) &&
      !NO_NAME.test(name) &&
      // One character is a family name only before a title: 王书记.
      ([...name].length > 1 ||
        possibleNames(text).some((found) => found.start === start && found.end === end)),
  )
}

/** Every place at which a name stands that a reviewer read. */
export function placesOfName(text: string, name: string): PossibleName[] {
  const places: PossibleName[] = []
  if (name === '') return places
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    places.push({ start: at, end: at + name.length, text: name })
  }
  return places
}

/** What a reviewer puts in place of a name. */
export const NAME_MASK = '某某'

export function maskNames(text: string, names: readonly PossibleName[]): string {
  return [...names]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, name) => rest.slice(0, name.start) + NAME_MASK + rest.slice(name.end), text)
}
