'use client'

import { Badge, Button, Group, Modal, Table, Text, UnstyledButton } from '@mantine/core'
import { IconPlus, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ImportPanel } from '../ui/import-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { type Dispute, isOpen, outcomeOf, TRACKS } from './dispute.ts'
import type { DisputeBoardProps } from './dispute-board-props.ts'
import { DisputeDetail } from './dispute-detail.tsx'
import { DisputeForm } from './dispute-form.tsx'
import {
  DISPUTE_COLUMNS,
  type DisputeRegister,
  dueDisputes,
  outcomesByTrack,
  outcomesOf,
  REMINDER_DAYS,
  unresolvedByFactor,
} from './dispute-register.ts'
import classes from './disputes.module.css'
import { RoundPanel } from './round-panel.tsx'

const OUTCOME_COLOUR = { open: 'dai', agreed: 'pine', 'not-agreed': 'cinnabar' } as const

/** Rounds on top, the ledger by mediation track below, and what it means for the risk factors. */
export function DisputeBoard(props: DisputeBoardProps) {
  const { register, today, readOnly } = props
  const t = useTranslations('disputes')
  const { rounds, disputes } = register
  const due = dueDisputes(register, today)
  const outcomes = outcomesOf(register)
  const overdue = due.filter(({ daysLeft }) => daysLeft < 0).length
  const before = rounds.filter(({ stage }) => stage === 'before-decision').length
  return (
    <>
      <StatRow>
        <StatCard
          label={t('stats.rounds')}
          value={rounds.length}
          hint={t('stats.roundsHint', { before, after: rounds.length - before })}
        />
        <StatCard label={t('stats.disputes')} value={disputes.length} />
        <StatCard label={t('stats.open')} value={outcomes.open} />
        <StatCard
          label={t('stats.notAgreed')}
          value={outcomes['not-agreed']}
          hint={t('stats.notAgreedHint')}
        />
        <StatCard
          label={t('stats.overdue')}
          value={overdue}
          hint={t('stats.overdueHint', { days: REMINDER_DAYS, soon: due.length - overdue })}
        />
      </StatRow>
      <div style={{ height: 20 }} />
      <RoundPanel
        register={register}
        today={today}
        save={props.saveRound}
        strike={props.strikeRound}
        readOnly={readOnly}
      />
      <Ledger {...props} />
      {disputes.length > 0 && <Outcomes register={register} />}
      <AliveFactors {...props} />
      {register.struck.length > 0 && <Struck register={register} />}
      {!readOnly && (
        <Panel title={t('importTitle')}>
          <ImportPanel columns={DISPUTE_COLUMNS} templateName="纠纷台账.csv" save={props.importTable} />
        </Panel>
      )}
    </>
  )
}

function Ledger(props: DisputeBoardProps) {
  const { register, readOnly } = props
  const t = useTranslations('disputes')
  const [adding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const open = register.disputes.find(({ id }) => id === openId)
  return (
    <Panel
      title={t('ledger.title')}
      description={t('ledger.lead')}
      aside={
        !readOnly && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('ledger.add')}
          </Button>
        )
      }
    >
      {register.disputes.length === 0 ? (
        <EmptyState icon={<IconScale size={44} aria-hidden />} title={t('ledger.emptyTitle')}>
          {t('ledger.emptyBody')}
        </EmptyState>
      ) : (
        <div className={classes.tracks}>
          {([null, ...TRACKS] as const).map((track) => {
            const some = register.disputes.filter((dispute) => dispute.track === track)
            return (
              <section key={track ?? 'none'} className={classes.track}>
                <h3 className={classes.trackName}>
                  {t(`tracks.${track ?? 'none'}`)} · {some.length}
                </h3>
                <ul className={classes.cards}>
                  {some.map((dispute) => (
                    <li key={dispute.id}>
                      <Card dispute={dispute} {...props} onOpen={() => setOpenId(dispute.id)} />
                    </li>
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      )}
      {adding && (
        <Modal opened onClose={() => setAdding(false)} title={t('ledger.add')} size="lg">
          <DisputeForm
            {...props}
            dispute={null}
            save={props.add}
            onSaved={() => setAdding(false)}
            savedMessage={t('ledger.saved')}
          />
        </Modal>
      )}
      {open && (
        <Modal opened onClose={() => setOpenId(null)} title={open.subject} size="lg">
          <DisputeDetail {...props} dispute={open} />
        </Modal>
      )}
    </Panel>
  )
}

function Card({
  dispute,
  register,
  today,
  onOpen,
}: DisputeBoardProps & { dispute: Dispute; onOpen: () => void }) {
  const t = useTranslations('disputes')
  const left = dueDisputes(register, today).find((due) => due.dispute.id === dispute.id)?.daysLeft
  const due = left === undefined ? undefined : left < 0 ? 'overdue' : 'soon'
  return (
    <UnstyledButton
      className={classes.card}
      data-due={due}
      data-over={outcomeOf(dispute) === 'agreed'}
      onClick={onOpen}
    >
      <Text size="sm" fw={500}>
        {dispute.subject}
      </Text>
      <Text size="xs" c="ink.6">
        {t(`sizes.${dispute.size}`)} · {t(`severities.${dispute.severity}`)}
        {dispute.owner !== '' && ` · ${dispute.owner}`}
      </Text>
      <Group gap={6} mt={6}>
        <Badge size="sm" variant="light" color={OUTCOME_COLOUR[outcomeOf(dispute)]}>
          {outcomeOf(dispute) === 'not-agreed' ? t('stats.notAgreed') : t(`states.${dispute.state}`)}
        </Badge>
        {isOpen(dispute) && dispute.deadline && (
          <Text size="xs" c={due === 'overdue' ? 'cinnabar.7' : 'ink.6'}>
            {left === undefined ? (
              <Day value={dispute.deadline} />
            ) : left < 0 ? (
              t('ledger.overdue', { n: -left })
            ) : (
              t('ledger.daysLeft', { n: left })
            )}
          </Text>
        )}
      </Group>
    </UnstyledButton>
  )
}

function Outcomes({ register }: { register: DisputeRegister }) {
  const t = useTranslations('disputes')
  const outcomes = outcomesByTrack(register)
  return (
    <Panel title={t('outcomes.title')}>
      <Table maw={640} tabularNums fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outcomes.track')}</Table.Th>
            {(['referred', 'settled', 'notSettled', 'open'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`outcomes.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {TRACKS.map((track) => (
            <Table.Tr key={track}>
              <Table.Th scope="row" fw={500}>
                {t(`tracks.${track}`)}
              </Table.Th>
              {(['referred', 'settled', 'notSettled', 'open'] as const).map((column) => (
                <Table.Td key={column} ta="right">
                  {outcomes[track][column]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  )
}

function Struck({ register }: { register: DisputeRegister }) {
  const t = useTranslations('disputes.strike')
  return (
    <Panel title={t('listTitle', { n: register.struck.length })} description={t('listLead')}>
      <ul className={classes.events}>
        {register.struck.map(({ id, kind, what, on, reason }) => (
          <li key={id}>
            <Day value={on} /> {t(`kinds.${kind}`)}：{what}（{reason}）
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AliveFactors({ register, factors }: DisputeBoardProps) {
  const t = useTranslations('disputes.factors')
  const open = unresolvedByFactor(register)
  const alive = factors.filter(({ id }) => open.has(id))
  if (alive.length === 0) return null
  return (
    <Panel title={t('title')} description={t('lead')}>
      <ul className={classes.events}>
        {alive.map(({ id, name }) => (
          <li key={id}>
            {name}：{t('open', { n: open.get(id) ?? 0 })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
