/** A case with something in every part, as tests of what an approval rests on need it. */
import type { CaseFile } from '../assessment/case-file.ts'
import { EXAMPLE_PLAN } from '../assessment/examples/emergency-plan.ts'
import type { Dispute } from '../disputes/dispute.ts'
import type { Consultation } from '../participation/consultation.ts'
import type { Notice } from '../participation/notice.ts'
import { EXAMPLE_CASE } from '../report/example-input.fixture.ts'

/** The day on which it was frozen. */
export const FROZEN_ON = '2026-11-23'
export const BEFORE = '2026-10-10'
export const AFTER = '2026-12-24'

export const notice = (id: string, over: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'public-comment',
  title: '征求意见公告',
  plan: '建设定居点',
  affected: '五个村',
  objection: '向乡政府提出',
  law: '',
  contact: '0941-7121234',
  from: BEFORE,
  until: '2026-11-10',
  eventOn: null,
  shortenedBecause: '',
  state: 'published',
  slug: id,
  publishedOn: BEFORE,
  withdrawnOn: null,
  withdrawnBecause: '',
  corrects: null,
  postings: [{ place: '村委会公告栏', postedOn: BEFORE, photo: null }],
  ...over,
})

export const consultation = (id: string, over: Partial<Consultation> = {}): Consultation => ({
  id,
  kind: 'meeting',
  heldOn: BEFORE,
  place: '桑科新村',
  host: '县住建局',
  counts: [{ groupId: 'village-1', persons: 31 }],
  minutes: '',
  noticeOn: null,
  listOn: null,
  papersOn: null,
  shortenedBecause: '',
  departments: [],
  experts: [],
  ...over,
})

export const dispute = (id: string, over: Partial<Dispute> = {}): Dispute => ({
  id,
  subject: '扬尘',
  groupIds: ['village-1'],
  size: '5-29',
  severity: 'general',
  registeredOn: BEFORE,
  roundId: null,
  factorId: null,
  state: 'registered',
  track: null,
  owner: '',
  deadline: null,
  events: [],
  ...over,
})

export const answer = {
  answer: 'partly',
  reason: '按批复的标准执行',
  measure: '过渡费上调',
  factorId: null,
  answeredOn: BEFORE,
} as const

export const mediaItem = (id: string, publishedOn: string) =>
  ({
    id,
    outlet: '州日报',
    title: '定居工程开工在即',
    publishedOn,
    link: '',
    reach: 'city',
    toneFirst: 'positive',
    toneSecond: 'neutral',
  }) as const

const drill = (heldOn: string) => ({ heldOn, scenario: '集体走访', units: '乡政府', lessons: '联络畅通' })
export const withDrill = (heldOn: string) => ({
  ...EXAMPLE_PLAN,
  drills: [...EXAMPLE_PLAN.drills, drill(heldOn)],
})

export const FULL_CASE: CaseFile = {
  ...EXAMPLE_CASE,
  directConditions: [],
  dimensionComments: [{ dimension: 'legality', comment: '依据充分' }],
  narratives: { matter: '项目概况补充' },
  expertPanel: Object.fromEntries(
    EXAMPLE_CASE.factors.map(({ id }) => [
      id,
      {
        initial: [0.3, 0.4, 0.5].map((probability) => ({ probability, impact: 0.4 })),
        residual: [0.2, 0.2, 0.3].map((probability) => ({ probability, impact: 0.3 })),
      },
    ]),
  ),
  custody: {
    codes: [{ groupId: 'village-1', issued: 100, leftOver: 38 }],
    paper: [{ groupId: 'village-2', issued: 50, returned: 40, spoilt: 2, unused: 8, accepted: 40 }],
  },
  sampling: {
    lists: [
      { groupId: 'village-1', size: 235, digest: 'a'.repeat(64), importedOn: BEFORE, source: '户籍台账' },
    ],
    plans: [],
    draws: [],
  },
  participation: {
    notices: [notice('n1')],
    consultations: [consultation('c1')],
    themes: [
      {
        id: 't1',
        name: '过渡费',
        keywords: ['过渡'],
        counts: [{ groupId: 'village-1', source: 'meeting', day: BEFORE, n: 4 }],
        answer,
      },
      { id: 't2', name: '草场', keywords: [], counts: [], answer },
    ],
    uncodedOpinions: 0,
    struckOpinions: [],
    mediaItems: [mediaItem('m1', BEFORE)],
  },
  disputes: {
    rounds: [
      {
        id: 'r1',
        stage: 'before-decision',
        area: '桑科镇',
        office: '镇综治办',
        from: BEFORE,
        to: BEFORE,
        manner: '入户',
      },
    ],
    disputes: [dispute('d1')],
    struck: [{ id: 'd0', kind: 'dispute', what: '噪声', on: BEFORE, reason: '重复登记' }],
  },
  followUp: { measures: [], emergencyPlan: withDrill(BEFORE), postEvaluation: null },
}
