/**
 * Credibility findings in Chinese, for the staff of a county office and for residents: what was seen, how likely it is in
 * an honest survey, what to do; never "造假". Full-width punctuation, and no statistical term without its explanation.
 */
import type { Channel, MissingEvidence } from './evidence.ts'
import type { Cause, CheckName, Finding, Severity } from './finding.ts'
import { bandOf, oneIn, PRACTICALLY_NEVER, percent, statistic } from './wording-numbers.ts'

export const LABELS_ZH: Readonly<Record<Severity, string>> = {
  flag: '【须作说明】',
  notice: '【提请注意】',
  pass: '【未见异常】',
  'not-applicable': '【未能核查】',
}

export const CHECK_TITLES_ZH: Readonly<Record<CheckName, string>> = {
  unanimity: '意见一边倒',
  'full-return': '全部收回',
  'code-custody': '问卷去向',
  'ineligible-respondents': '受访者资格',
  'straight-lining': '整卷同一答案',
  'time-bursts': '集中填答',
  'channel-difference': '不同渠道的差异',
  'open-channel-benchmark': '与公开渠道或独立调查对照',
  'stratum-response': '各群体回应情况',
  'frame-coverage': '年龄覆盖',
}

const CHANNELS: Readonly<Record<Channel, string>> = {
  'open-link': '公开链接',
  'one-time-code': '一次性答题码',
  'assisted-interview': '入户代填',
  'paper-entry': '纸质问卷',
}

const MISSING: Readonly<Record<MissingEvidence, string>> = {
  attitudes: '有效答卷的态度统计',
  issued: '发出的问卷或答题码数量',
  'returned-spoilt-unused': '收回、作废和未使用的数量',
  'left-over-slips': '没有发出的作答码纸条的清点数',
  strata: '各群体的户数、人数和答卷数',
  'two-strata-with-size': '至少两个群体的户数或人数',
  'stratum-size': '该群体的户数、人数或受邀人数',
  'age-bands': '受访者的年龄分布',
  'five-days-thirty-answers': '至少五天、三十份答卷的逐日统计',
  'straight-lined': '整卷选同一答案的份数',
  ineligible: '受访者资格的回访核对结果',
  'handled-channel': '纸质或代填渠道的答卷',
  'self-answered-channel': '居民自行填答渠道的答卷',
  'open-link-or-benchmark': '公开链接的答卷或独立调查结果',
}

/** Channels by their Chinese name; names of groups, days and sources as they were given. */
function place(finding: Finding): string {
  const name = finding.place ?? ''
  return name in CHANNELS ? CHANNELS[name as Channel] : name
}

function large(n: number): string {
  if (n >= 1e8) return `${Number((n / 1e8).toPrecision(2))}亿`
  return n >= 1e4 ? `${Number((n / 1e4).toPrecision(2))}万` : String(n)
}

function chance(finding: Finding): string {
  if (finding.concealed) {
    const band = bandOf(finding)
    return band === null ? '不小' : `不到${band}`
  }
  const p = finding.pValue
  if (p === null) throw new Error(`${finding.check}: no p-value to word`)
  if (p < PRACTICALLY_NEVER) return '不到十亿分之一'
  return p < 0.01 ? `只有约${large(oneIn(p))}分之一` : `只有约${percent(p)}`
}

function origin(finding: Finding): string {
  return finding.basis === 'default' ? '（参照值为本系统默认值，并非官方规定）' : '（参照值由评估方案设定）'
}

const VERIFY = '请核实并在报告中说明。'

function advice(finding: Finding, whenFlagged: string): string {
  return finding.severity === 'flag' ? whenFlagged : '这种情况偶尔也会正常出现，建议留意。'
}

