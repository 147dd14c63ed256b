import { describe, expect, test } from 'vitest'
import { schemeOf } from '../scheme/registry.ts'
import {
  type ConsultationEntry,
  consultationShape,
  consultationShapeOn,
  hearingClocks,
  hearingLacksReason,
  isBeforeNotice,
} from './consultation.ts'
import { coverageOf } from './coverage.ts'
import { lastDayOf, type NoticeEntry, noticeShape, phaseOf, postingShapeOn } from './notice.ts'
import { admitPeriod, readNoticeClock } from './notice-clock.ts'

const { clocks } = schemeOf('national-428')

const entry: NoticeEntry = {
  kind: 'public-comment',
  title: '生活垃圾处理设施项目征求意见公告',
  plan: '拟在城东建设日处理600吨的生活垃圾处理设施。',
  affected: '选址周边三公里内的居民。',
  objection: '可以到项目办公室当面提出，也可以书面寄送。',
  law: '',
  contact: '市城管局项目办，010-66668888',
  from: '2026-03-02',
  until: '2026-04-01',
  eventOn: null,
  shortenedBecause: '',
}
const issues = (over: Partial<NoticeEntry>) => {
  const parsed = noticeShape.safeParse({ ...entry, ...over })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a notice', () => {
  test('cannot end before it begins, nor announce an event that has passed', () => {
    expect(issues({})).toEqual([])
    expect(issues({ until: '2026-03-01' })).toEqual([['until', 'ends-before-start']])
    expect(issues({ kind: 'hearing-notice' })).toEqual([['eventOn', 'required']])
    expect(issues({ kind: 'hearing-notice', eventOn: '2026-03-01' })).toEqual([
      ['eventOn', 'event-before-notice'],
    ])
  })

  test('names an office and nobody’s own telephone', () => {
    expect(issues({ contact: '张三，13800138000' })).toEqual([['contact', 'private-contact']])
    expect(issues({ objection: '打13800138000' })).toEqual([['objection', 'private-contact']])
    expect(issues({ objection: '可拨打0550-7021234，或者写信到 xiangmuban@example.gov.cn' })).toEqual([])
    expect(issues({ plan: '详情打0550-7021234' })).toEqual([['plan', 'personal-data']])
  })

  test('is announced, current and ended by its days', () => {
    const notice = { ...entry, state: 'published' } as const
    expect(
      ['2026-03-01', '2026-03-02', '2026-04-01', '2026-04-02'].map((day) => phaseOf(notice, day)),
    ).toEqual(['announced', 'current', 'current', 'ended'])
    expect(phaseOf({ ...notice, state: 'withdrawn' }, '2026-03-02')).toBe('withdrawn')
    // 1 to 7 October 2026 are holidays: a period that ends in them ends on the 8th.
    const autumn = { ...notice, until: '2026-10-02' }
    expect(['2026-10-02', '2026-10-08', '2026-10-09'].map((day) => phaseOf(autumn, day))).toEqual([
      'current',
      'current',
      'ended',
    ])
    expect(lastDayOf(autumn)).toBe('2026-10-08')
  })
})

describe('the clock of a notice', () => {
  test('thirty days are given in full, or a reason is', () => {
    expect(admitPeriod(clocks, entry)).toMatchObject({ ok: true, value: { met: true, given: 30 } })
    const short = { ...entry, until: '2026-03-20' }
    expect(admitPeriod(clocks, short)).toEqual({
      ok: false,
      reason: 'period-too-short',
      details: { days: 30, lawfulDay: '2026-04-01' },
    })
    expect(admitPeriod(clocks, { ...short, shortenedBecause: '汛期将至' })).toMatchObject({
      ok: true,
      value: { met: false, given: 18 },
    })
  })

  test('a period fixed by law is shortened by no reason', () => {
    const land = {
      ...entry,
      kind: 'land-pre-notice',
      until: '2026-03-10',
      shortenedBecause: '工期紧',
    } as const
    expect(admitPeriod(clocks, land)).toMatchObject({ ok: false, reason: 'period-fixed-by-law' })
    // Ten working days from Monday 2 March.
    expect(admitPeriod(clocks, { ...land, until: '2026-03-16' })).toMatchObject({
      ok: true,
      value: { met: true },
    })
    expect(admitPeriod(clocks, { ...land, until: '2026-03-15' })).toMatchObject({ ok: false })
  })

  test('a last day in the holiday moves to the next working day and says so', () => {
    const autumn = { ...entry, from: '2026-09-02', until: '2026-10-02' }
    expect(readNoticeClock(clocks, autumn)).toMatchObject({
      met: false,
      lawfulDay: '2026-10-08',
      movedFrom: '2026-10-02',
    })
  })
})

