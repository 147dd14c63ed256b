import type { Messages } from '../messages.ts'
import type { verdict as original } from '../zh-CN/verdict.ts'

export const verdict: Messages<typeof original> = {}
