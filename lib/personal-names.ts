/**
 * 人名: words that are probably the name of a person.
 *
 * A name carries no check digit, so none is recognised for certain. In what residents wrote probable names are only
 * pointed out and a person decides; where an office describes a matter, a name is refused, since a dispute or a plan needs
 * no person and a list that names people is a list of people. Precision comes before completeness: a family name alone is
 * half the vocabulary (高, 方, 石, 万, 金), and a guard that cries at every 高压线 is switched off by everybody.
 */

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
 * Characters that given names are made of, after the commonest given names of each decade in the same report (建国, 秀英,
 * 志强, 伟, 芳, 敏, 静, 梓涵, 浩宇 …). Characters that mostly make other words (水, 路, 山, 天, 元, 平房) are left out: they
 * are for what a place alone does not settle.
 */
const GIVEN_CHARACTERS =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂红建国华文玉梅志春海燕永雪婷鹏飞俊峰波宇浩晨辉斌鑫梓涵欣怡博轩豪诗佳琪嘉颖慧莉萍琴云凤珍珠淑贵福德义仁礼信忠孝廉宝荣富祥庆兴旺顺利栋梁松柏亮光彬健康宁安民生才昌盛茂根树森林祖宗绍继承先启振邦卫东国庆援朝跃进爱党胜凯旋翔帆航琳瑶璐瑾瑜倩茜雅蕾薇莹晶晓媛洁冰蓉菲莲菊香翠秋月娥姣妹娇美艺思梦雨馨语桐紫萱伯仲叔季长友朋良善诚毅坚恒睿哲智勤俭'

/** Words of a family name and such characters that are no names. */
const NO_NAMES = new Set(
  '高峰|高明|高兴|高光|高德|高平|高安|石英|石林|石泉|金华|金光|金银|江宁|江海|江华|龙华|龙海|黄梅|黄金|白云|白雪|白兰|白洋|雷雨|方明|方正|方志|万民|万安|万宁|夏秋|夏春|秦安|武安|武德|武平|武义|吴江|余庆|余姚|田林|马云|马航|任民|林森|林海|林芝|林长|叶林|毛利|严明|段宇|高洁|钟祥|许昌|顾先|于是|于先|于民|于安|何先|何友|万长|程先|许先|徐国|高才|高利|高贵|高宁|高强|白光|白宇|石海|石峰|石梁|江东|江安|马利|马德|金玉|万福|万国|万友|史先'.split(
    '|',
  ),
)

/** Made-up names by which minutes speak of people: 张三、李四、王二. */
const SAMPLE = '[张李王赵刘陈][二三四五六七八九]'
/** What stands behind somebody who does, says or owns something. */
const BEHIND_A_NAME =
  '与|和|跟|同|诉|及|说|称|家|要求|认为|反映|提出|表示|不同意|不服|反对|拒绝|阻拦|占用|的|等|户|因|被|向|[，。；、]|$'

/** Only a name in a place where names stand is pointed out: "我叫张三", "王某某", "李大爷", "刘建国书记". */
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
  new RegExp(`${SAMPLE}(?=${BEHIND_A_NAME})`, 'g'),
]

/** Places that also hold other words; here a name must be made of the characters of given names as well. */
const LIKELY_PLACES: readonly RegExp[] = [
  new RegExp(
    `(?<=村民|居民|户主|农户|业主|住户|租户|当事人|申请人|投诉人|信访人|群众)(?:${FAMILY_NAMES})[${GIVEN_CHARACTERS}]{1,2}(?![确显白知细])`,
    'g',
  ),
  new RegExp(`(?:${FAMILY_NAMES})[${GIVEN_CHARACTERS}]{1,2}(?=${BEHIND_A_NAME})`, 'g'),
]

/** Probable personal names, for a person to review; never masked by the machine. Sorted, not overlapping. */
export function possibleNames(text: string): PossibleName[] {
  const found: PossibleName[] = []
  const look = (places: readonly RegExp[], accepts: (name: string) => boolean) => {
    for (const expression of places) {
      for (const match of text.matchAll(expression)) {
        const name = { start: match.index, end: match.index + match[0].length, text: match[0] }
        const taken = found.some((other) => name.start < other.end && other.start < name.end)
        if (!taken && accepts(name.text)) found.push(name)
      }
    }
  }
  look(NAME_PLACES, () => true)
  look(LIKELY_PLACES, (name) => !NO_NAMES.has(name.slice(0, 2)))
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
