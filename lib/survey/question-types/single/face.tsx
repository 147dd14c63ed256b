import type { ReactElement } from 'react'
import { Choice, controlId, type FaceProps, fieldName, QuestionFrame } from '../question-frame.tsx'
import type { SingleQuestion } from './definition.ts'

export function SingleFace(props: FaceProps<SingleQuestion>): ReactElement {
  const { question, value, words, lang } = props
  const chosen = value.length === 1 ? value[0] : undefined
  return (
    <QuestionFrame {...props} oneOfSeveral>
      {question.options.map((option, i) => (
        <Choice
          key={option.id}
          type="radio"
          id={controlId(question.id, i + 1)}
          name={fieldName(question.id)}
          value={option.id}
          label={option.label}
          chosen={chosen === option.id}
          required={question.required}
          lang={lang}
        />
      ))}
      {/* A radio button cannot be switched off again; without this a slip of the thumb would become an answer. */}
      {!question.required && (
        <Choice
          type="radio"
          id={controlId(question.id, question.options.length + 1)}
          name={fieldName(question.id)}
          value=""
          label={words('skip')}
          chosen={chosen === ''}
          muted
        />
      )}
    </QuestionFrame>
  )
}
