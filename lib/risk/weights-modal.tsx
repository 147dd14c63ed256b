'use client'

import { Alert, Button, Group, Modal, NumberInput, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import type { RiskFactor } from './factor.ts'
import type { WeightsEntry } from './factor-weights.ts'
import { useRiskWords } from './scheme-words.tsx'
import { proposedWeights, sumOfWeights } from './weight-proposal.ts'

interface WeightsModalProps {
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
  /** Opens with the proportional proposal filled in. */
  readonly proposed: boolean
  readonly save: Save<WeightsEntry>
  onClose(): void
}

/** All weights side by side, old and new, with their sum: nothing changes until it is saved. */
export function WeightsModal({ factors, scheme, proposed, save, onClose }: WeightsModalProps) {
  const t = useTranslations('risk.weights')
  const { entered } = useRiskWords(scheme)
  const narrow = useMediaQuery('(max-width: 48em)')
  const { saving, run } = useSaving()
  const current = factors.map((factor) => factor.weight)
  const [weights, setWeights] = useState<(number | null)[]>(() =>
    proposed ? proposedWeights(current) : current,
  )
  const numbers = weights.map((weight) => weight ?? 0)
  const sum = sumOfWeights(numbers)
  const complete = weights.every((weight) => weight !== null && weight >= 0 && weight <= 1)
  const submit = async () => {
    const entry = {
      weights: factors.map((factor, i) => ({ factorId: factor.id, weight: numbers[i] ?? 0 })),
    }
    if (await run(save, entry, t('saved'))) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('title')} size="xl" fullScreen={narrow ?? false}>
      <Stack>
        <Text size="sm" c="ink.6">
          {t('explain')}
        </Text>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('factor')}</Table.Th>
              <Table.Th ta="right">{t('now')}</Table.Th>
              <Table.Th>{t('next')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {factors.map((factor, i) => (
              <Table.Tr key={factor.id}>
                <Table.Th scope="row" fw={400}>
                  {factor.name}
                </Table.Th>
                <Table.Td ta="right">{entered(factor.weight)}</Table.Td>
                <Table.Td w={120}>
                  <NumberInput
                    aria-label={t('newWeightOf', { name: factor.name })}
                    value={weights[i] ?? ''}
                    min={0}
                    max={1}
                    step={0.01}
                    decimalScale={4}
                    hideControls
                    clampBehavior="none"
                    onChange={(value) => setWeights(weights.with(i, value === '' ? null : Number(value)))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Alert
          color={sum === 1 ? 'pine' : 'ochre'}
          icon={sum === 1 ? <IconScale aria-hidden /> : <IconAlertTriangle aria-hidden />}
          role="status"
        >
          {t('sumNext', { sum: entered(sum) })}
          {sum < 1 && t('difference', { difference: entered(sumOfWeights([1, -sum])) })}
          {sum > 1 && t('excess', { difference: entered(sumOfWeights([sum, -1])) })}
        </Alert>
        <Group>
          <Button onClick={submit} loading={saving} disabled={!complete}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={() => setWeights(proposedWeights(numbers))}>
            {t('propose')}
          </Button>
          <Button variant="subtle" color="ink" onClick={() => setWeights(current)}>
            {t('restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
