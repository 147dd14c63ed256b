'use client'

import { Button, Progress, Table, Text } from '@mantine/core'
import { IconFilePlus, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { RiskLevel } from '../risk/level.ts'
import { AppLink } from '../ui/app-link.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ExampleBadge } from '../ui/example-badge.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import classes from './assessment-list.module.css'
import type { MatterKind } from './matter.ts'
import { assessmentPath, NEW_ASSESSMENT_PATH } from './paths.ts'

export interface ListedAssessment {
  readonly id: string
  readonly title: string
  readonly kind: MatterKind
  readonly area: string
  readonly example: boolean
  readonly updatedOn: string
  readonly stepsDone: number
  readonly stepsTotal: number
  readonly level: RiskLevel | null
  readonly verdictGiven: boolean
}

function CreateButton() {
  const t = useTranslations('workbench.list')
  return (
    <Button component={AppLink} href={NEW_ASSESSMENT_PATH} leftSection={<IconPlus size={17} aria-hidden />}>
      {t('create')}
    </Button>
  )
}

function StepProgress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('workbench.list')
  return (
    <div className={classes.progress}>
      <Progress value={(100 * done) / total} size={6} color={done === total ? 'pine' : 'dai'} aria-hidden />
      <Text size="xs" c="ink.6">
        {t('steps', { done, total })}
      </Text>
    </div>
  )
}

function Level({ assessment }: { assessment: ListedAssessment }) {
  const t = useTranslations('workbench.list')
  const { level, verdictGiven } = assessment
  return (
    <>
      <LevelBadge level={level} />
      {level !== null && (
        <Text size="xs" c="ink.6" mt={2}>
          {verdictGiven ? t('verdictGiven') : t('provisional')}
        </Text>
      )}
    </>
  )
}

function Row({ assessment }: { assessment: ListedAssessment }) {
  const t = useTranslations('workbench')
  return (
    <Table.Tr className={classes.row}>
      <Table.Td className={classes.title}>
        <AppLink href={assessmentPath(assessment.id)} className={classes.link}>
          {assessment.title}
        </AppLink>{' '}
        {assessment.example && <ExampleBadge />}
        <Text size="sm" c="ink.6">
          {assessment.area}
        </Text>
      </Table.Td>
      <Table.Td data-label={t('list.columns.kind')}>{t(`kinds.${assessment.kind}`)}</Table.Td>
      <Table.Td data-label={t('list.columns.progress')}>
        <StepProgress done={assessment.stepsDone} total={assessment.stepsTotal} />
      </Table.Td>
      <Table.Td data-label={t('list.columns.level')}>
        <div>
          <Level assessment={assessment} />
        </div>
      </Table.Td>
      <Table.Td data-label={t('list.columns.updated')}>
        <Day value={assessment.updatedOn} />
      </Table.Td>
    </Table.Tr>
  )
}

interface AssessmentListProps {
  readonly assessments: readonly ListedAssessment[]
  readonly mayCreate: boolean
}

export function AssessmentList({ assessments, mayCreate }: AssessmentListProps) {
  const t = useTranslations('workbench.list')
  if (assessments.length === 0) {
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        <Panel>
          <EmptyState
            icon={<IconFilePlus size={44} stroke={1.4} aria-hidden />}
            title={t('emptyTitle')}
            action={mayCreate && <CreateButton />}
          >
            {mayCreate ? t('emptyBody') : t('emptyReadOnly')}
          </EmptyState>
        </Panel>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={mayCreate && <CreateButton />} />
      <div className={classes.sheet}>
        <Table className={classes.table} verticalSpacing="md" horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('columns.title')}</Table.Th>
              <Table.Th>{t('columns.kind')}</Table.Th>
              <Table.Th>{t('columns.progress')}</Table.Th>
              <Table.Th>{t('columns.level')}</Table.Th>
              <Table.Th>{t('columns.updated')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {assessments.map((assessment) => (
              <Row key={assessment.id} assessment={assessment} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="ink.6" mt="sm">
        {t('count', { n: assessments.length })}
      </Text>
    </>
  )
}
