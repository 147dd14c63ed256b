import { describe, expect, it } from 'vitest'
import { NOTHING_ENTERED } from '../../assessment/case-file.ts'
import type { Dispute } from '../../disputes/dispute.ts'
import type { Block } from '../blocks.ts'
import { EXAMPLE_CASE } from '../example-input.fixture.ts'
import { disputeScreening } from './disputes.ts'

const dispute = (over: Partial<Dispute>): Dispute => ({
  id: 'd1',
  subject: '青苗补偿面积有争议',
  groupIds: [],
  size: '5-29',
  severity: 'general',
  registeredOn: '2026-03-01',
  roundId: 'r1',
  factorId: 'factor-1',
  state: 'registered',
  track: null,
  owner: '',
  deadline: null,
  events: [],
  ...over,
})

const write = (disputes: readonly Dispute[]): readonly Block[] =>
  disputeScreening({
    caseFile: {
      ...EXAMPLE_CASE,
      disputes: {
        rounds: [
          {
            id: 'r1',
            stage: 'before-decision',
            area: '五个村',
            office: '镇政法办',
            from: '2026-02-20',
            to: '2026-03-05',
            manner: '入户',
          },
        ],
        disputes,
        struck: [],
      },
    },
    results: undefined as never,
  })
const rowsOf = (blocks: readonly Block[], label: string) =>
  blocks.flatMap((block) => (block.kind === 'table' && block.label === label ? block.rows : []))

describe('the chapter on disputes', () => {
  it('counts what was found and what became of it, by track', () => {
    const settled = dispute({
      id: 'd2',
      state: 'settled',
      track: 'people',
      events: [{ on: '2026-03-04', step: 'settle', note: '补足' }],
    })
    const blocks = write([dispute({}), settled])
    expect(rowsOf(blocks, 'screening')[0]?.at(-1)).toBe('2')
    expect(rowsOf(blocks, 'mediation')).toEqual([
      ['人民调解', '1', '1', '0', '0'],
      ['行政调解', '0', '0', '0', '0'],
      ['司法调解', '0', '0', '0', '0'],
      ['待交办', '1', '—', '—', '—'],
    ])
    const said = JSON.stringify(blocks)
    expect(said).toContain('登记纠纷2件：达成协议1件，未达成协议0件，正在办理1件。')
    expect(said).toContain(EXAMPLE_CASE.factors[0]!.name)
  })

  it('a dispute that was closed without an agreement is not called settled, and keeps its factor in sight', () => {
    const closed = dispute({
      state: 'closed',
      track: 'people',
      events: [
        { on: '2026-03-04', step: 'fail', note: '双方不让' },
        { on: '2026-03-06', step: 'close', note: '告知可以起诉' },
      ],
    })
    const said = JSON.stringify(write([closed]))
    expect(said).toContain('达成协议0件，未达成协议1件（其中1件没有达成协议就已结案），正在办理0件。')
    expect(said).toContain(EXAMPLE_CASE.factors[0]!.name)
    const agreed = { ...closed, events: [{ on: '2026-03-04', step: 'settle', note: '补足' } as const] }
    expect(JSON.stringify(write([agreed]))).not.toContain(EXAMPLE_CASE.factors[0]!.name)
  })

  it('says that nothing was screened instead of leaving it out', () => {
    const blocks = disputeScreening({
      caseFile: { ...EXAMPLE_CASE, ...NOTHING_ENTERED },
      results: undefined as never,
    })
    expect(blocks.some((block) => block.kind === 'missing')).toBe(true)
  })
})
