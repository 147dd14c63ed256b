'use client'

import { Bar, Line } from 'recharts'
import { useTranslations } from 'use-intl'
import { AmountChart } from './amount-chart.tsx'
import { FEN_PER_WAN } from './cash-flow-table.ts'
import type { PartyBalance, Remainder } from './distribution.ts'

interface DistributionChartProps {
  readonly parties: readonly PartyBalance[]
  readonly unallocated: Remainder
  nameOf(party: string): string
}

/** Latin letters are half as wide as Chinese signs, by and large. */
const widthOf = (sign: string) => (sign < '\u2e80' ? 0.55 : 1)

/** As much of a name as the axis has room for, eight Chinese signs or two lines of words; the table below has it whole. */
function shortened(name: string): string {
  const room = name.includes(' ') ? 15 : 8
  let taken = 0
  const signs = [...name]
  const fitting = signs.findIndex((sign) => {
    taken += widthOf(sign)
    return taken > room
  })
  return fitting === -1 ? name : `${signs.slice(0, fitting - 1).join('')}…`
}

/** What each party gets to the right, what it pays to the left, and a mark at what remains. */
export function DistributionChart({ parties, unallocated, nameOf }: DistributionChartProps) {
  const t = useTranslations('economics.distribution')
  const rest = unallocated.benefitFen > 0 || unallocated.costFen > 0
  const data = [
    ...parties.map(({ party, benefitFen, costFen, netFen }) => ({
      name: nameOf(party),
      benefitFen,
      costFen,
      netFen,
    })),
    ...(rest ? [{ name: t('unallocated'), ...unallocated }] : []),
  ].map(({ name, benefitFen, costFen, netFen }) => ({
    name,
    benefit: benefitFen / FEN_PER_WAN,
    cost: -costFen / FEN_PER_WAN,
    net: netFen / FEN_PER_WAN,
  }))
  return (
    <AmountChart
      label={t('chartLabel')}
      height={80 + 40 * data.length}
      data={data}
      rows={{ nameWidth: 108, shortened }}
    >
      <Bar
        name={t('cost')}
        dataKey="cost"
        stackId="flows"
        fill="var(--mantine-color-ochre-4)"
        barSize={18}
        isAnimationActive={false}
      />
      <Bar
        name={t('benefit')}
        dataKey="benefit"
        stackId="flows"
        fill="var(--mantine-color-dai-4)"
        barSize={18}
        isAnimationActive={false}
      />
      <Line
        name={t('net')}
        dataKey="net"
        stroke="var(--mantine-color-ink-9)"
        strokeWidth={0}
        dot={{
          r: 4.5,
          fill: 'var(--mantine-color-white)',
          stroke: 'var(--mantine-color-ink-9)',
          strokeWidth: 2,
        }}
        legendType="circle"
        isAnimationActive={false}
      />
    </AmountChart>
  )
}
