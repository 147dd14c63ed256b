import type { ReactElement } from 'react'
import {
  controlId,
  described,
  type FaceProps,
  fieldName,
  mustAnswer,
  QuestionFrame,
} from '../question-frame.tsx'
import type { DateQuestion } from './definition.ts'

export function DateFace(props: FaceProps<DateQuestion>): ReactElement {
  const { question, sent, words } = props
  const { id, precision } = question
  const hint = words(precision)
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint} labels={controlId(id, 1)}>
      {/* A line of text: date pickers turn back decades month by month, and drop what they cannot read. */}
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        id={controlId(id, 1)}
        name={fieldName(id)}
        defaultValue={sent['']?.[0] ?? ''}
        required={mustAnswer(question)}
        {...described(props, hint)}
      />
    </QuestionFrame>
  )
}
