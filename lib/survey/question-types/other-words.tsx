import type { ReactElement } from 'react'
import { otherOption } from './base.ts'
import { controlId, type FaceProps, fieldName } from './question-frame.tsx'
import type { Option } from './question-type.ts'

interface OtherWordsProps
  extends Pick<
    FaceProps<{ id: string; options: readonly Option[] }>,
    'question' | 'sent' | 'words' | 'lang'
  > {
  readonly n: number
}

/** 其他（请注明）: where an option asks for words, the line to write them on. */
export function OtherWords({ question, sent, words, lang, n }: OtherWordsProps): ReactElement | null {
  const option = otherOption(question.options)
  if (!option) return null
  const id = controlId(question.id, n)
  return (
    <p className="other">
      <label htmlFor={id}>
        {words('otherFor')} <span lang={lang}>{option.label}</span>
      </label>
      <input
        type="text"
        id={id}
        name={fieldName(question.id, 'other')}
        defaultValue={sent.other?.[0] ?? ''}
      />
    </p>
  )
}
