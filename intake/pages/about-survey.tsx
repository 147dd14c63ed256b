import type { ReactElement } from 'react'
import type { OpenSurvey } from '../../db/stores/intake.ts'
import type { Locale } from '../../lib/messages/messages.ts'
import { foreignLanguage } from '../language.ts'
import type { Words } from '../words.ts'

export type ShownSurvey = Pick<OpenSurvey, 'matterTitle' | 'assessor' | 'groupName' | 'questionnaire'>

interface AboutSurveyProps {
  readonly survey: ShownSurvey
  readonly locale: Locale
  readonly words: Words
  readonly minutes: number
}

/** Who asks, what for, what becomes of the answers: what a person must know before deciding whether to answer. */
export function AboutSurvey({ survey, locale, words, minutes }: AboutSurveyProps): ReactElement {
  const { questions } = survey.questionnaire
  const given = (text: string) => <span lang={foreignLanguage(text, locale)}>{text}</span>
  const anyRequired = questions.some((question) => question.required)
  const rows: [string, ReactElement | string][] = [
    [words('about.assessor'), given(survey.assessor)],
    [words('about.matter'), given(survey.matterTitle)],
    [words('about.group'), given(survey.groupName)],
    [
      words('about.time'),
      `${words('about.timeText', { n: questions.length, minutes })}${locale === 'en' ? ' ' : ''}${words(
        anyRequired ? 'about.someRequired' : 'about.noneRequired',
      )}`,
    ],
    [words('about.purpose'), words('about.purposeText')],
    [words('about.voluntary'), words('about.voluntaryText')],
    [words('about.opposition'), words('about.oppositionText')],
    [words('about.kept'), words('about.keptText')],
    [words('about.notKept'), words('about.notKeptText')],
    [words('about.seen'), words('about.seenText')],
    [words('about.law'), words('about.lawText')],
  ]
  return (
    <section className="card">
      <h2>{words('about.heading')}</h2>
      <dl>
        {rows.map(([term, description]) => (
          <div className="r" key={term}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
