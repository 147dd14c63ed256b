'use client'

import { Alert, Badge, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Warning } from './early-warning.ts'

/** Facts beyond this many are counted in the title only. */
const SHOWN = 10

/** What warns, each with what it rests on; nothing where nothing does. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations('followUp.warnings')
  return warnings.map(({ rule, n, facts, reassess }) => (
    <Alert
      key={rule}
      mb="sm"
      color={reassess ? 'cinnabar' : 'ochre'}
      icon={<IconAlertTriangle aria-hidden />}
      title={
        <>
          {t(`rules.${rule}`, { n })} {reassess && <Badge color="cinnabar">{t('reassess')}</Badge>}
        </>
      }
    >
      <List size="sm">
        {facts.slice(0, SHOWN).map((fact) => (
          <List.Item key={fact}>{fact}</List.Item>
        ))}
      </List>
    </Alert>
  ))
}
