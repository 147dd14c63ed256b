import type { Messages } from '../messages.ts'
import type { workbench as original } from '../zh-CN/workbench.ts'

export const workbench: Messages<typeof original> = {}
