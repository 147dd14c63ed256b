import type { Messages } from '../messages.ts'
import type { economics as original } from '../zh-CN/economics.ts'

export const economics: Messages<typeof original> = {}
