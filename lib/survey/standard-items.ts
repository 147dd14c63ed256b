/**
 * Ready-made items and labels for a questionnaire.
 *
 * They are the questions residents are asked in the field, in the words residents read, so they exist in Chinese only.
 * An attitude item always offers objecting beside supporting; support counts the unconditional answer alone unless the
 * assessor widens it on screen, because a default must not favour support.
 */
import type { IndexName, Question, Questionnaire } from './questionnaire.ts'

export type ScaleLabels = [string, string, string, string, string]

/** Five grades, the favourable end first. */
export const SCALE_PRESETS = {
  satisfaction: ['非常满意', '比较满意', '基本满意', '不太满意', '很不满意'],
  agreement: ['非常同意', '比较同意', '一般', '不太同意', '很不同意'],
  confidence: ['很有信心', '较有信心', '一般', '信心不足', '没有信心'],
} as const satisfies Record<string, readonly [string, string, string, string, string]>
export type ScalePreset = keyof typeof SCALE_PRESETS

export function presetLabels(preset: ScalePreset): ScaleLabels {
  return [...SCALE_PRESETS[preset]]
}

export const STANDARD_ITEMS = {
  attitude: {
    id: 'attitude',
    title: '总的来说，您对这件事的态度是？',
    required: false,
    type: 'single',
    options: [
      { id: 'support', label: '支持' },
      { id: 'conditional', label: '有条件支持' },
      { id: 'indifferent', label: '无所谓' },
      { id: 'oppose', label: '反对' },
    ],
  },
  confidence: {
    id: 'confidence',
    title: '您对有关承诺（补偿、安置、环保等）能够兑现有没有信心？',
    required: false,
    type: 'scale',
    labels: [...SCALE_PRESETS.confidence],
  },
  worries: {
    id: 'worries',
    title: '您最担心哪些问题？（可多选）',
    required: false,
    type: 'multiple',
    options: [
      { id: 'compensation', label: '补偿标准偏低或发放不及时' },
      { id: 'resettlement', label: '安置、就业和社会保障没有着落' },
      { id: 'environment', label: '环境污染、噪声或健康受影响' },
      { id: 'safety', label: '施工和运营安全' },
      { id: 'living', label: '出行、上学、就医等日常生活受影响' },
      { id: 'value', label: '房屋土地价值或经营收入下降' },
      { id: 'openness', label: '信息不公开、程序不公正' },
      { id: 'other', label: '其他' },
      { id: 'none', label: '没有担心' },
    ],
  },
  // Coarse on purpose: it shows whether a generation was left out, and leads to nobody.
  age: {
    id: 'age',
    title: '您的年龄段是？（只用来看有没有漏掉哪一代人）',
    required: false,
    type: 'single',
    options: [
      { id: 'under-20', label: '20岁以下' },
      { id: '20-29', label: '20至29岁' },
      { id: '30-39', label: '30至39岁' },
      { id: '40-49', label: '40至49岁' },
      { id: '50-up', label: '50岁及以上' },
    ],
  },
  demands: {
    id: 'demands',
    title: '您对这件事有什么意见、要求或建议？',
    required: false,
    type: 'text',
    maxLength: 500,
  },
} as const satisfies Record<string, DeepReadonly<Question>>
export type StandardItem = keyof typeof STANDARD_ITEMS

/** Which standard item measures which index, and by which answers. */
export const STANDARD_INDICES: Readonly<
  Partial<Record<IndexName, { readonly item: StandardItem; readonly optionIds: readonly string[] }>>
> = {
  support: { item: 'attitude', optionIds: ['support'] },
  opposition: { item: 'attitude', optionIds: ['oppose'] },
  confidence: { item: 'confidence', optionIds: ['1', '2'] },
}

/** A copy that may be changed. */
export function standardQuestion(item: StandardItem): Question {
  return structuredClone(STANDARD_ITEMS[item]) as unknown as Question
}

/** A questionnaire to begin with: heard of it, attitude, two satisfactions, worries, demands, confidence. */
export function startingQuestionnaire(matterTitle: string): Questionnaire {
  const heard: Question = {
    id: 'heard',
    title: '在今天之前，您是否了解这件事的具体内容？',
    required: false,
    type: 'single',
    options: [
      { id: 'well', label: '了解' },
      { id: 'partly', label: '听说过，但不了解具体内容' },
      { id: 'never', label: '没有听说过' },
    ],
  }
  const satisfied = (id: string, title: string): Question => ({
    id,
    title,
    required: false,
    type: 'scale',
    labels: presetLabels('satisfaction'),
  })
  return {
    title: `${[...matterTitle].slice(0, 100).join('')}公众意见调查`,
    introduction:
      '为了解您对这件事的真实想法，我们开展这次调查。答案没有对错，反对和不满意的意见同样重要。调查不记名，不收集姓名、电话和住址，结果只用于社会稳定风险评估。',
    questions: [
      heard,
      standardQuestion('attitude'),
      satisfied('openness', '您对这件事的信息公开和征求意见情况是否满意？'),
      satisfied('compensation', '您对补偿、安置和保障方案是否满意？'),
      standardQuestion('worries'),
      standardQuestion('confidence'),
      standardQuestion('demands'),
    ],
    indices: {
      satisfaction: { questionIds: ['openness', 'compensation'], optionIds: ['1', '2'] },
      support: { questionIds: ['attitude'], optionIds: ['support'] },
      confidence: { questionIds: ['confidence'], optionIds: ['1', '2'] },
      opposition: { questionIds: ['attitude'], optionIds: ['oppose'] },
    },
  }
}

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value
