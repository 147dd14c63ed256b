import type { ReactElement } from 'react'
import {
  controlId,
  described,
  type FaceProps,
  fieldName,
  mustAnswer,
  QuestionFrame,
} from '../question-frame.tsx'
import type { TextQuestion } from './definition.ts'

export function TextFace(props: FaceProps<TextQuestion>): ReactElement {
  const { question, sent, words } = props
  const value = sent[''] ?? []
  const hint = words('text', { max: question.maxLength })
  const id = controlId(question.id, 1)
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint} labels={id}>
      {/* No maxlength: a browser that enforces it cuts pasted text without a word, and counts a rare character twice. */}
      <textarea
        id={id}
        name={fieldName(question.id)}
        rows={5}
        data-max={question.maxLength}
        required={mustAnswer(question)}
        defaultValue={value.join('\n')}
        {...described(props, hint)}
      />
    </QuestionFrame>
  )
}
