import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptionRegister, publicRegister } from './adoption-register.ts'
import type { OpinionTheme, ThemeAnswerKind } from './opinion.ts'
import { opinionBatchShape, opinionBatchShapeOn, themeAnswerShape } from './opinion.ts'
import { publicationOf } from './published-answer.ts'
import { possiblyEnteredTwice, strikingShape } from './striking.ts'
import { tendencies } from './tendency.ts'

const theme = (
  id: string,
  counts: readonly [day: string, n: number][],
  answer: ThemeAnswerKind | null = null,
): OpinionTheme => ({
  id,
  name: id,
  keywords: [],
  counts: counts.map(([day, n]) => ({ groupId: null, source: 'meeting', day, n })),
  answer: answer && { answer, reason: '理由', measure: '措施', factorId: null, answeredOn: '2026-04-01' },
})

const STRUCK = [{ kind: 'entered-twice', because: '同一份记录粘贴了两次', n: 3 }] as const

describe('adoptionRegister', () => {
  it('lists what people spoke of, the most frequent first, and counts what is not answered', () => {
    const register = adoptionRegister({
      themes: [
        theme('traffic', [['2026-03-01', 2]], 'adopted'),
        theme('never', []),
        theme('dust', [
          ['2026-03-01', 3],
          ['2026-03-02', 4],
        ]),
        theme('price', [['2026-03-01', 2]], 'not-adopted'),
      ],
      uncodedOpinions: 5,
      struckOpinions: STRUCK,
    })
    expect(register.rows.map(({ themeId, opinions }) => [themeId, opinions])).toEqual([
      ['dust', 7],
      ['traffic', 2],
      ['price', 2],
    ])
    expect(register).toMatchObject({ opinions: 16, coded: 11, uncoded: 5, answered: 4, complete: false })
    expect(register.byAnswer.open).toEqual({ themes: 1, opinions: 7 })
    expect(register.struck).toEqual(STRUCK)
  })

  it('is complete only when every opinion has a theme and every theme an answer', () => {
    const answered = theme('a', [['2026-03-01', 1]], 'partly')
    expect(adoptionRegister({ themes: [answered], uncodedOpinions: 0, struckOpinions: [] }).complete).toBe(
      true,
    )
    expect(adoptionRegister({ themes: [answered], uncodedOpinions: 1, struckOpinions: [] }).complete).toBe(
      false,
    )
    expect(
      adoptionRegister({
        themes: [answered, theme('b', [['2026-03-01', 1]])],
        uncodedOpinions: 0,
        struckOpinions: [],
      }).complete,
    ).toBe(false)
  })

  it('adds up, whatever the opinions', () => {
    const kinds = fc.constantFrom(null, 'adopted', 'partly', 'not-adopted')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), kinds)), fc.nat(20), (themes, uncodedOpinions) => {
        const register = adoptionRegister({
          themes: themes.map(([n, kind], i) => theme(`t${i}`, n > 0 ? [['2026-03-01', n]] : [], kind)),
          uncodedOpinions,
          struckOpinions: STRUCK,
        })
        const { adopted, partly, 'not-adopted': not, open } = register.byAnswer
        expect(adopted.opinions + partly.opinions + not.opinions).toBe(register.answered)
        expect(register.answered + open.opinions + register.uncoded).toBe(register.opinions)
        expect(adopted.themes + partly.themes + not.themes + open.themes).toBe(register.rows.length)
      }),
    )
  })
})

describe('publicRegister', () => {
  const told = {
    answer: 'not-adopted',
    reason: '当时的理由',
    measure: '',
    publishedOn: '2026-04-02',
  } as const

  it('knows what was published and nothing of what is still being written', () => {
    const participation = {
      themes: [theme('a', [['2026-03-01', 4]], 'adopted'), theme('b', [['2026-03-01', 2]], 'adopted')],
      uncodedOpinions: 0,
      struckOpinions: [],
    }
    const register = publicRegister(participation, { a: [told] })
    expect(register.rows.map(({ themeId, answer }) => [themeId, answer?.reason ?? null])).toEqual([
      ['a', '当时的理由'],
      ['b', null],
    ])
    expect(register).toMatchObject({ answered: 4, complete: false })
  })

  it('keeps what was told when the answer is taken back or its opinions move elsewhere', () => {
    const register = publicRegister(
      { themes: [theme('a', [])], uncodedOpinions: 0, struckOpinions: [] },
      { a: [told, { ...told, answer: 'partly', publishedOn: '2026-04-09' }] },
    )
    expect(register.rows[0]?.answer).toMatchObject({ answer: 'partly', answeredOn: '2026-04-09' })
  })

  it('tells an answer that the public reads as it stands from one that was changed since', () => {
    const answer = {
      answer: 'not-adopted',
      reason: '当时的理由',
      measure: '',
      factorId: 'f',
      answeredOn: '2026-04-01',
    } as const
    expect(publicationOf(answer, undefined)).toBe('none')
    expect(publicationOf(answer, [told])).toBe('current')
    expect(publicationOf({ ...answer, reason: '另一个理由' }, [told])).toBe('outdated')
    expect(publicationOf(null, [told])).toBe('outdated')
  })
})

