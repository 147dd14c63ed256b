/** Answer fields as a form of an official sends them: bounded before the questionnaire looks at them. */
import { z } from 'zod'

export const answerFieldsShape = z
  .record(z.string().max(80), z.array(z.string().max(4000)).max(60))
  .refine((fields) => Object.keys(fields).length <= 2000, 'too-many')
