import type { Messages } from '../messages.ts'
import type { intake as original } from '../zh-CN/intake.ts'

export const intake: Messages<typeof original> = {}
