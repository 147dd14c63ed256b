/** One order, one answer, an end: see page-weight.ts. */
import { pageWeights, type WeighedSurvey } from './page-weight.ts'

process.once('message', (order) => {
  process.send?.(pageWeights(order as WeighedSurvey), () => process.disconnect())
})
