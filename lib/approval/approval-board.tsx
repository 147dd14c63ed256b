'use client'

import { Alert, Anchor, Badge, Button, Group, List, Stack, Table, Tabs, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArchive,
  IconFileTypePdf,
  IconLock,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Role } from '../assessment/access.ts'
import type { Decision } from '../scheme/decision-gate.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { Day, useDay } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import classes from './approval.module.css'
import type { PublicFigures } from './public-record.ts'
import { StageTrack } from './stage-track.tsx'
import { StepForm } from './step-form.tsx'
import {
  type ApprovalState,
  decisionOf,
  panelOf,
  rolesFor,
  type Step,
  type StepKind,
  type StepRefusal,
  stepsIn,
  type TakenStep,
} from './workflow.ts'

export interface VersionView {
  readonly number: number
  readonly code: string
  readonly frozenOn: string
  readonly frozenBy: string
  readonly caseDigest: string
  readonly engineVersion: string
  readonly auditHead: { readonly seq: number; readonly hash: string } | null
  readonly figures: PublicFigures
  readonly steps: readonly TakenStep[]
  readonly state: ApprovalState
  readonly voided: boolean
  readonly superseded: boolean
  readonly allowed: readonly Decision[]
  /** Why the reader may not take a step; null: may. */
  readonly obstacles: Readonly<Partial<Record<StepKind, StepRefusal | null>>>
  readonly fewestExperts: number
  readonly pdf: string
  /** Null for somebody without the right to the whole case. */
  readonly archive: string | null
  /** False: what is stored is not what was frozen. */
  readonly intact: boolean
  readonly public: string
  readonly verify: string
  readonly difference: string
}

interface ApprovalBoardProps {
  /** The newest first. */
  readonly versions: readonly VersionView[]
  readonly mayFreeze: boolean
  /** Nothing was changed since the newest version. */
  readonly unchanged: boolean
  readonly verdictGiven: boolean
  readonly reportHref: string
  readonly freeze: Save<null>
  readonly take: Save<{ readonly number: number; readonly step: Step }>
}

