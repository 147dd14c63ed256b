import { useFormatter } from 'use-intl'

/** A half-width as points of per cent: 0.0493 is 4.93. Rounded up, since a margin must not look smaller than it is. */
export function usePoints(): (margin: number) => string {
  const format = useFormatter()
  return (margin) =>
    format.number(Math.max(0, Math.ceil(margin * 10_000 - 1e-6)) / 100, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    })
}
