/** The thread of results.ts. It does not inherit that its process reads TypeScript: this says it again. */
import { register } from 'tsx/esm/api'

register()
const { compute } = await import('../../lib/verdict/compute.ts')

export default compute