describe('possiblyEnteredTwice', () => {
  const one = { id: '1', text: '支持', source: 'meeting', groupId: 'a', day: '2026-03-01', struck: null }

  it('points out the later of two entries that agree in all that is known of them', () => {
    expect(
      possiblyEnteredTwice([
        one,
        { ...one, id: '2' },
        { ...one, id: '3', day: '2026-03-02' },
        { ...one, id: '4', groupId: null },
        { ...one, id: '5', struck: { kind: 'entered-twice', because: '重复' } },
        { ...one, id: '6', source: 'online' },
        { ...one, id: '7', source: 'online' },
      ]),
    ).toEqual(['2'])
  })
})

describe('tendencies', () => {
  it('sees a theme that many speak of', () => {
    const found = tendencies(
      [theme('many', [['2026-01-01', 30]]), theme('few', [['2026-01-01', 2]])],
      '2026-03-01',
    )
    expect(found.map(({ themeId, share }) => [themeId, share])).toEqual([['many', 30 / 32]])
  })

  it('sees a theme that grows by more than chance', () => {
    const themes = [
      theme('old', [
        ['2026-01-01', 90],
        ['2026-02-25', 40],
      ]),
      theme('smell', [
        ['2026-01-01', 1],
        ['2026-02-25', 9],
      ]),
    ]
    const smell = tendencies(themes, '2026-03-01').find(({ themeId }) => themeId === 'smell')
    expect(smell?.byShare).toBe(false)
    expect(smell?.growth).toMatchObject({ recent: 9, crosses: true })
    expect(smell?.growth?.p).toBeLessThan(0.001)
  })

  it('takes a few voices more for chance, and knows no growth without a before', () => {
    const twice = [
      theme('a', [
        ['2026-01-01', 40],
        ['2026-02-25', 40],
      ]),
      theme('b', [
        ['2026-01-01', 2],
        ['2026-02-25', 4],
      ]),
    ]
    expect(tendencies(twice, '2026-03-01').map(({ themeId }) => themeId)).toEqual(['a'])
    expect(tendencies([theme('a', [['2026-02-25', 40]])], '2026-03-01')[0]?.growth).toBeNull()
  })
})

describe('what may be entered', () => {
  const answer = { themeId: 'a', answer: 'adopted', reason: '合理', measure: '夜间停工', factorId: null }
  const batch = { source: 'meeting', groupId: null, receivedOn: '2026-03-01', texts: ['支持'] }

  it('asks for a reason always and for a measure where something is adopted', () => {
    expect(themeAnswerShape.safeParse(answer).success).toBe(true)
    expect(themeAnswerShape.safeParse({ ...answer, reason: ' ' }).success).toBe(false)
    expect(themeAnswerShape.safeParse({ ...answer, measure: '' }).success).toBe(false)
    expect(themeAnswerShape.safeParse({ ...answer, answer: 'not-adopted', measure: '' }).success).toBe(true)
  })

  it('keeps telephone numbers out of what is printed for everybody', () => {
    const parsed = themeAnswerShape.safeParse({ ...answer, reason: '请联系13800138000' })
    expect(parsed.error?.issues[0]?.message).toBe('personal-data')
  })

  it('masks a telephone and an identity number before an opinion is stored', () => {
    const parsed = opinionBatchShape.parse({
      ...batch,
      texts: ['  补偿太低，打我电话13800138000，身份证11010519491231002X\u0000 '],
    })
    expect(parsed.texts[0]).not.toMatch(/1380013|11010519/)
    expect(parsed.texts[0]).toMatch(/^补偿太低，打我电话〔电话已隐去〕/)
  })

  it('refuses empty and endless opinions', () => {
    expect(opinionBatchShape.safeParse({ ...batch, texts: ['\u0007 '] }).success).toBe(false)
    expect(opinionBatchShape.safeParse({ ...batch, texts: ['长'.repeat(100_000)] }).success).toBe(false)
    expect(opinionBatchShape.safeParse({ ...batch, texts: [] }).success).toBe(false)
  })

  it('refuses what was received tomorrow', () => {
    expect(opinionBatchShapeOn('2026-03-01').safeParse(batch).success).toBe(true)
    expect(opinionBatchShapeOn('2026-02-28').safeParse(batch).error?.issues[0]).toMatchObject({
      path: ['receivedOn'],
      message: 'after-today',
    })
  })

  it('strikes nothing without a reason that everybody may read', () => {
    const strike = { opinionIds: ['1'], kind: 'no-opinion', because: '广告' }
    expect(strikingShape.safeParse(strike).success).toBe(true)
    expect(strikingShape.safeParse({ ...strike, because: ' ' }).success).toBe(false)
    expect(strikingShape.safeParse({ ...strike, because: '13800138000发的' }).success).toBe(false)
    expect(strikingShape.safeParse({ ...strike, kind: 'disliked' }).success).toBe(false)
  })
})
