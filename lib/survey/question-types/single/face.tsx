import type { ReactElement } from 'react'
import { OtherWords } from '../other-words.tsx'
import {
  Choice,
  controlId,
  type FaceProps,
  fieldName,
  mustAnswer,
  QuestionFrame,
} from '../question-frame.tsx'
import type { SingleQuestion } from './definition.ts'

export function SingleFace(props: FaceProps<SingleQuestion>): ReactElement {
  const { question, sent, words, lang } = props
  const value = sent[''] ?? []
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
          required={mustAnswer(question)}
          lang={lang}
        />
      ))}
      <OtherWords {...props} n={question.options.length + 2} />
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
