/** The columns that open and close a row: keys made in JavaScript, so that both engines store the same. */
import { nanoid } from 'nanoid'
import { instant, text } from '../columns.ts'

export const id = () =>
  text()
    .primaryKey()
    .$defaultFn(() => nanoid())

export const createdAt = () =>
  instant()
    .notNull()
    .$defaultFn(() => new Date())
