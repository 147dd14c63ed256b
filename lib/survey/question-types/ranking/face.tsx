import type { ReactElement } from 'react'
import { controlId, described, type FaceProps, fieldName, QuestionFrame } from '../question-frame.tsx'
import type { RankingQuestion } from './definition.ts'

/** A place to choose per option: works with a keyboard, with a screen reader and without scripts. */
export function RankingFace(props: FaceProps<RankingQuestion>): ReactElement {
  const { question, sent, words, lang } = props
  const { id, options, places } = question
  const all = places === options.length
  const hint = words(all ? 'ranking' : 'rankingSome', { n: places })
  return (
    <QuestionFrame {...props} oneOfSeveral={false} hint={hint}>
      {options.map((option, i) => (
        <p className="rank" key={option.id}>
          <select
            id={controlId(id, i + 1)}
            name={fieldName(id, option.id)}
            defaultValue={sent[option.id]?.[0] ?? ''}
            // The first control speaks for the group.
            {...(i === 0 ? described(props, hint) : {})}
          >
            <option value="">{words('noRank')}</option>
            {Array.from({ length: places }, (_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
              <option key={place} value={place + 1}>
                {words('rank', { n: place + 1 })}
              </option>
            ))}
          </select>
          <label htmlFor={controlId(id, i + 1)} lang={lang}>
            {option.label}
          </label>
        </p>
      ))}
    </QuestionFrame>
  )
}
