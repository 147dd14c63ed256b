'use client'

import { Alert, Badge, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { Panel } from '../ui/panel.tsx'
import { useAmounts } from './amounts.tsx'
import type { Appraisal, AppraisalRefusal, EconomicVerdict } from './appraisal.ts'
import { CashFlowChart } from './cash-flow-chart.tsx'
import { DEFAULT_SPREAD } from './default-spread.ts'
import { IndicatorTable } from './indicator-table.tsx'
import type { EnpvSimulation, EnpvSimulationRefusal } from './monte-carlo.ts'
import { SensitivityTable } from './sensitivity-table.tsx'
import { widestChange } from './tornado.ts'
import { TornadoChart } from './tornado-chart.tsx'

const LOOK = {
  pass: { color: 'pine', Icon: IconCircleCheck },
  marginal: { color: 'ochre', Icon: IconAlertTriangle },
  fail: { color: 'cinnabar', Icon: IconCircleX },
} as const satisfies Record<EconomicVerdict, unknown>

export function EconomicBadge({ verdict }: { verdict: EconomicVerdict }) {
  const t = useTranslations('economics.verdict')
  const { color, Icon } = LOOK[verdict]
  return (
    <Badge size="lg" variant="light" color={color} leftSection={<Icon size={16} aria-hidden />}>
      {t(verdict)}
    </Badge>
  )
}

interface AppraisalViewProps {
  readonly economics: Result<Appraisal, AppraisalRefusal>
  readonly risk: Result<EnpvSimulation, EnpvSimulationRefusal>
  readonly firstYear: number
  readonly socialDiscountRate: number
}

/** What the stored cash flows say: indicators, charts and sensitivity, or why nothing can be said yet. */
export function AppraisalView({ economics, risk, firstYear, socialDiscountRate }: AppraisalViewProps) {
  const t = useTranslations('economics')
  const { percent, wan } = useAmounts()
  if (!economics.ok) {
    return (
      <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
        {t(`reasons.${economics.reason}`)}
      </Alert>
    )
  }
  const appraisal = economics.value
  const widest = widestChange(appraisal)
  return (
    <>
      <Panel title={t('indicators.heading')} aside={<EconomicBadge verdict={appraisal.verdict} />}>
        <IndicatorTable appraisal={appraisal} socialDiscountRate={socialDiscountRate} />
      </Panel>
      <Panel title={t('charts.flows')}>
        <CashFlowChart
          firstYear={firstYear}
          netFlowFen={appraisal.netFlowFen}
          cumulativeFen={appraisal.cumulativeFen}
        />
      </Panel>
      {widest !== null && (
        <Panel title={t('sensitivity.heading')} description={t('sensitivity.explain')}>
          <Stack gap="md">
            <Title order={3} size="h4">
              {t('charts.tornado', { change: percent(widest, 0) })}
            </Title>
            <TornadoChart appraisal={appraisal} change={widest} />
            <SensitivityTable appraisal={appraisal} />
            {risk.ok && (
              <Text size="sm">
                {t('sensitivity.together', {
                  spread: percent(DEFAULT_SPREAD, 0),
                  chance: percent(risk.value.probabilityNegative, 1),
                  low: wan(risk.value.quantiles[0]?.enpvFen ?? 0),
                  high: wan(risk.value.quantiles.at(-1)?.enpvFen ?? 0),
                  draws: risk.value.draws,
                })}
              </Text>
            )}
          </Stack>
        </Panel>
      )}
    </>
  )
}
