import type { ReactElement } from 'react'
import { LOCALES } from '../../lib/messages/messages.ts'
import { directionOf } from '../../lib/survey/languages.ts'
import { languagesOf, localized } from '../../lib/survey/localized.ts'
import { QuestionFace } from '../../lib/survey/question-types/faces.tsx'
import { controlId, type Fault, type QuestionWords } from '../../lib/survey/question-types/question-frame.tsx'
import { groupBatteries } from '../../lib/survey/question-types/scale/battery.ts'
import {
  askedQuestions,
  numberOf,
  optionsOf,
  type Question,
  type Questionnaire,
} from '../../lib/survey/questionnaire.ts'
import { sentTo } from '../../lib/survey/response.ts'
import { askedIfWords } from '../../lib/survey/show-if-words.ts'
import { type Reading, textLanguage } from '../language.ts'
import { KEY_FIELD, type Submission, type SubmissionFault } from '../submission.ts'
import { type Words, wordsOf } from '../words.ts'
import { AboutSurvey, type ShownSurvey } from './about-survey.tsx'
import { Document } from './document.tsx'

interface QuestionnairePageProps {
  readonly survey: ShownSurvey
  readonly reading: Reading
  readonly formKey: string
  /** What was sent before and what is wrong with it; null on a fresh page. */
  readonly sent: Pick<Submission, 'fields' | 'faults'> | null
  /** Address of the optional script. */
  readonly script: string
}

/** Reading takes a minute; choosing, a few seconds and one per option; writing, three quarters of a minute. */
export function estimatedMinutes(questionnaire: Questionnaire): number {
  const seconds = questionnaire.questions.reduce((sum, question) => {
    const options = optionsOf(question).length
    return sum + (options === 0 ? 45 : 4 + options)
  }, 60)
  return Math.ceil(seconds / 60)
}

function messageOf(words: Words, { reason, values }: SubmissionFault): string {
  return words(`faults.${reason}`, values)
}

interface QuestionsProps extends Omit<QuestionnairePageProps, 'formKey' | 'script'> {
  readonly words: Words
}

function Questions({ survey, reading, sent, words }: QuestionsProps): ReactElement {
  const { questions } = survey.questionnaire
  const questionWords: QuestionWords = (key, values) => words(`question.${key}`, values)
  const face = (question: Question): ReactElement => {
    const fault = sent?.faults.find((candidate) => candidate.questionId === question.id)
    const error: Fault | null = fault ? { message: messageOf(words, fault) } : null
    return (
      <QuestionFace
        key={question.id}
        question={question}
        number={numberOf(survey.questionnaire, question.id)}
        total={askedQuestions(survey.questionnaire)}
        sent={sentTo(question, sent?.fields ?? {})}
        askedIf={askedIfWords(survey.questionnaire, question, questionWords)}
        error={error}
        words={questionWords}
        lang={textLanguage(question.title, reading)}
      />
    )
  }
  return (
    <>
      {groupBatteries(questions).map((group) => {
        const [first] = group
        if (!first) return null
        if (group.length === 1) return face(first)
        const from = numberOf(survey.questionnaire, first.id) ?? 0
        return (
          <div className="set" key={first.id}>
            <p dir="auto">{words('about.battery', { from, to: from + group.length - 1 })}</p>
            {group.map(face)}
          </div>
        )
      })}
    </>
  )
}

/** What is wrong, at the top and in the order of the page, each entry leading to its place. */
function FaultSummary({ survey, sent, reading, words }: QuestionsProps): ReactElement | null {
  if (!sent || sent.faults.length === 0) return null
  const { questions } = survey.questionnaire
  return (
    // biome-ignore lint/a11y/noAutofocus: the page is the answer to a failed sending; reading must begin with the reason
    <div className="card faults" role="alert" tabIndex={-1} autoFocus>
      <h2>{words('faults.heading')}</h2>
      <p>{words('faults.kept')}</p>
      <ul>
        {sent.faults.map((fault) => {
          const question = questions.find(({ id }) => id === fault.questionId)
          return (
            <li key={`${fault.reason} ${fault.questionId}`}>
              {/* A fault of the whole form leads to the beginning of the questions. */}
              <a href={`#${controlId((question ?? questions[0])?.id ?? '', 1)}`}>
                {question && (
                  <>
                    {words('question.number', { n: numberOf(survey.questionnaire, question.id) ?? 0 })}{' '}
                    <span lang={textLanguage(question.title, reading)}>{question.title}</span>
                  </>
                )}
                <b>{messageOf(words, fault)}</b>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What the script says, in the page's language. */
const liveWords = (words: Words) => ({
  keep: words('live.keep'),
  kept: words('live.kept'),
  left: words('live.left'),
  over: words('live.over'),
  sending: words('live.sending'),
  waiting: words('live.waiting'),
})

export function QuestionnairePage(props: QuestionnairePageProps): ReactElement {
  const { reading, formKey, sent, script } = props
  const { locale, language, tag } = reading
  const words = wordsOf(locale)
  const survey = { ...props.survey, questionnaire: localized(props.survey.questionnaire, language) }
  const { title, introduction } = survey.questionnaire
  const others = new Set([...languagesOf(survey.questionnaire), ...LOCALES])
  others.delete(tag)
  const dir = directionOf(language) === 'rtl' ? 'rtl' : undefined
  const failed = sent !== null && sent.faults.length > 0
  const about = (
    <>
      <p className="lead" dir={dir && 'auto'} lang={textLanguage(introduction, reading)}>
        {introduction}
      </p>
      <AboutSurvey
        survey={survey}
        locale={locale}
        words={words}
        minutes={estimatedMinutes(survey.questionnaire)}
      />
    </>
  )
  return (
    <Document
      locale={locale}
      title={failed ? words('page.errorTitle', { title }) : title}
      languageLink={sent === null}
      languages={[...others]}
      script={script}
    >
      <h1 dir={dir && 'auto'} lang={textLanguage(title, reading)}>
        {title}
      </h1>
      <FaultSummary survey={survey} reading={reading} sent={sent} words={words} />
      {failed ? (
        <details>
          <summary>{words('about.heading')}</summary>
          {about}
        </details>
      ) : (
        about
      )}
      {/*
        No CSRF token: the browser carries no authority here (no cookie, no session), so a forged request could do nothing
        that its author could not do directly. The key only makes retries count once.
        autocomplete=off: whoever takes the phone next must not find the answers with the Back button.
        noValidate: the server names all faults at once, in words; old WebViews block the form without any.
      */}
      <form
        method="post"
        action={`?lang=${tag}`}
        dir={dir}
        data-words={JSON.stringify(liveWords(words))}
        autoComplete="off"
        noValidate
      >
        <h2 dir={dir && 'auto'}>{words('about.questions')}</h2>
        <Questions survey={survey} reading={reading} sent={sent} words={words} />
        <div className="end">
          <p dir={dir && 'auto'}>{words('submit.final')}</p>
          {/* Last, so that a page cut off by a bad connection has neither a key nor a button. */}
          <input type="hidden" name={KEY_FIELD} value={formKey} />
          <button type="submit">{words('submit.button')}</button>
        </div>
      </form>
    </Document>
  )
}
