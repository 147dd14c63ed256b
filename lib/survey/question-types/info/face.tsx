import type { ReactElement } from 'react'
import { conditionsOf, type FaceProps, SectionHeading } from '../question-frame.tsx'
import type { InfoQuestion } from './definition.ts'

export function InfoFace({ question, lang, askedIf }: FaceProps<InfoQuestion>): ReactElement {
  return (
    <>
      <SectionHeading question={question} lang={lang} />
      <div className="q info" {...conditionsOf(question)}>
        <h3 lang={lang} dir="auto">
          {question.title}
        </h3>
        {askedIf && (
          <p className="hint" dir="auto">
            {askedIf}
          </p>
        )}
        <p className="body" lang={lang} dir="auto">
          {question.body}
        </p>
      </div>
    </>
  )
}