const hearing: ConsultationEntry = {
  kind: 'hearing',
  heldOn: '2026-05-20',
  place: '街道会议室',
  host: '市城管局',
  counts: [{ groupId: 'a', persons: 12 }],
  minutes: '',
  noticeOn: '2026-04-20',
  listOn: '2026-05-05',
  papersOn: '2026-05-12',
  shortenedBecause: '',
  departments: [],
  experts: [],
}

describe('a consultation', () => {
  test('a hearing is announced 30, its list published 15 and its papers sent 10 days before', () => {
    const readings = hearingClocks(clocks, hearing).map(({ reading }) => [
      reading?.given,
      reading?.met,
      reading?.lawfulDay,
    ])
    expect(readings).toEqual([
      [30, true, '2026-04-20'],
      [15, true, '2026-05-05'],
      [8, false, '2026-05-10'],
    ])
    expect(hearingLacksReason(clocks, hearing)).toBe(true)
    expect(hearingLacksReason(clocks, { ...hearing, shortenedBecause: '参加人要求提前' })).toBe(false)
    expect(hearingLacksReason(clocks, { ...hearing, papersOn: null })).toBe(true)
    expect(hearingClocks(clocks, { ...hearing, kind: 'meeting' })).toEqual([])
  })

  test('nothing of a hearing is announced after it; a dissent has its grounds', () => {
    const parsed = consultationShape.safeParse({
      ...hearing,
      listOn: '2026-05-21',
      experts: [{ name: '周某', post: '环境工程教授', opinion: 'dissents', grounds: ' ' }],
    })
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['listOn', 'after-the-hearing'],
      ['experts.0.grounds', 'required'],
    ])
  })

  test('is recorded when it has been held, and a posting when it hung', () => {
    const { success } = consultationShapeOn('2026-05-20').safeParse(hearing)
    expect(success).toBe(true)
    expect(consultationShapeOn('2026-05-19').safeParse(hearing).error?.issues[0]).toMatchObject({
      path: ['heldOn'],
      message: 'after-today',
    })
    const posting = { noticeId: 'n', place: '村口', postedOn: '2026-05-20', photo: null }
    expect(postingShapeOn('2026-05-20').safeParse(posting).success).toBe(true)
    expect(postingShapeOn('2026-05-19').safeParse(posting).success).toBe(false)
  })

  test('before the first notice is before people were told', () => {
    const notice = { from: '2026-05-01', state: 'published' }
    expect(isBeforeNotice('2026-05-01', [notice])).toBe(false)
    expect(isBeforeNotice('2026-04-30', [notice])).toBe(true)
    expect(isBeforeNotice('2026-05-20', [{ ...notice, state: 'draft' }])).toBe(true)
  })

  test('the minutes take no telephone number', () => {
    expect(consultationShape.safeParse({ ...hearing, minutes: '村民留电话13800138000' }).success).toBe(false)
  })
})

test('coverage leaves the cells of the unheard empty, the directly affected first', () => {
  const group = (id: string, effect: 'direct' | 'indirect') => ({ id, name: id, effect, persons: 100 })
  const { rows, unheard } = coverageOf(
    [group('a', 'direct'), group('b', 'indirect'), group('c', 'direct'), group('d', 'direct')],
    [
      { ...hearing, id: '1' },
      { ...hearing, id: '2', counts: [{ groupId: 'a', persons: 3 }] },
      // Experts talk about groups; they are not their voice.
      { ...hearing, id: '3', kind: 'experts', counts: [{ groupId: 'c', persons: 5 }] },
    ],
    { d: 40 },
  )
  expect(rows.map(({ heard }) => [heard.survey, heard.hearing])).toEqual([
    [0, 15],
    [0, 0],
    [0, 0],
    [40, 0],
  ])
  expect(unheard.map(({ groupId }) => groupId)).toEqual(['c', 'b'])
})
