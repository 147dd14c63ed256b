/** What stands on a paper form beside the questions, in the languages in which the office itself prints. */
export interface PaperWords {
  readonly serial: string
  readonly specimen: string
  readonly group: string
  readonly assessor: string
  readonly page: string
  readonly how: string
  readonly instructions: readonly string[]
  readonly one: string
  readonly many: string
  readonly atLeast: string
  readonly atMost: string
  readonly rows: string
  readonly ranking: string
  readonly number: string
  readonly day: string
  readonly month: string
  readonly text: string
  readonly end: string
}

const zh: PaperWords = {
  serial: '编号',
  specimen: '样张　请勿填写',
  group: '请谁填写',
  assessor: '调查单位',
  page: '第{n}页，共{total}页',
  how: '填写说明',
  instructions: [
    '自愿参加。可以支持，也可以反对，怎样回答都不影响您的权益。',
    '不要写姓名、电话、住址和证件号码。编号只用来核对发出和收回的份数，不登记哪一份交给了谁。',
    '在方框中打“√”。改动时把原来的涂黑，另选一项。不想答的题目可以空着。',
    '填好后请装入信封封好，亲手投入收集箱或者交给调查人员。',
  ],
  one: '选一项',
  many: '可选多项',
  atLeast: '至少选{n}项',
  atMost: '最多选{n}项',
  rows: '每行选一项',
  ranking: '按重要程度在方框中填名次，1为最前，填到第{n}位',
  number: '填{min}至{max}之间的数字',
  day: '填年月日',
  month: '填年月',
  text: '请写在横线上',
  end: '问卷到此结束。谢谢您说出真实的想法。',
}

const en: PaperWords = {
  serial: 'No.',
  specimen: 'Specimen, not to be filled in',
  group: 'For',
  assessor: 'Asked by',
  page: 'Page {n} of {total}',
  how: 'How to fill this in',
  instructions: [
    'Taking part is up to you. You may support or oppose; no answer affects your rights.',
    'Please write no name, telephone, address or identity number. The number of this form only serves to account for all forms; nobody notes who got which.',
    'Tick a box. To change an answer, black out the old tick and tick another box. You may leave questions open.',
    'When done, put the form into the envelope, seal it, and post it in the box or hand it over yourself.',
  ],
  one: 'choose one',
  many: 'choose any',
  atLeast: 'at least {n}',
  atMost: 'at most {n}',
  rows: 'one in each row',
  ranking: 'write 1 for the most important and so on, up to {n}',
  number: 'a number from {min} to {max}',
  day: 'year, month, day',
  month: 'year, month',
  text: 'please write on the lines',
  end: 'That is all. Thank you for saying what you think.',
}

/** English for forms in English; Chinese beside every other language, as the office's own words. */
export const paperWords = (language: string): PaperWords => (language.startsWith('en') ? en : zh)

export const filled = (words: string, values: Readonly<Record<string, string | number>>) =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
