import type { Messages } from '../messages.ts'
import type { risk as original } from '../zh-CN/risk.ts'

export const risk: Messages<typeof original> = {}
