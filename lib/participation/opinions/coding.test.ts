import { describe, expect, it } from 'vitest'
import {
  codingList,
  codingShape,
  groundworkOf,
  namesShape,
  type RegisteredOpinion,
  splittingShape,
} from './coding.ts'
import { addressOfView, parseCodingView, shownAsWord, shownFromWord } from './coding-view.ts'
import { LABELLED_OPINIONS } from './labelled-opinions.fixture.ts'
import { STARTING_THEMES } from './themes.ts'

const opinion = (id: string, text: string, over: Partial<RegisteredOpinion> = {}): RegisteredOpinion => ({
  id,
  text,
  source: 'meeting',
  groupId: null,
  day: '2026-03-01',
  themeId: null,
  struck: null,
  ...over,
})
const VIEW = { shown: 'open', heaped: false, most: 25 } as const
const listOf = (opinions: readonly RegisteredOpinion[], view: Parameters<typeof codingList>[3] = VIEW) =>
  codingList(
    opinions,
    STARTING_THEMES,
    groundworkOf(
      opinions.map(({ text }) => text),
      STARTING_THEMES,
    ),
    view,
  )

describe('codingList', () => {
  const opinions = [
    opinion('1', '补偿太低'),
    opinion('2', '补偿太低！', { themeId: 'trust' }),
    opinion('3', '补偿太低'),
    opinion('4', '补偿不低'),
    opinion('5', '补偿太低', { struck: { kind: 'entered-twice', because: '重复' } }),
    opinion('6', '灰尘太大', { themeId: 'environment' }),
  ]

  it('shows with each opinion its copies, in their words where they differ and with the themes they have', () => {
    const { opinions: listed } = listOf(opinions)
    expect(listed.map(({ id }) => id)).toEqual(['1', '3', '4'])
    expect(listed[0]?.copies).toEqual([
      { id: '2', themeId: 'trust', text: '补偿太低！' },
      { id: '3', themeId: null, text: null },
    ])
    expect(listed[2]?.copies).toEqual([])
  })

  it('counts what counts, and lists the struck ones apart', () => {
    expect(listOf(opinions)).toMatchObject({ listed: 3, open: 3, total: 5, struck: 1 })
    expect(listOf(opinions, { ...VIEW, shown: 'struck' }).opinions.map(({ id }) => id)).toEqual(['5'])
    expect(listOf(opinions, { ...VIEW, shown: 'all' }).listed).toBe(5)
    expect(listOf(opinions, { ...VIEW, shown: { themeId: 'trust' } }).opinions.map(({ id }) => id)).toEqual([
      '2',
    ])
  })

  it('suggests for the open ones by what was coded last, the groundwork being the same', () => {
    const texts = LABELLED_OPINIONS.map(({ text }) => text)
    const groundwork = groundworkOf([...texts, '后扶直补没发'], STARTING_THEMES)
    const themes = [...STARTING_THEMES, { id: 'own', name: '移民', keywords: [] }]
    const register = (coded: string | null) => [
      ...texts.map((text, i) =>
        opinion(`${i}`, text, { themeId: i < 12 ? coded : LABELLED_OPINIONS[i]!.themeId }),
      ),
      opinion('last', '后扶直补没发'),
    ]
    const first = (coded: string | null) =>
      codingList(register(coded), themes, groundwork, { ...VIEW, most: 500 }).opinions.find(
        ({ id }) => id === '0',
      )
    expect(first('own')).toBeUndefined()
    expect(first(null)?.suggestions[0]).toBe(LABELLED_OPINIONS[0]?.themeId)
  })

  it('sends the part that is on the page and says how many there are', () => {
    const many = Array.from({ length: 90 }, (_, i) => opinion(`${i}`, `意见${i}`))
    const list = listOf(many)
    expect([list.opinions.length, list.listed]).toEqual([25, 90])
  })
})

describe('what may be sent', () => {
  it('cuts into two pieces at least and takes no text in place of a name', () => {
    expect(splittingShape.safeParse({ opinionId: '1', texts: ['我们支持'] }).success).toBe(false)
    expect(namesShape.safeParse({ opinionId: '1', text: '我们支持' }).success).toBe(false)
    expect(codingShape.safeParse({ opinionIds: ['1'], themeId: 'a' }).success).toBe(false)
  })
})

describe('the view in the address', () => {
  it('is read back as it was written, and whatever else stands there shows what is open', () => {
    for (const shown of ['open', 'all', 'struck', { themeId: 'trust' }] as const) {
      const view = { shown, heaped: false, most: 75 }
      const asked = Object.fromEntries(new URLSearchParams(addressOfView(view)))
      expect(parseCodingView(asked, STARTING_THEMES)).toEqual(view)
      expect(shownFromWord(shownAsWord(shown))).toEqual(shown)
    }
    const plain = { shown: 'open', heaped: true, most: 25 }
    expect(parseCodingView({}, STARTING_THEMES)).toEqual(plain)
    expect(parseCodingView({ show: 'theme:gone', n: '-1' }, STARTING_THEMES)).toEqual(plain)
    expect(parseCodingView({ show: ['all', 'x'], n: '99999' }, STARTING_THEMES)).toEqual(plain)
    expect(parseCodingView({ n: '9999' }, STARTING_THEMES).most).toBe(500)
  })
})
