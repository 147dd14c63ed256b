import type { ReactElement } from 'react'
import {
  controlId,
  described,
  type FaceProps,
  fieldName,
  mustAnswer,
  QuestionFrame,
} from '../question-frame.tsx'
import type { NumberQuestion } from './definition.ts'

export function NumberFace(props: FaceProps<NumberQuestion>): ReactElement {
  const { question, sent, words, lang } = props
  const { id, min, max, decimals, unit } = question
  const range = words('numberRange', { min, max })
  const hint = decimals === 0 ? range : `${range}${words('numberDecimals', { n: decimals })}`
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint} labels={controlId(id, 1)}>
      <p className="measure">
        {/* Not type=number: it swallows what it does not understand, so that the person's words would be lost. */}
        <input
          type="text"
          // Keyboards for numbers on some telephones have no minus sign.
          inputMode={min < 0 ? 'text' : decimals === 0 ? 'numeric' : 'decimal'}
          id={controlId(id, 1)}
          name={fieldName(id)}
          defaultValue={sent['']?.[0] ?? ''}
          required={mustAnswer(question)}
          {...described(props, hint)}
        />
        {unit && <span lang={lang}>{unit}</span>}
      </p>
    </QuestionFrame>
  )
}
