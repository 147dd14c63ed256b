import type { ReactElement } from 'react'
import { type FaceProps, SectionHeading } from '../question-frame.tsx'
import type { InfoQuestion } from './definition.ts'

export function InfoFace({ question, lang, askedIf }: FaceProps<InfoQuestion>): ReactElement {
  return (
    <>
      <SectionHeading question={question} lang={lang} />
      <div className="q info">
        <h3 lang={lang}>{question.title}</h3>
        {askedIf && <p className="hint">{askedIf}</p>}
        <p className="body" lang={lang}>
          {question.body}
        </p>
      </div>
    </>
  )
}
