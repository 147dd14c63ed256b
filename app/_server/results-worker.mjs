/** The thread of results.ts. It does not inherit that its process reads TypeScript: this says it again. */
import { register } from 'tsx/esm/api'

register()
const { compute } = await import('../../lib/verdict/compute.ts')
const { simulateDefaultSpread } = await import('../../lib/economics/default-spread.ts')

/** Economics whose simulation is kept; an office works on a few cases at a time. */
const MOST_SPREADS = 50

const spreads = new Map()

function spreadOf(flows) {
  const key = JSON.stringify(flows)
  const spread = spreads.get(key) ?? simulateDefaultSpread(flows)
  spreads.delete(key)
  spreads.set(key, spread)
  if (spreads.size > MOST_SPREADS) spreads.delete(spreads.keys().next().value)
  return spread
}

export default (caseFile) => compute(caseFile, spreadOf)