/** From the draft to the archive: what is frozen, where it stands, who signs next. */
export function ApprovalBoard(props: ApprovalBoardProps) {
  const { versions, take } = props
  const t = useTranslations('approval')
  const [newest, ...older] = versions
  return (
    <>
      {newest && <VersionCard version={newest} take={take} />}
      <FreezePanel {...props} />
      {older.length > 0 && (
        <Panel title={t('version.all')} padded={false}>
          <Stack gap={0}>
            {older.map((version) => (
              <details key={version.number} style={{ padding: '12px 24px' }}>
                <summary style={{ cursor: 'pointer', minHeight: 32 }}>
                  {t('version.title', { number: version.number })} · {t(`states.${version.state}`)}
                </summary>
                <VersionCard version={version} take={take} />
              </details>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  )
}

function FreezePanel({
  versions,
  mayFreeze,
  unchanged,
  verdictGiven,
  reportHref,
  freeze,
}: ApprovalBoardProps) {
  const t = useTranslations('approval.freeze')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const before = versions[0]?.number ?? 0
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
      {before === 0 && (
        <EmptyState icon={<IconLock size={32} aria-hidden />} title={t('first')} order={3}>
          {t('firstBody')}
        </EmptyState>
      )}
      {!verdictGiven ? (
        <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
          {t('missing')} <AppLink href={reportHref}>{t('toReport')}</AppLink>
        </Alert>
      ) : unchanged ? (
        <Text c="ink.6">{t('unchanged', { number: before })}</Text>
      ) : (
        mayFreeze && (
          <Group justify={before === 0 ? 'center' : 'flex-start'}>
            <Button leftSection={<IconLock size={18} aria-hidden />} loading={saving} onClick={ask}>
              {t('action', { number })}
            </Button>
          </Group>
        )
      )}
    </Panel>
  )
}

interface VersionCardProps {
  readonly version: VersionView
  readonly take: ApprovalBoardProps['take']
}

const grouped = (digest: string) => (digest.match(/.{1,16}/g) ?? []).join(' ')

function VersionCard({ version, take }: VersionCardProps) {
  const t = useTranslations('approval')
  const levels = useTranslations('verdict.levels')
  const economic = useTranslations('verdict.economic')
  const decisions = useTranslations('verdict.decisions')
  const day = useDay()
  const { number, state, figures, auditHead, voided, superseded } = version
  const decision = decisionOf(version.steps)
  return (
    <Panel
      title={t('version.title', { number })}
      description={t('version.frozen', { by: version.frozenBy, day: day(version.frozenOn) })}
      aside={
        <Group gap="xs">
          {voided && <Badge color="cinnabar">{t('version.voided')}</Badge>}
          {superseded && <Badge color="ink">{t('version.superseded')}</Badge>}
          <Badge variant="light">{t(`states.${state}`)}</Badge>
        </Group>
      }
    >
      <Stack gap="lg">
        <StageTrack state={state} />
        {voided && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('version.voided')}>
            {t('version.voidedBody')} <AppLink href={version.difference}>{t('version.difference')}</AppLink>
          </Alert>
        )}
        {!version.intact && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('version.altered')}>
            {t('version.alteredBody')}
          </Alert>
        )}
        {state === 'sent-back' && <Text>{t('version.sentBack')}</Text>}
        <dl className={classes.facts}>
          <div>
            <dt>{t('version.level')}</dt>
            <dd>
              {figures.residualLevel ? levels(figures.residualLevel) : t('version.none')}
              {figures.residualIndex !== null && ` · T = ${figures.residualIndex.toFixed(3)}`}
            </dd>
          </div>
          <div>
            <dt>{t('version.economic')}</dt>
            <dd>{figures.economic ? economic(figures.economic) : t('version.none')}</dd>
          </div>
          <div>
            <dt>{t('version.code')}</dt>
            <dd className={classes.code}>{version.code.match(/.{4}/g)?.join('-')}</dd>
          </div>
          <div>
            <dt>{t('version.engine')}</dt>
            <dd>{version.engineVersion}</dd>
          </div>
          <div style={{ gridColumn: '1 / -1' }}>
            <dt>{t('version.caseDigest')}</dt>
            <dd className={classes.digest}>{grouped(version.caseDigest)}</dd>
          </div>
          <div style={{ gridColumn: '1 / -1' }}>
            <dt>{t('version.auditHead')}</dt>
            <dd className={classes.digest}>
              {auditHead
                ? t('version.auditHeadValue', { seq: auditHead.seq, hash: grouped(auditHead.hash) })
                : t('version.none')}
            </dd>
          </div>
        </dl>
        {decision && (
          <Alert color="pine" icon={<IconRosetteDiscountCheck aria-hidden />} title={t('version.decision')}>
            <Text fw={600}>{decisions(decision.decision)}</Text>
            {decision.conditions !== '' && (
              <Text>
                {t('version.conditions')}：{decision.conditions}
              </Text>
            )}
            {decision.dissentAnswer !== '' && (
              <Text>
                {t('version.dissentAnswer')}：{decision.dissentAnswer}
              </Text>
            )}
          </Alert>
        )}
        <Group gap="sm">
          <Button
            component="a"
            href={version.pdf}
            target="_blank"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
          >
            {t('version.pdf')}
          </Button>
          {version.archive && (
            <Button
              component="a"
              variant="default"
              href={version.archive}
              leftSection={<IconArchive size={18} aria-hidden />}
            >
              {t('version.archive')}
            </Button>
          )}
          <Button
            component="a"
            variant="default"
            href={version.public}
            leftSection={<IconArchive size={18} aria-hidden />}
          >
            {t('version.public')}
          </Button>
          <Anchor href={version.verify} target="_blank" rel="noreferrer">
            {t('version.verify')}
          </Anchor>
          <AppLink href={version.difference}>{t('version.difference')}</AppLink>
        </Group>
        <NextStep version={version} take={take} />
        <Record steps={version.steps} />
      </Stack>
    </Panel>
  )
}

