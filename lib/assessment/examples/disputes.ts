/** The screening round of the worked example; written for it, like the rest of its illustrative half. */
import type { RoundEntry } from '../../disputes/dispute-register.ts'

export const EXAMPLE_ROUND: Omit<RoundEntry, 'from' | 'to'> = {
  stage: 'before-decision',
  area: '五个定居村',
  office: '示例县委政法委、乡镇人民政府',
  manner: '逐村入户走访，查阅信访和 12345 热线记录。',
}
