import type { ReactElement } from 'react'
import { OtherWords } from '../other-words.tsx'
import { Choice, controlId, described, type FaceProps, fieldName, QuestionFrame } from '../question-frame.tsx'
import type { MultipleQuestion } from './definition.ts'

function hintOf({ question: { atLeast, atMost }, words }: FaceProps<MultipleQuestion>): string {
  if (atLeast !== undefined && atMost !== undefined)
    return words('multipleBetween', { min: atLeast, max: atMost })
  if (atLeast !== undefined) return words('multipleAtLeast', { min: atLeast })
  return atMost === undefined ? words('multiple') : words('multipleAtMost', { max: atMost })
}

export function MultipleFace(props: FaceProps<MultipleQuestion>): ReactElement {
  const { question, sent, lang } = props
  const value = sent[''] ?? []
  const hint = hintOf(props)
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
      <OtherWords {...props} n={question.options.length + 2} />
    </QuestionFrame>
  )
}