function NextStep({ version, take }: VersionCardProps) {
  const t = useTranslations('approval')
  const roleNames = useTranslations('workbench.roles')
  const { state, obstacles, number, fewestExperts } = version
  const kinds = stepsIn(state)
  const roles = (some: readonly Role[]) => some.map((role) => roleNames(role)).join('、')
  const open = kinds.filter((kind) => obstacles[kind] === null)
  if (kinds.length === 0) return null
  if (open.length === 0)
    return (
      <List size="sm" spacing={4}>
        {kinds.map((kind) => {
          const reason = obstacles[kind] ?? 'not-your-step'
          return (
            <List.Item key={kind}>
              {t(`stepNames.${kind}`)}：
              {t(`obstacles.${reason}`, { roles: roles(rolesFor(state, kind)), n: fewestExperts })}
            </List.Item>
          )
        })}
      </List>
    )
  const forms = (kind: StepKind) => (
    <StepForm
      kind={kind}
      save={(step) => take({ number, step })}
      allowed={version.allowed}
      panel={panelOf(version.steps)}
    />
  )
  if (open.length === 1 && open[0]) return forms(open[0])
  return (
    <Tabs defaultValue={open[0] ?? null} keepMounted={false}>
      <Tabs.List mb="md">
        {open.map((kind) => (
          <Tabs.Tab key={kind} value={kind}>
            {t(`stepNames.${kind}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {open.map((kind) => (
        <Tabs.Panel key={kind} value={kind}>
          {forms(kind)}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function Record({ steps }: { steps: readonly TakenStep[] }) {
  const t = useTranslations('approval')
  const roleNames = useTranslations('workbench.roles')
  const decisions = useTranslations('verdict.decisions')
  const day = useDay()
  if (steps.length === 0) return <Text c="ink.6">{t('record.none')}</Text>
  const words = (step: Step): string => {
    switch (step.kind) {
      case 'pass-review':
        return step.remarks
      case 'send-back':
        return step.reason
      case 'give-opinion':
        // Whoever declared a conflict has no opinion to give.
        return step.interest === 'conflict'
          ? ''
          : [t(`record.opinions.${step.opinion}`), step.grounds].filter(Boolean).join('\n')
      case 'close-panel':
        return ''
      case 'decide':
        return [decisions(step.decision), step.conditions, step.dissentAnswer].filter(Boolean).join('\n')
      case 'file':
        return t('record.filing', { number: step.filingNumber, day: day(step.filedOn) })
      case 'archive':
        return t('record.archive', { place: step.place })
    }
  }
  return (
    <section>
      <Text fw={600}>{t('record.title')}</Text>
      <Text size="sm" c="ink.6" mb="xs">
        {t('record.lead')}
      </Text>
      <Table.ScrollContainer
        minWidth={640}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('record.title') } }}
      >
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('record.what')}</Table.Th>
              <Table.Th>{t('record.who')}</Table.Th>
              <Table.Th>{t('record.words')}</Table.Th>
              <Table.Th>{t('record.interest')}</Table.Th>
              <Table.Th>{t('record.when')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map(({ step, actorId, actorName, role, takenOn }) => (
              // Nobody takes the same step of a version twice on the same day.
              <Table.Tr key={`${step.kind} ${actorId} ${takenOn}`}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{t(`stepNames.${step.kind}`)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {actorName}
                  <Text size="xs" c="ink.6">
                    {roleNames(role)}
                  </Text>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }}>{words(step) || t('version.none')}</Table.Td>
                <Table.Td>
                  {'interest' in step ? t(`record.interests.${step.interest}`) : t('version.none')}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Day value={takenOn} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}
