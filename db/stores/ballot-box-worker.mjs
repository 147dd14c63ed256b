/** A thread does not inherit that its process reads TypeScript: this says it again, then begins. */
import { register } from 'tsx/esm/api'

register()
await import('./ballot-box-worker.ts')
