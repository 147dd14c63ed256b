import type { CaseFile } from './case-file.ts'

/**
 * 案卷截止日期: the last day on which something was entered that the case dates, YYYY-MM-DD. It stands for “today” wherever
 * the same case must give the same result in every year. What lies ahead (deadlines, the last day of a notice) is no entry.
 */
export function caseDay(caseFile: CaseFile): string {
  const { createdOn, findings, survey, sampling, participation, disputes, followUp } = caseFile
  const { notices, consultations, themes, mediaItems } = participation
  const days = [
    createdOn,
    survey?.publishedOn,
    survey?.closedOn,
    ...findings.map(({ scoredOn }) => scoredOn),
    ...sampling.plans.map(({ savedOn }) => savedOn),
    ...sampling.draws.flatMap(({ announcedOn, outcome }) => [announcedOn, outcome?.drawnOn]),
    ...notices.flatMap(({ publishedOn, withdrawnOn, postings }) => [
      publishedOn,
      withdrawnOn,
      ...postings.map(({ postedOn }) => postedOn),
    ]),
    ...consultations.map(({ heldOn }) => heldOn),
    ...themes.flatMap(({ counts, answer }) => [...counts.map(({ day }) => day), answer?.answeredOn]),
    ...mediaItems.map(({ publishedOn }) => publishedOn),
    ...disputes.rounds.map(({ to }) => to),
    ...disputes.disputes.flatMap(({ registeredOn, events }) => [registeredOn, ...events.map(({ on }) => on)]),
    ...followUp.measures.map(({ doneOn }) => doneOn),
    ...(followUp.emergencyPlan?.drills ?? []).map(({ heldOn }) => heldOn),
    followUp.postEvaluation?.heldOn,
  ]
  const known = days.filter((day) => typeof day === 'string').map((day) => day.slice(0, 10))
  return known.sort().at(-1) ?? createdOn
}
