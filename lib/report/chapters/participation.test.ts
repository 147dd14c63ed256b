import { expect, test } from 'vitest'
import type { CaseFile } from '../../assessment/case-file.ts'
import { EXAMPLE_CONSULTATIONS, EXAMPLE_NOTICE } from '../../assessment/examples/participation.ts'
import type { Block } from '../blocks.ts'
import { EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { participation } from './participation.ts'

const input = EXAMPLE_INPUT
const withParticipation = (over: Partial<CaseFile['participation']>) =>
  participation({
    ...input,
    caseFile: { ...input.caseFile, participation: { ...input.caseFile.participation, ...over } },
  })
const text = (blocks: readonly Block[]) => JSON.stringify(blocks)

test('nothing told and nobody asked is said, not passed over', () => {
  const said = text(withParticipation({ notices: [], consultations: [] }))
  expect(said).toContain('案卷中没有已发布的公示')
  expect(said).toContain('案卷中没有走访、座谈会')
})

test('a shortened notice prints its reason and the lawful day; a draft is not printed', () => {
  const notice = {
    ...EXAMPLE_NOTICE,
    id: 'n',
    from: '2026-09-02',
    until: '2026-09-20',
    shortenedBecause: '汛期将至',
    state: 'published',
    slug: 'n',
    publishedOn: '2026-09-01',
    withdrawnOn: null,
    withdrawnBecause: '',
    corrects: null,
    postings: [{ place: '村委会公告栏', postedOn: '2026-09-02', photo: null }],
  } as const
  const said = text(
    withParticipation({ notices: [notice, { ...notice, id: 'd', state: 'draft', title: '未发布的草稿' }] }),
  )
  expect(said).toContain(
    '要求30日，实际18日，不足；合规日期为2026年10月8日；原应于2026年10月2日届满，逢休息日顺延',
  )
  expect(said).toContain('汛期将至')
  expect(said).toContain('村委会公告栏，2026年9月2日')
  expect(said).not.toContain('未发布的草稿')
})

test('a notice that was withdrawn on its second day was public for a day, and is not called sufficient', () => {
  const notice = {
    ...EXAMPLE_NOTICE,
    id: 'n',
    from: '2026-03-02',
    until: '2026-04-01',
    state: 'withdrawn',
    slug: 'n',
    publishedOn: '2026-03-02',
    withdrawnOn: '2026-03-03',
    withdrawnBecause: '图纸有误',
    corrects: null,
    postings: [],
  } as const
  const said = text(withParticipation({ notices: [notice] }))
  expect(said).toContain('2026年3月2日至2026年3月3日（原定至2026年4月1日）')
  expect(said).toContain('要求30日，实际1日，不足')
  expect(said).not.toContain('符合')
  const never = text(withParticipation({ notices: [{ ...notice, withdrawnOn: '2026-03-01' }] }))
  expect(never).toContain('开始以前已撤回')
  expect(never).toContain('要求30日，实际0日，不足')
})

test('a notice whose last day lies before the last entry of the case is not printed as running', () => {
  const [notice] = input.caseFile.participation.notices
  // The survey of the example was closed on 8 October.
  expect(text(withParticipation({ notices: [{ ...notice!, until: '2026-10-20' }] }))).toContain('（公示中）')
  expect(text(withParticipation({ notices: [{ ...notice!, until: '2026-09-30' }] }))).not.toContain(
    '（公示中）',
  )
  const frozen = { ...input.caseFile, participation: { ...input.caseFile.participation } }
  const later = participation({
    ...input,
    frozenOn: '2026-11-01',
    caseFile: {
      ...frozen,
      participation: { ...frozen.participation, notices: [{ ...notice!, until: '2026-10-20' }] },
    },
  })
  expect(text(later)).not.toContain('（公示中）')
})

test('a dissent is printed with its grounds, a group that nobody heard by its name', () => {
  const consultations = EXAMPLE_CONSULTATIONS.map((held, i) => ({
    ...held,
    id: String(i),
    heldOn: '2026-09-10',
    counts: [],
  }))
  const silent = { id: 'silent', name: '外来租户', effect: 'direct', households: 3, persons: 8 } as const
  const said = text(
    participation({
      ...input,
      caseFile: {
        ...input.caseFile,
        groups: [...input.caseFile.groups, silent],
        participation: { ...input.caseFile.participation, consultations },
      },
    }),
  )
  expect(said).toContain('有1名专家不同意')
  expect(said).toContain('建议先试点')
  expect(said).toContain('没有以任何方式被听取意见：外来租户（直接受影响）')
})
