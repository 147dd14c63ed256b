import type { ReactNode } from 'react'

/** Words of a legend in ink: recharts writes them in the colour of the bars, which is too light to read. */
export function legendText(name: ReactNode): ReactNode {
  return <span style={{ color: 'var(--mantine-color-ink-9)' }}>{name}</span>
}
