import type { Messages } from '../messages.ts'
import type { dimensions as original } from '../zh-CN/dimensions.ts'

export const dimensions: Messages<typeof original> = {}
