import type { ReactElement } from 'react'
import { Choice, controlId, described, type FaceProps, fieldName, QuestionFrame } from '../question-frame.tsx'
import type { MatrixQuestion } from './definition.ts'

/** Rows under one another, each a group of its own: a table wider than a telephone would hide its last columns. */
export function MatrixFace(props: FaceProps<MatrixQuestion>): ReactElement {
  const { question, sent, words, lang } = props
  const { id, rows, options, required } = question
  const perRow = options.length + 1
  const hint = words(required ? 'matrixAll' : 'matrix')
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint}>
      {rows.map((row, r) => {
        const chosen = sent[row.id]?.[0]
        return (
          <fieldset className="row" key={row.id}>
            <legend lang={lang}>{row.label}</legend>
            {options.map((option, i) => (
              <Choice
                key={option.id}
                type="radio"
                id={controlId(id, r * perRow + i + 1)}
                name={fieldName(id, row.id)}
                value={option.id}
                label={option.label}
                chosen={chosen === option.id}
                // The first control speaks for the whole question.
                described={r === 0 && i === 0 ? described(props, hint) : undefined}
                lang={lang}
              />
            ))}
            {!required && (
              <Choice
                type="radio"
                id={controlId(id, r * perRow + perRow)}
                name={fieldName(id, row.id)}
                value=""
                label={words('skip')}
                chosen={chosen === ''}
                muted
              />
            )}
          </fieldset>
        )
      })}
    </QuestionFrame>
  )
}
