'use client'

import { Alert, Anchor, Badge, Group, List, Stack, Tabs, Text } from '@mantine/core'
import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Role } from '../assessment/access.ts'
import { ReportPanel } from '../report/report-panel.tsx'
import type { Decision } from '../scheme/decision-gate.ts'
import { formatCode } from '../survey/codes/code.ts'
import { AppLink } from '../ui/app-link.tsx'
import { useDay } from '../ui/day.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import classes from './approval.module.css'
import { BundlePanel } from './bundle-panel.tsx'
import type { Waypoint } from './journey.ts'
import { JourneyTrack } from './journey-track.tsx'
import type { PublicFigures } from './public-record.ts'
import { Signatures } from './signatures.tsx'
import { StepForm } from './step-form.tsx'
import {
  type ApprovalState,
  decisionOf,
  panelOf,
  rolesFor,
  type StageStep,
  type Step,
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
  readonly journey: readonly Waypoint[]
  readonly voided: boolean
  readonly superseded: boolean
  readonly allowed: readonly Decision[]
  /** Why the reader may not take a step; null: may. */
  readonly obstacles: Readonly<Partial<Record<StageStep, StepRefusal | null>>>
  /** Steps that the reader may withdraw, counted from 1. */
  readonly withdrawable: readonly number[]
  readonly fewestExperts: number
  /** Where its report and its bundles are made, its public page, and the comparison with the draft. */
  readonly report: string
  readonly bundle: string
  readonly mayTakeArchive: boolean
  readonly verify: string
  readonly difference: string
}

interface VersionSheetProps {
  readonly version: VersionView
  readonly reader: { readonly name: string; readonly role: Role }
  readonly take: Save<{ readonly number: number; readonly step: Step }>
}

/** One frozen version: where it stands, what is to be done, what was signed, and its paper. */
export function VersionSheet(props: VersionSheetProps) {
  const { version, take } = props
  const t = useTranslations('approval')
  const day = useDay()
  const { number, state, voided, superseded, steps, figures } = version
  return (
    <>
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
          <JourneyTrack journey={version.journey} />
          {voided && !superseded && (
            <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} title={t('version.voided')}>
              {t('version.voidedBody')}{' '}
              <Anchor component={AppLink} href={version.difference} c="inherit" td="underline">
                {t('version.difference')}
              </Anchor>
            </Alert>
          )}
          {state === 'sent-back' && !superseded && <Text>{t('version.sentBack')}</Text>}
          <Decided steps={steps} />
          <Next {...props} />
        </Stack>
      </Panel>
      <Signatures steps={steps} withdrawable={version.withdrawable} take={(step) => take({ number, step })} />
      <ReportPanel
        url={version.report}
        title={t('version.reportTitle', { title: figures.title, number })}
        complete
        heading={t('version.report')}
        explain={t('version.reportExplain')}
      />
      <BundlePanel
        url={version.bundle}
        mayTakeArchive={version.mayTakeArchive}
        title={figures.title}
        number={number}
      />
      <Facts version={version} />
    </>
  )
}

function Decided({ steps }: { steps: readonly TakenStep[] }) {
  const t = useTranslations('approval')
  const decisions = useTranslations('verdict.decisions')
  const decision = decisionOf(steps)
  if (!decision) return null
  return (
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
  )
}

/** The steps of the state that are offered as forms; stepping aside is part of each. */
const offered = (state: ApprovalState) =>
  stepsIn(state).filter((kind): kind is Exclude<StageStep, 'step-aside'> => kind !== 'step-aside')

function Next({ version, reader, take }: VersionSheetProps) {
  const t = useTranslations('approval')
  const roleNames = useTranslations('workbench.roles')
  const format = useFormatter()
  const { state, obstacles, number, fewestExperts } = version
  const kinds = offered(state)
  const open = kinds.filter((kind) => obstacles[kind] === null)
  const closed = kinds.filter((kind) => obstacles[kind] !== null)
  const roles = (kind: StageStep) =>
    format.list(
      rolesFor(state, kind).map((role) => roleNames(role)),
      { type: 'disjunction' },
    )
  const forms = (kind: (typeof kinds)[number]) => (
    <StepForm
      key={`${number} ${kind}`}
      kind={kind}
      save={(step) => take({ number, step })}
      allowed={version.allowed}
      panel={panelOf(version.steps)}
      signing={{
        matter: version.figures.title,
        number,
        code: version.code,
        signer: reader,
        steps: version.steps,
      }}
    />
  )
  const [only] = open
  return (
    <>
      {closed.length > 0 && (
        <List size="sm" spacing={4} c="ink.6">
          {closed.map((kind) => (
            <List.Item key={kind}>
              {t(`stepNames.${kind}`)}：
              {t(`obstacles.${obstacles[kind] ?? 'not-your-step'}`, { roles: roles(kind), n: fewestExperts })}
            </List.Item>
          ))}
        </List>
      )}
      {only && open.length === 1 && (
        <section aria-label={t(`stepNames.${only}`)} className={classes.next}>
          <Text fw={600} mb="md">
            {t(`stepNames.${only}`)}
          </Text>
          {forms(only)}
        </section>
      )}
      {only && open.length > 1 && (
        <Tabs defaultValue={only} keepMounted={false} className={classes.next}>
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
      )}
    </>
  )
}

const grouped = (digest: string) => (digest.match(/.{1,16}/g) ?? []).join(' ')

function Facts({ version }: { version: VersionView }) {
  const t = useTranslations('approval.version')
  const economic = useTranslations('verdict.economic')
  const { figures, auditHead } = version
  return (
    <Panel
      title={t('facts')}
      aside={
        <Anchor href={version.verify} target="_blank" rel="noreferrer" size="sm">
          {t('verify')}
        </Anchor>
      }
    >
      <dl className={classes.facts}>
        <div>
          <dt>{t('level')}</dt>
          <dd>
            <Group gap="xs">
              <LevelBadge level={figures.residualLevel} />
              {figures.residualIndex !== null && `T = ${figures.residualIndex.toFixed(3)}`}
            </Group>
          </dd>
        </div>
        <div>
          <dt>{t('economic')}</dt>
          <dd>{figures.economic ? economic(figures.economic) : t('none')}</dd>
        </div>
        <div>
          <dt>{t('code')}</dt>
          <dd className={classes.code}>{formatCode(version.code)}</dd>
        </div>
        <div>
          <dt>{t('engine')}</dt>
          <dd>{version.engineVersion}</dd>
        </div>
        <div className={classes.wide}>
          <dt>{t('caseDigest')}</dt>
          <dd className={classes.digest}>{grouped(version.caseDigest)}</dd>
        </div>
        <div className={classes.wide}>
          <dt>{t('auditHead')}</dt>
          <dd className={classes.digest}>
            {auditHead
              ? t('auditHeadValue', { seq: auditHead.seq, hash: grouped(auditHead.hash) })
              : t('none')}
          </dd>
        </div>
      </dl>
    </Panel>
  )
}
