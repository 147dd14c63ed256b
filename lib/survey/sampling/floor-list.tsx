import { Badge, Group, Stack, Text } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { type AppliedFloor, reached } from './floors.ts'
import type { PlanEntry } from './plan.ts'

interface FloorListProps {
  readonly floors: readonly AppliedFloor[]
  readonly unit: PlanEntry['unit']
  /** Answers by group id, as planned or as they came in. */
  readonly answersOf: (groupId: string) => number
  readonly stage: 'planned' | 'received'
}

/** The floors of the rules, each with what stands against it and where it comes from. */
export function FloorList({ floors, unit, answersOf, stage }: FloorListProps) {
  const t = useTranslations('sampling.plan')
  const chinese = useLocale().startsWith('zh')
  if (floors.length === 0) return null
  return (
    <Stack gap={8}>
      <Text fw={600}>{t('floors')}</Text>
      {floors.map((applied) => {
        const { floor, frame, needed } = applied
        const answers = reached(applied, answersOf)
        const met = answers >= needed
        return (
          <div key={floor.id}>
            <Group gap={8}>
              <Text size="sm">{chinese ? floor.name.zh : floor.name.en}</Text>
              <Badge color={met ? 'pine' : 'cinnabar'} variant="light">
                {met ? t('floorMet') : t('floorNotMet')}
              </Badge>
            </Group>
            <Text size="sm" c="ink.6">
              {t(stage === 'planned' ? 'floorNeeds' : 'floorReceived', {
                frame,
                unit: floor.unit,
                needed,
                answers,
              })}
            </Text>
            {floor.unit === 'households' && unit === 'persons' && (
              <Text size="sm" c="ochre.7">
                {t('floorOtherUnit')}
              </Text>
            )}
            <Text size="xs" c="ink.6">
              {t('source', { source: floor.source })}
            </Text>
          </div>
        )
      })}
    </Stack>
  )
}
