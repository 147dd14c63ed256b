import type { ReactElement } from 'react'
import { Choice, controlId, described, type FaceProps, fieldName, QuestionFrame } from '../question-frame.tsx'
import type { MultipleQuestion } from './definition.ts'

export function MultipleFace(props: FaceProps<MultipleQuestion>): ReactElement {
  const { question, value, words, lang } = props
  const hint = words('multiple')
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint}>
      {question.options.map((option, i) => (
        <Choice
          key={option.id}
          type="checkbox"
          id={controlId(question.id, i + 1)}
          name={fieldName(question.id)}
          value={option.id}
          label={option.label}
          chosen={value.includes(option.id)}
          // The first box speaks for the group: repeating the hint at every box tires whoever listens.
          described={i === 0 ? described(props, hint) : undefined}
          lang={lang}
        />
      ))}
    </QuestionFrame>
  )
}
