import type { Appraisal } from '../../economics/appraisal.ts'
import type { CashFlowChart } from '../blocks.ts'
import { wanYuan } from '../format.ts'
import { moneyTicks } from './axis.ts'

/** Net flow of each year and what has come together so far. */
export function cashFlowFigure(firstYear: number, appraisal: Appraisal): CashFlowChart {
  const { netFlowFen, cumulativeFen } = appraisal
  const lastYear = firstYear + netFlowFen.length - 1
  return {
    kind: 'cash-flow-chart',
    caption: '净现金流量和累计净现金流量',
    label: 'cash-flow-figure',
    alt: `${firstYear}年至${lastYear}年逐年净现金流量和累计净现金流量，期末累计${wanYuan(cumulativeFen.at(-1) ?? 0)}。`,
    unit: '单位：万元',
    ticks: moneyTicks([0, ...netFlowFen, ...cumulativeFen]),
    years: netFlowFen.map((net, i) => ({
      text: String(firstYear + i),
      net,
      cumulative: cumulativeFen[i] ?? 0,
    })),
    netText: '当年净现金流量',
    cumulativeText: '累计净现金流量',
  }
}
