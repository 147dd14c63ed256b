'use client'

import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Role } from '../assessment/access.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { MissingList } from '../verdict/missing-list.tsx'
import type { Missing } from '../verdict/results.ts'
import classes from './approval.module.css'
import { CompareForm } from './compare-form.tsx'
import { VersionSheet, type VersionView } from './version-sheet.tsx'
import type { ApprovalState, Step } from './workflow.ts'

export interface EarlierVersion {
  readonly number: number
  readonly frozenOn: string
  readonly state: ApprovalState
  readonly href: string
}

interface ApprovalBoardProps {
  readonly assessmentId: string
  /** Null until something is frozen. */
  readonly newest: VersionView | null
  /** The newest of them first. */
  readonly earlier: readonly EarlierVersion[]
  readonly reader: { readonly name: string; readonly role: Role }
  readonly mayFreeze: boolean
  /** What the verdict waits for; nothing can be frozen before. */
  readonly missing: readonly Missing[]
  readonly compare: string
  readonly freeze: () => ReturnType<Save<null>>
  readonly take: Save<{ readonly number: number; readonly step: Step }>
}

/** From the draft to the archive: what is frozen, where it stands, who signs next. */
export function ApprovalBoard(props: ApprovalBoardProps) {
  const { newest, earlier, reader, take, compare } = props
  const t = useTranslations('approval')
  const freezing = <FreezePanel {...props} />
  if (!newest) return freezing
  const numbers = [newest.number, ...earlier.map(({ number }) => number)]
  return (
    <>
      {/* Where the newest version holds there is nothing to freeze, and its own sheet comes first. */}
      {newest.voided && freezing}
      <VersionSheet version={newest} reader={reader} take={take} />
      <Panel title={t('difference.choose')} description={t('difference.chooseLead')}>
        <CompareForm action={compare} numbers={numbers} from={newest.number} to={null} />
      </Panel>
      {!newest.voided && freezing}
      {earlier.length > 0 && (
        <Panel title={t('version.all')} description={t('version.allLead')}>
          <ul className={classes.earlier}>
            {earlier.map(({ number, frozenOn, state, href }) => (
              <li key={number}>
                <Anchor component={AppLink} href={href}>
                  {t('version.open', { number })}
                </Anchor>
                <Day value={frozenOn} />
                <Badge variant="light" color="ink">
                  {t(`states.${state}`)}
                </Badge>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function FreezePanel({ assessmentId, newest, mayFreeze, missing, freeze }: ApprovalBoardProps) {
  const t = useTranslations('approval.freeze')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const before = newest?.number ?? 0
  const number = before + 1
  const ask = () =>
    confirm({
      title: t('confirmTitle', { number }),
      body: before > 0 ? `${t('confirmBody')}${t('confirmAgain', { before })}` : t('confirmBody'),
      confirmLabel: t('action', { number }),
      onConfirm: () => void run(freeze, null, t('done')),
    })
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="md">
        {before === 0 && (
          <EmptyState icon={<IconLock size={32} aria-hidden />} title={t('first')} order={3}>
            {t('firstBody')}
          </EmptyState>
        )}
        {missing.length > 0 ? (
          <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />} title={t('missing')}>
            <Stack gap="xs">
              <Text size="sm">{t('missingBody')}</Text>
              <MissingList assessmentId={assessmentId} missing={missing} />
            </Stack>
          </Alert>
        ) : newest && !newest.voided ? (
          <Text c="ink.6">
            {t(newest.state === 'sent-back' ? 'unchangedSentBack' : 'unchanged', { number: before })}
          </Text>
        ) : (
          mayFreeze && (
            <Group justify={before === 0 ? 'center' : 'flex-start'}>
              <Button leftSection={<IconLock size={18} aria-hidden />} loading={saving} onClick={ask}>
                {t('action', { number })}
              </Button>
            </Group>
          )
        )}
      </Stack>
    </Panel>
  )
}
