import type { ReactElement } from 'react'
import {
  Choice,
  controlId,
  type FaceProps,
  fieldName,
  mustAnswer,
  QuestionFrame,
} from '../question-frame.tsx'
import type { ScaleQuestion } from './definition.ts'
import { scale } from './definition.ts'

/**
 * Five grades stand side by side only where their words fit a fifth of a 320-pixel screen: up to four Han characters, in
 * two lines of two. Longer words, and all Latin ones, get a row each.
 */
export function fitsSideBySide(labels: readonly string[]): boolean {
  return labels.every((label) => [...label].length <= 4 && !/[A-Za-z]{3}/.test(label))
}

export function ScaleFace(props: FaceProps<ScaleQuestion>): ReactElement {
  const { question, sent, words, lang } = props
  const value = sent[''] ?? []
  const chosen = value.length === 1 ? value[0] : undefined
  const options = scale.options(question)
  return (
    <QuestionFrame {...props} oneOfSeveral>
      <div className={fitsSideBySide(question.labels) ? 'side' : undefined}>
        {options.map((option, i) => (
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
        {/* A radio button cannot be switched off again; without this a slip of the thumb would become an answer. */}
        {!question.required && (
          <Choice
            type="radio"
            id={controlId(question.id, options.length + 1)}
            name={fieldName(question.id)}
            value=""
            label={words('skip')}
            chosen={chosen === ''}
            muted
          />
        )}
      </div>
    </QuestionFrame>
  )
}
