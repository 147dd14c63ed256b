'use client'

import { Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useDay } from '../ui/day.tsx'
import { ExampleBadge } from '../ui/example-badge.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { CaseFile } from './case-file.ts'

interface OverviewHeaderProps {
  readonly caseFile: Pick<CaseFile, 'matter' | 'example' | 'version' | 'createdOn'>
}

/** What is assessed, where, and which state of the case file this is. */
export function OverviewHeader({ caseFile }: OverviewHeaderProps) {
  const t = useTranslations('workbench')
  const dayOf = useDay()
  const { matter, example, version, createdOn } = caseFile
  return (
    <PageHeader
      title={matter.title}
      mark={example && <ExampleBadge />}
      lead={
        <>
          {t(`kinds.${matter.kind}`)} · {matter.area}
          <Text component="span" size="sm" display="block" c="ink.6">
            {t('overview.registered', { day: dayOf(createdOn) })} · {t('overview.version', { version })}
          </Text>
        </>
      }
    />
  )
}
