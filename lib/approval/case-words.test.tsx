import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { type AllMessages, zhCN } from '../messages/zh-CN.ts'
import { type CaseWords, useCaseWords } from './case-words.tsx'
import { DIFFERENCE_PARTS, type DifferencePart } from './difference.ts'
import { FULL_CASE } from './frozen-case.fixture.ts'
import { type Leaf, leavesOf } from './leaves.ts'

function Face({ take }: { readonly take: (words: CaseWords) => void }) {
  take(useCaseWords([FULL_CASE]))
  return null
}

/** The words of a case, as a face gets them. */
function wordsIn(locale: 'zh-CN' | 'en'): CaseWords {
  let given: CaseWords | undefined
  renderToStaticMarkup(
    <IntlProvider
      locale={locale}
      messages={locale === 'en' ? (en as AllMessages) : zhCN}
      timeZone="Asia/Shanghai"
    >
      <Face
        take={(words) => {
          given = words
        }}
      />
    </IntlProvider>,
  )
  if (!given) throw new Error('the words were not given')
  return given
}

const leaves: readonly (Leaf & { readonly part: DifferencePart })[] = DIFFERENCE_PARTS.flatMap((part) =>
  [...leavesOf(JSON.parse(JSON.stringify(FULL_CASE[part]))).values()].map((leaf) => ({ part, ...leaf })),
)
const find = (...keys: readonly string[]) => {
  const leaf = leaves.find(({ part, trail }) => {
    const said = [part, ...trail.map((stop) => (stop.kind === 'field' ? stop.key : stop.id))]
    return keys.every((key) => said.includes(key))
  })
  if (!leaf) throw new Error(`the case has no ${keys.join('.')}`)
  return leaf
}

test('every field of a case is named in Chinese, and none by its name in the code', () => {
  const words = wordsIn('zh-CN')
  const named = leaves.map(({ part, trail }) =>
    [words.owner(part, trail), words.field(part, trail)].join(' '),
  )
  // Letters of the field's own formulas stay: p, q, W.
  expect([...new Set(named.filter((name) => /[A-Za-z]{2,}/.test(name)))]).toEqual([])
})

test('a value is said as people say it', () => {
  const words = wordsIn('zh-CN')
  const said = (...keys: readonly string[]) => {
    const { part, trail, value } = find(...keys)
    return [words.owner(part, trail), words.field(part, trail), words.value(trail, value)]
  }
  // Two factors each have a measure of the same id.
  const [factor] = FULL_CASE.factors
  const [measure] = factor!.measures
  expect(said('factors', factor!.id, measure!.id, 'cost')).toEqual([
    `${factor!.name} › 防范化解措施 › ${measure!.description}`,
    '费用',
    `${(measure!.cost / 1_000_000).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}万元`,
  ])
  expect(said('legality.authority', 'grade')).toEqual(['决策主体具有法定权限', '认定', '符合'])
  expect(said('n1', 'from')[2]).toBe('2026年10月10日')
  expect(said('c1', 'village-1', 'persons')[0]).toContain('桑科新村')
  expect(said('tally', 'attitude', 'against')[1]).toBe('各题 › 您对本工程的态度是 › 选项 › 反对')
  expect(said('m1', 'toneFirst')[2]).toBe('正面')
  expect(said('economics', 'socialDiscountRate')).toEqual(['', '社会折现率', '8.00%'])
  expect(said('economics', 'shares', 'investment', 'village-1')).toEqual([
    '',
    '费用效益的分配 › 投资 › 桑科新村',
    '3.00%',
  ])
  expect(said('economics', 'shares', 'benefit', '$public')[1]).toBe('费用效益的分配 › 效益 › 社会公众')
  expect(said('economics', 'financial', 'costRows')[2]).toBe('建设投资')
  expect(said('narratives', 'matter')[1]).toBe('项目概况')
})

test('English has words of its own', () => {
  const words = wordsIn('en')
  const { part, trail, value } = find('n1', 'kind')
  expect([words.field(part, trail), words.value(trail, value)]).toEqual(['kind', 'Public comment'])
})
