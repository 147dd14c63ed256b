import type { OpenSurvey } from '../db/stores/intake.ts'
import { newKey } from '../lib/survey/channels/form-key.ts'
import type { Reading } from './language.ts'
import { htmlOf } from './pages/document.tsx'
import { QuestionnairePage } from './pages/questionnaire-page.tsx'
import { type SplicedPage, splicePage } from './spliced-page.ts'

/** About 60 KB each. */
const MOST_PAGES = 200

interface Kept {
  readonly heading: string
  readonly page: SplicedPage
}

/**
 * Fresh questionnaire pages, rendered once per survey, group and language. A published questionnaire never changes; the
 * names around it may, so a page that was made with other names is made anew.
 */
export function createQuestionnaireCache(): (
  survey: OpenSurvey,
  reading: Reading,
  script: string,
) => SplicedPage {
  const pages = new Map<string, Kept>()
  return (survey, reading, script) => {
    const id = JSON.stringify([survey.surveyId, survey.groupId, reading.locale, reading.language])
    const heading = JSON.stringify([survey.matterTitle, survey.assessor, survey.groupName])
    const kept = pages.get(id)
    pages.delete(id)
    if (kept?.heading === heading) {
      pages.set(id, kept) // last in, last out
      return kept.page
    }
    const gap = newKey()
    const html = htmlOf(
      <QuestionnairePage survey={survey} reading={reading} formKey={gap} sent={null} script={script} />,
    )
    const page = splicePage(html, gap)
    pages.set(id, { heading, page })
    for (const oldest of pages.keys()) {
      if (pages.size <= MOST_PAGES) break
      pages.delete(oldest)
    }
    return page
  }
}
