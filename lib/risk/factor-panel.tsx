'use client'

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconListCheck, IconPlus, IconScale, IconShieldHalf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import type { RiskFactor } from './factor.ts'
import { FactorList, type LiveDisputes } from './factor-list.tsx'
import type { WeightsEntry } from './factor-weights.ts'
import { useRiskWords } from './scheme-words.tsx'
import { sumOfWeights } from './weight-proposal.ts'
import { WeightsModal } from './weights-modal.tsx'

interface FactorPanelProps {
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
  /** The page of the risks; pages of one factor lie below it. */
  readonly path: string
  readonly alive: LiveDisputes
  readonly mayScore: boolean
  readonly mayEdit: boolean
  readonly remove: Save<string>
  readonly saveWeights: Save<WeightsEntry>
}

/** The factors, the sum of their weights, and the ways to add one. */
export function FactorPanel({
  factors,
  scheme,
  path,
  alive,
  mayScore,
  mayEdit,
  remove,
  saveWeights,
}: FactorPanelProps) {
  const t = useTranslations('risk')
  const { entered } = useRiskWords(scheme)
  const confirm = useConfirm()
  const { run } = useSaving()
  const [weighing, setWeighing] = useState<'as-is' | 'proposed' | null>(null)
  const sum = sumOfWeights(factors.map((factor) => factor.weight))
  const add = mayScore && (
    <Group gap="sm">
      <Button
        component={AppLink}
        href={`${path}/catalogue`}
        leftSection={<IconListCheck size={18} aria-hidden />}
      >
        {t('list.fromCatalogue')}
      </Button>
      <Button
        component={AppLink}
        href={`${path}/new`}
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
      >
        {t('list.own')}
      </Button>
    </Group>
  )
  if (factors.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={<IconShieldHalf size={40} stroke={1.4} />}
          title={t('list.emptyTitle')}
          action={add}
        >
          {t('list.empty')}
        </EmptyState>
      </Panel>
    )
  }
  const askRemoval = (factor: RiskFactor) =>
    confirm({
      title: t('list.removeTitle'),
      body: t('list.removeText', { name: factor.name, measures: factor.measures.length }),
      confirmLabel: t('list.remove'),
      cancelLabel: t('list.cancel'),
      destructive: true,
      onConfirm: () => void run(remove, factor.id, t('list.removed', { name: factor.name })),
    })
  return (
    <Panel
      title={t('list.heading')}
      aside={
        <Text size="sm" c="ink.6">
          {t('list.count', { n: factors.length })}
        </Text>
      }
    >
      <Stack gap="md">
        <FactorList
          factors={factors}
          scheme={scheme}
          alive={alive}
          hrefOf={(id) => `${path}/${encodeURIComponent(id)}`}
          mayScore={mayScore}
          mayEdit={mayEdit}
          onRemove={askRemoval}
        />
        {sum === 1 ? (
          <Group gap="sm">
            <Text size="sm">{t('weights.sumRight')}</Text>
            {mayEdit && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconScale size={16} aria-hidden />}
                onClick={() => setWeighing('as-is')}
              >
                {t('weights.adjust')}
              </Button>
            )}
          </Group>
        ) : (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
            <Stack gap="sm">
              <Text size="sm">{t('weights.sumWrong', { sum: entered(sum) })}</Text>
              {mayEdit && (
                <Group gap="sm">
                  <Button size="compact-md" onClick={() => setWeighing('proposed')}>
                    {t('weights.normalise')}
                  </Button>
                  <Button size="compact-md" variant="default" onClick={() => setWeighing('as-is')}>
                    {t('weights.adjust')}
                  </Button>
                </Group>
              )}
            </Stack>
          </Alert>
        )}
        {add}
      </Stack>
      {weighing && (
        <WeightsModal
          factors={factors}
          scheme={scheme}
          proposed={weighing === 'proposed'}
          save={saveWeights}
          onClose={() => setWeighing(null)}
        />
      )}
    </Panel>
  )
}
