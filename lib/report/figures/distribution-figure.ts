import type { Distribution } from '../../economics/distribution.ts'
import type { DistributionChart } from '../blocks.ts'
import { wan } from '../format.ts'
import { moneyTicks } from './axis.ts'

/** As much of a name as two lines beside a bar can hold; the table has it whole. */
const LONGEST = 22

function shortened(name: string): string {
  const signs = [...name]
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : name
}

/** What each party gets, pays and is left with. */
export function distributionFigure(
  { parties, unallocated, complete }: Distribution,
  nameOf: (party: string) => string,
): DistributionChart {
  const rows = [
    ...parties.map(({ party, ...balance }) => ({ name: nameOf(party), ...balance })),
    ...(complete ? [] : [{ name: '未分配', ...unallocated }]),
  ]
  return {
    kind: 'distribution-chart',
    label: 'distribution-figure',
    caption: '各方的效益、费用和净得失（现值）',
    alt: `各方净得失：${rows.map(({ name, netFen }) => `${name}${wan(netFen)}万元`).join('，')}。`,
    unit: '单位：万元',
    ticks: moneyTicks([0, ...rows.flatMap(({ benefitFen, costFen }) => [benefitFen, -costFen])]),
    rows: rows.map(({ name, benefitFen, costFen, netFen }) => ({
      text: shortened(name),
      benefit: benefitFen,
      cost: costFen,
      net: { at: netFen, text: wan(netFen) },
    })),
    benefitText: '效益',
    costText: '费用',
    netText: '净得失',
  }
}
