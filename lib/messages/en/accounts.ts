import type { Messages } from '../messages.ts'
import type { accounts as original } from '../zh-CN/accounts.ts'

export const accounts: Messages<typeof original> = {}
