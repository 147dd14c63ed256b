import type { Messages } from '../messages.ts'
import type { survey as original } from '../zh-CN/survey.ts'

export const survey: Messages<typeof original> = {}
