import type { Messages } from '../messages.ts'
import type { matter as original } from '../zh-CN/matter.ts'

export const matter: Messages<typeof original> = {}
