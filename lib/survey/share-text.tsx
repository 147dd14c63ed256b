import { useFormatter, useTranslations } from 'use-intl'

/** Shares of people on screen: 3.1%, and the interval beside it. */
export function useShares() {
  const format = useFormatter()
  const t = useTranslations('survey.results')
  const percent = (share: number) =>
    format.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return {
    percent,
    interval: (low: number, high: number) => t('range', { low: percent(low), high: percent(high) }),
  }
}
