/** What a case needs besides its numbers before a verdict may be given, for the tests of the slices that ask for one. */

import type { SamplingMatter } from '../../scheme/sampling-floor.ts'
import { NATIONAL_428 } from '../../scheme/schemes/national-428.ts'
import { plannedStrata, planSample } from '../../survey/sampling/planner.ts'
import { type CaseFile, NOTHING_ENTERED } from '../case-file.ts'
import { EXAMPLE_ROUND } from './disputes.ts'
import { EXAMPLE_PLAN } from './emergency-plan.ts'
import { EXAMPLE_CONSULTATIONS, EXAMPLE_NOTICE } from './participation.ts'
import { EXAMPLE_SAMPLING } from './sampling.ts'

/** The plan of the example for some groups, for matters of the kinds named. */
export function sampledAs(
  matters: readonly SamplingMatter[],
  groups: CaseFile['groups'],
  savedOn = '2026-09-10',
): CaseFile['sampling'] {
  const entry = { ...EXAMPLE_SAMPLING, matters: [...matters] }
  const { samplingFloors, suppressionK } = NATIONAL_428
  const outcome = planSample(entry, groups, { samplingFloors, fewest: suppressionK.value })
  if (!outcome.ok) throw new Error(outcome.reason)
  return {
    ...NOTHING_ENTERED.sampling,
    plans: [{ version: 1, savedOn, entry, strata: plannedStrata(outcome.value) }],
  }
}

/** A public comment of 30 days, three experts, a screening round and an emergency plan, all before October 2026. */
export function procedureMet(
  groups: CaseFile['groups'],
): Pick<CaseFile, 'sampling' | 'participation' | 'disputes' | 'followUp'> {
  return {
    sampling: sampledAs(['policy'], groups),
    participation: {
      ...NOTHING_ENTERED.participation,
      notices: [
        {
          ...EXAMPLE_NOTICE,
          id: 'notice',
          from: '2026-08-03',
          until: '2026-09-02',
          state: 'published',
          slug: 'example',
          publishedOn: '2026-08-03',
          withdrawnOn: null,
          withdrawnBecause: '',
          corrects: null,
          postings: [],
        },
      ],
      consultations: EXAMPLE_CONSULTATIONS.filter(({ kind }) => kind === 'experts').map((held) => ({
        ...held,
        id: 'panel',
        heldOn: '2026-09-05',
        counts: [],
      })),
    },
    disputes: {
      rounds: [{ ...EXAMPLE_ROUND, id: 'round', from: '2026-08-10', to: '2026-08-12' }],
      disputes: [],
      struck: [],
    },
    followUp: { ...NOTHING_ENTERED.followUp, emergencyPlan: EXAMPLE_PLAN },
  }
}