export const SENTENCES_ZH: Readonly<Record<Cause, (finding: Finding) => string>> = {
  'no-opposition'(f) {
    const n = statistic(f, 'answers')
    const seen = `${n}份有效答卷中没有一份表示反对。`
    const odds =
      f.basis === 'open-channel'
        ? `而公开链接的${statistic(f, 'openAnswers')}份答卷中有${statistic(f, 'openOpposed')}份反对；即使考虑到反对者更愿意使用公开链接，本次调查一个反对者都没有碰到的可能性${chance(f)}。`
        : `即使实际只有${percent(statistic(f, 'reference'))}的人反对，一个反对者都没有碰到的可能性${chance(f)}${origin(f)}。`
    if (f.severity === 'pass')
      return `${seen}按这样的答卷数量，没有碰到反对者是可能的，不能据此认为无人反对。`
    return seen + odds + advice(f, '请核查答卷是否由本人填写、填写时有无他人在场，并在报告中说明。')
  },
  'token-opposition': (f) =>
    `${statistic(f, 'answers')}份有效答卷中只有${statistic(f, 'opposed')}份表示反对。即使实际反对者只占${percent(statistic(f, 'reference'))}，反对者这样少的可能性${chance(f)}${origin(f)}。${advice(f, '请核查答卷是否由本人填写，并在报告中说明。')}`,
  'opposition-present': (f) =>
    `${statistic(f, 'answers')}份有效答卷中有${statistic(f, 'opposed')}份表示反对。有人反对是正常现象。`,
  'nobody-refused': (f) =>
    `“${place(f)}”发出${statistic(f, 'issued')}份，${statistic(f, 'valid')}份全部收回且全部有效，没有一人拒答、外出或填错。即使每份都有${percent(statistic(f, 'reference'))}的把握收回，全部收回的可能性${chance(f)}${origin(f)}。${advice(f, '请说明问卷如何发放、受访者如何选定、有无代填。')}`,
  'some-did-not-return': (f) =>
    statistic(f, 'valid') >= statistic(f, 'issued')
      ? `“${place(f)}”发出${statistic(f, 'issued')}份，全部收回；数量不多，属于可能的情况。`
      : `“${place(f)}”发出${statistic(f, 'issued')}份，收回有效答卷${statistic(f, 'valid')}份。有人不答是正常现象。`,
  'more-back-than-issued': (f) =>
    `“${place(f)}”发出${statistic(f, 'issued')}份，收回、作废和未使用的合计却有${statistic(f, 'back')}份，多出${statistic(f, 'back') - statistic(f, 'issued')}份。${VERIFY}`,
  unaccounted: (f) =>
    `“${place(f)}”发出${statistic(f, 'issued')}份，收回、作废和未使用的合计${statistic(f, 'back')}份，有${statistic(f, 'unaccounted')}份去向不明。${VERIFY}`,
  'more-answers-than-returned': (f) =>
    `“${place(f)}”收回${statistic(f, 'returned')}份，录入的有效答卷却有${statistic(f, 'answers')}份。${VERIFY}`,
  'custody-balanced': (f) =>
    `“${place(f)}”发出${statistic(f, 'issued')}份，与收回、作废和未使用的合计数相符。`,
  'left-over-slips-used': (f) =>
    `“${place(f)}”印制${statistic(f, 'issued')}张，清点时有${statistic(f, 'leftOver')}张没有发出，发出的只有${statistic(f, 'handedOut')}张，却有${statistic(f, 'answers')}份答卷：至少${statistic(f, 'answers') - statistic(f, 'handedOut')}份用的是没有发给居民的作答码。${VERIFY}`,
  'within-slips-handed-out': (f) =>
    `“${place(f)}”印制${statistic(f, 'issued')}张，清点有${statistic(f, 'leftOver')}张没有发出；发出的${statistic(f, 'handedOut')}张中用了${statistic(f, 'answers')}张。有人不用是正常现象。`,
  'many-ineligible': (f) =>
    `核对的${statistic(f, 'verified')}名受访者中，有${statistic(f, 'ineligible')}人不属于调查对象（如已迁出、已去世或从未见过问卷）。一般名册中这类人约占${percent(statistic(f, 'reference'))}${origin(f)}，达到这样多的可能性${chance(f)}。${advice(f, '这些答卷不能代表受影响的居民，请剔除并补充调查。')}`,
  'few-ineligible': (f) =>
    `核对的${statistic(f, 'verified')}名受访者中，不属于调查对象的有${statistic(f, 'ineligible')}人，在一般名册的误差之内。`,
  'many-alike': (f) =>
    `${statistic(f, 'answers')}份答卷中有${statistic(f, 'alike')}份从头到尾选同一个答案。图快而这样填的人一般不超过${percent(statistic(f, 'reference'))}${origin(f)}，达到这样多的可能性${chance(f)}。${advice(f, '请核查是否由少数人代填。')}`,
  'few-alike': (f) =>
    `${statistic(f, 'answers')}份答卷中有${statistic(f, 'alike')}份从头到尾选同一个答案，属于常见情况。`,
  'one-day-stands-out': (f) =>
    `${place(f)}一天收到${statistic(f, 'answers')}份答卷，其余各天平均${Number(statistic(f, 'usual').toFixed(1))}份。按各天的正常起伏，出现这样一天的可能性${chance(f)}。${advice(f, '如当天有提醒短信、村民会议或集中入户，请在报告中写明；否则请核查。')}`,
  'days-comparable': (f) =>
    `${statistic(f, 'days')}天共收到${statistic(f, 'total')}份答卷，各天多少的起伏属于正常范围。`,
  'handled-less-opposed': (f) =>
    `经他人之手的答卷（纸质、代填）${statistic(f, 'handledAnswers')}份中反对${statistic(f, 'handledOpposed')}份，居民自行填答的${statistic(f, 'selfAnswers')}份中反对${statistic(f, 'selfOpposed')}份。当面作答的人会客气一些，但纯属偶然而相差这样大的可能性${chance(f)}${origin(f)}。${advice(f, '请核查代填和录入环节，并以自行填答的结果为重。')}`,
  'handled-more-opposed': (f) =>
    `经他人之手的答卷（纸质、代填）${statistic(f, 'handledAnswers')}份中反对${statistic(f, 'handledOpposed')}份，明显多于居民自行填答的${statistic(f, 'selfAnswers')}份中的${statistic(f, 'selfOpposed')}份；纯属偶然而相差这样大的可能性${chance(f)}${origin(f)}。${advice(f, '两类渠道可能触及了不同的人群，请分别说明。')}`,
  'channels-agree': (f) =>
    `经他人之手的答卷（${statistic(f, 'handledAnswers')}份）与居民自行填答的答卷（${statistic(f, 'selfAnswers')}份），反对的比例没有明显差别。`,
  'survey-less-opposed': (f) =>
    `本次调查${statistic(f, 'answers')}份答卷中反对的占${percent(statistic(f, 'opposed') / statistic(f, 'answers'))}，而“${place(f)}”中反对的占${percent(statistic(f, 'otherShare'))}。${comparedBy(f)}${advice(f, '请说明两者为何不同，必要时补充调查。')}`,
  'survey-more-opposed': (f) =>
    `本次调查${statistic(f, 'answers')}份答卷中反对的占${percent(statistic(f, 'opposed') / statistic(f, 'answers'))}，高于“${place(f)}”中的${percent(statistic(f, 'otherShare'))}。${comparedBy(f)}${advice(f, '请说明两者为何不同。')}`,
  'benchmark-agrees': (f) =>
    `本次调查反对的占${percent(statistic(f, 'opposed') / statistic(f, 'answers'))}，“${place(f)}”中占${percent(statistic(f, 'otherShare'))}，差别在可以预期的范围之内。`,
  'more-answers-than-people': (f) =>
    `“${place(f)}”收到${statistic(f, 'responded')}份答卷，超过了应答人数${statistic(f, 'most')}人。${VERIFY}`,
  'stratum-silent': (f) =>
    `“${place(f)}”（${statistic(f, 'size')}户或人）一份答卷也没有，其他群体的回应比例是${percent(statistic(f, 'otherRate'))}，属于偶然的可能性${chance(f)}。${advice(f, '这一群体的意见完全缺失，请补充调查。')}`,
  'stratum-low': (f) =>
    `“${place(f)}”${statistic(f, 'size')}户（人）中只有${statistic(f, 'responded')}份答卷，占${percent(statistic(f, 'responded') / statistic(f, 'size'))}，不到其他群体（${percent(statistic(f, 'otherRate'))}）的${percent(statistic(f, 'reference'))}。${statistic(f, 'invitedKnown') === 1 ? advice(f, '请查明原因并补充调查。') : '如抽样方案本来如此，请在报告中写明；否则请补充调查。'}`,
  'rates-comparable': () => '各群体的回应比例没有悬殊的差别。',
  'band-thin': (f) =>
    `“${place(f)}”年龄段的受访者只有${statistic(f, 'responded')}人，占${percent(statistic(f, 'responded') / statistic(f, 'answers'))}，${f.basis === 'parity' ? `各年龄段若平均分布应各占${percent(statistic(f, 'frameShare'))}（未提供当地年龄结构，按平均分布粗略对照）` : `而当地这一年龄段占${percent(statistic(f, 'frameShare'))}`}。${advice(f, '这一年龄段的意见几乎没有听到，请补充调查，或在结论中写明。')}`,
  'bands-covered': (f) =>
    f.basis === 'parity'
      ? '没有哪个年龄段几乎无人作答（未提供当地年龄结构，仅作粗略对照）。'
      : '各年龄段的受访者与当地年龄结构大体相称。',
  'evidence-missing': (f) =>
    `${f.place === undefined ? '' : `“${place(f)}”`}缺少${(f.missing ?? []).map((name) => MISSING[name]).join('、')}，本项核查未能进行；未核查不等于没有问题。`,
}

