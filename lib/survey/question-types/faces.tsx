import type { ReactElement } from 'react'
import type { Question } from '../questionnaire.ts'
import { DateFace } from './date/face.tsx'
import type { QuestionTypeName } from './definitions.ts'
import { InfoFace } from './info/face.tsx'
import { MatrixFace } from './matrix/face.tsx'
import { MultipleFace } from './multiple/face.tsx'
import { NumberFace } from './number/face.tsx'
import type { FaceProps } from './question-frame.tsx'
import { RankingFace } from './ranking/face.tsx'
import { ScaleFace } from './scale/face.tsx'
import { SingleFace } from './single/face.tsx'
import { TextFace } from './text/face.tsx'

/** How each question type looks to a resident: one line each, beside its definition in definitions.ts. */
const FACES = {
  single: SingleFace,
  multiple: MultipleFace,
  scale: ScaleFace,
  matrix: MatrixFace,
  ranking: RankingFace,
  number: NumberFace,
  date: DateFace,
  text: TextFace,
  info: InfoFace,
} as const satisfies { [Name in QuestionTypeName]: (props: FaceProps<QuestionOf<Name>>) => ReactElement }

type QuestionOf<Name extends QuestionTypeName> = Extract<Question, { type: Name }>

/** A question with the face of its type; the cast is sound because the registry key is the discriminator. */
export function QuestionFace(props: FaceProps<Question>): ReactElement {
  const Face = FACES[props.question.type] as (props: FaceProps<Question>) => ReactElement
  return <Face {...props} />
}
