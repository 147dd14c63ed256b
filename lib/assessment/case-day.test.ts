import { expect, test } from 'vitest'
import { EXAMPLE_CASE } from '../report/example-input.fixture.ts'
import { caseDay } from './case-day.ts'

test('the day of the case is that of its last entry, whichever part it belongs to, and never a day that lies ahead', () => {
  const { participation, disputes, followUp } = EXAMPLE_CASE
  // The last finding of the example was scored on 18 October 2026; measures are due in 2027.
  expect(caseDay(EXAMPLE_CASE)).toBe('2026-10-18')
  const [held] = participation.consultations
  const later = '2026-12-01'
  const parts = [
    { participation: { ...participation, consultations: [{ ...held!, heldOn: later }] } },
    {
      participation: {
        ...participation,
        themes: [
          {
            id: 't',
            name: '补偿',
            keywords: [],
            counts: [],
            answer: {
              answer: 'not-adopted' as const,
              reason: '无据',
              measure: '',
              factorId: null,
              answeredOn: later,
            },
          },
        ],
      },
    },
    {
      participation: {
        ...participation,
        mediaItems: [
          {
            id: 'm',
            outlet: '县报',
            title: '报道',
            publishedOn: later,
            link: '',
            reach: 'county' as const,
            toneFirst: 'neutral' as const,
            toneSecond: null,
          },
        ],
      },
    },
    {
      disputes: {
        ...disputes,
        disputes: [
          {
            id: 'd',
            subject: '扬尘',
            groupIds: [],
            size: '1-4' as const,
            severity: 'general' as const,
            registeredOn: '2026-03-01',
            roundId: null,
            factorId: null,
            state: 'closed' as const,
            track: 'people' as const,
            owner: '调委会',
            deadline: '2027-12-31',
            events: [{ on: later, step: 'close' as const, note: '办结' }],
          },
        ],
      },
    },
    {
      followUp: {
        ...followUp,
        measures: [
          { factorId: 'factor-1', measureId: 'm1', state: 'done' as const, doneOn: later, proof: '记录' },
        ],
      },
    },
  ]
  for (const part of parts) expect(caseDay({ ...EXAMPLE_CASE, ...part })).toBe(later)
})