function comparedBy(f: Finding): string {
  return f.pValue === null
    ? '对方没有公布答卷数量，无法计算偶然的可能性。'
    : `已考虑到填答方式和人群的不同${origin(f)}，纯属偶然而相差这样大的可能性${chance(f)}。`
}

const WITHHELD = (f: Finding) =>
  `有的渠道中反对的或者其他的不足${statistic(f, 'fewest')}份，为保护答卷人不列示份数。`

/** In place of the sentences above where counts are withheld. */
export const CONCEALED_ZH: Readonly<Partial<Record<Cause, (finding: Finding) => string>>> = {
  'token-opposition': (f) =>
    `公开链接以外的${statistic(f, 'answers')}份有效答卷中表示反对的很少。${WITHHELD(f)}即使实际反对者只占${percent(statistic(f, 'reference'))}，反对者这样少的可能性${chance(f)}${origin(f)}。${advice(f, '请核查答卷是否由本人填写，并在报告中说明。')}`,
  'opposition-present': (f) =>
    `公开链接以外的${statistic(f, 'answers')}份有效答卷中有人表示反对。${WITHHELD(f)}有人反对是正常现象。`,
  'many-alike': (f) =>
    `${statistic(f, 'answers')}份答卷中从头到尾选同一个答案的，多于图快而这样填的人一般所占的${percent(statistic(f, 'reference'))}${origin(f)}，这样多的可能性${chance(f)}；份数为保护答卷人不列示。${advice(f, '请核查是否由少数人代填。')}`,
  'few-alike': (f) =>
    `${statistic(f, 'answers')}份答卷中从头到尾选同一个答案的不多，属于常见情况；选的或者没有这样选的不足${statistic(f, 'fewest')}份，为保护答卷人不列示份数。`,
  'handled-less-opposed': (f) =>
    `经他人之手的答卷（纸质、代填，${statistic(f, 'handledAnswers')}份）中反对的比例低于居民自行填答的答卷（${statistic(f, 'selfAnswers')}份）。${WITHHELD(f)}当面作答的人会客气一些，但纯属偶然而相差这样大的可能性${chance(f)}${origin(f)}。${advice(f, '请核查代填和录入环节，并以自行填答的结果为重。')}`,
  'handled-more-opposed': (f) =>
    `经他人之手的答卷（纸质、代填，${statistic(f, 'handledAnswers')}份）中反对的比例明显高于居民自行填答的答卷（${statistic(f, 'selfAnswers')}份）。${WITHHELD(f)}纯属偶然而相差这样大的可能性${chance(f)}${origin(f)}。${advice(f, '两类渠道可能触及了不同的人群，请分别说明。')}`,
  'survey-less-opposed': (f) =>
    `本次调查公开链接以外的${statistic(f, 'answers')}份答卷中反对的比例低于“${place(f)}”。${WITHHELD(f)}${comparedBy(f)}${advice(f, '请说明两者为何不同，必要时补充调查。')}`,
  'survey-more-opposed': (f) =>
    `本次调查公开链接以外的${statistic(f, 'answers')}份答卷中反对的比例高于“${place(f)}”。${WITHHELD(f)}${comparedBy(f)}${advice(f, '请说明两者为何不同。')}`,
  'benchmark-agrees': (f) =>
    `本次调查公开链接以外的${statistic(f, 'answers')}份答卷与“${place(f)}”，反对的比例差别在可以预期的范围之内。${WITHHELD(f)}`,
  'band-thin': (f) =>
    `“${place(f)}”年龄段的受访者很少，人数为保护答卷人不列示；${f.basis === 'parity' ? `各年龄段若平均分布应各占${percent(statistic(f, 'frameShare'))}（未提供当地年龄结构，按平均分布粗略对照）` : `当地这一年龄段占${percent(statistic(f, 'frameShare'))}`}。${advice(f, '这一年龄段的意见几乎没有听到，请补充调查，或在结论中写明。')}`,
}
