'use client'

import { Anchor, Badge, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconExternalLink, IconPlus, IconPrinter, IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EvidencePicker, type EvidenceShelf } from '../evidence/evidence-picker.tsx'
import type { Clock } from '../scheme/clock.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { useDay } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { ClockLine } from './clock-line.tsx'
import {
  lastDayOf,
  type Notice,
  type NoticeEntry,
  type NoticePhase,
  noticeShape,
  type PostingEntry,
  phaseOf,
  type WithdrawalEntry,
} from './notice.ts'
import { readNoticeClock } from './notice-clock.ts'
import { NoticeForm } from './notice-form.tsx'
import { NoticePostings } from './notice-postings.tsx'
import classes from './participation.module.css'
import { WithdrawalForm } from './withdrawal-form.tsx'

export interface NoticeActions {
  readonly save: Save<NoticeEntry & { noticeId: string | null }>
  readonly publish: Save<string>
  readonly remove: Save<string>
  readonly correct: Save<string>
  readonly withdraw: Save<WithdrawalEntry>
  readonly post: Save<PostingEntry>
}

interface NoticePanelProps {
  readonly notices: readonly Notice[]
  readonly clocks: readonly Clock[]
  readonly shelf: EvidenceShelf
  readonly today: string
  /** What a new notice begins with: from the matter, to be checked by a person. */
  readonly draft: NoticeEntry
  /** Where residents see the notices. */
  readonly publicUrl: string
  /** Where a notice is had as a sheet of paper, by its id. */
  readonly printAddress: string
  readonly actions: NoticeActions
  readonly readOnly: boolean
}

const COLOR = {
  draft: 'ink',
  announced: 'dai',
  current: 'pine',
  ended: 'ink',
  withdrawn: 'cinnabar',
  corrected: 'cinnabar',
} as const satisfies Record<NoticePhase, string>

type Opened = { readonly form: 'edit' | 'withdraw'; readonly notice: Notice | null }

/** Notices from draft to end, each with its clock and the proof that it hung. */
export function NoticePanel(props: NoticePanelProps) {
  const { notices, actions, readOnly } = props
  const t = useTranslations('participation.notice')
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <Panel
      id="notices"
      title={t('title')}
      description={t('description')}
      aside={
        !readOnly && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpened({ form: 'edit', notice: null })}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {notices.length === 0 ? (
        <EmptyState icon={<IconSpeakerphone size={44} aria-hidden />} title={t('emptyTitle')} order={3}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <Stack gap="md">
          {notices.map((notice) => (
            <NoticeCard key={notice.id} {...props} notice={notice} onOpen={setOpened} />
          ))}
        </Stack>
      )}
      {opened?.form === 'edit' && (
        <Modal opened onClose={close} title={t(opened.notice ? 'change' : 'add')} size="xl">
          <NoticeForm
            values={opened.notice ? noticeShape.parse(opened.notice) : props.draft}
            clocks={props.clocks}
            save={(entry) => actions.save({ ...entry, noticeId: opened.notice?.id ?? null })}
            onSaved={close}
          />
        </Modal>
      )}
      {opened?.form === 'withdraw' && opened.notice && (
        <Modal opened onClose={close} title={t('withdrawTitle')} size="lg">
          <WithdrawalForm noticeId={opened.notice.id} save={actions.withdraw} onSaved={close} />
        </Modal>
      )}
    </Panel>
  )
}

interface NoticeCardProps extends NoticePanelProps {
  readonly notice: Notice
  readonly onOpen: (opened: Opened) => void
}

function NoticeCard(props: NoticeCardProps) {
  const { notice, clocks, shelf, today, publicUrl, printAddress, actions, readOnly, onOpen } = props
  const t = useTranslations('participation.notice')
  const dayOf = useDay()
  const confirm = useConfirm()
  const saving = useSaving()
  const phase = phaseOf(notice, today)
  const reading = readNoticeClock(clocks, notice)
  return (
    <article className={classes.card} aria-label={notice.title}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge color={COLOR[phase]} variant="light">
            {t(`phases.${phase}`)}
          </Badge>
          <Text size="sm" c="ink.6">
            {t(`kinds.${notice.kind}`)}
          </Text>
          {notice.corrects !== null && (
            <Text size="sm" c="ink.6">
              {t('correction')}
            </Text>
          )}
        </Group>
        <Text fw={600}>{notice.title}</Text>
        <Text size="sm">{t('span', { from: dayOf(notice.from), until: dayOf(notice.until) })}</Text>
        {lastDayOf(notice) !== notice.until && (
          <Text size="sm" c="ink.7">
            {t('restDay', { until: dayOf(notice.until), last: dayOf(lastDayOf(notice)) })}
          </Text>
        )}
        {reading && <ClockLine reading={reading} />}
        {notice.shortenedBecause !== '' && (
          <Text size="sm">{t('reason', { reason: notice.shortenedBecause })}</Text>
        )}
        {notice.withdrawnBecause !== '' && (
          <Text size="sm" c="cinnabar.8">
            {t('reason', { reason: notice.withdrawnBecause })}
          </Text>
        )}
        {phase !== 'draft' && (
          <NoticePostings
            notice={notice}
            files={shelf.files}
            today={today}
            save={actions.post}
            readOnly={readOnly}
          />
        )}
        <EvidencePicker shelf={shelf} use="notice" subjectId={notice.id} readOnly={readOnly} />
        <Group gap="xs">
          {notice.slug !== null && (
            <Anchor href={`${publicUrl}/p/${notice.slug}`} target="_blank" rel="noreferrer" size="sm">
              {t('open')} <IconExternalLink size={14} aria-hidden />
            </Anchor>
          )}
          <Anchor href={`${printAddress}/${notice.id}`} target="_blank" size="sm">
            {t('print')} <IconPrinter size={14} aria-hidden />
          </Anchor>
          {!readOnly && phase === 'draft' && (
            <>
              <Button
                size="compact-sm"
                loading={saving.saving}
                onClick={() =>
                  confirm({
                    title: t('publishTitle'),
                    body: t('publishBody'),
                    confirmLabel: t('publish'),
                    onConfirm: () => void saving.run(actions.publish, notice.id, t('published')),
                  })
                }
              >
                {t('publish')}
              </Button>
              <Button size="compact-sm" variant="light" onClick={() => onOpen({ form: 'edit', notice })}>
                {t('change')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="cinnabar"
                onClick={() =>
                  confirm({
                    title: t('remove'),
                    body: notice.title,
                    confirmLabel: t('remove'),
                    destructive: true,
                    onConfirm: () => void saving.run(actions.remove, notice.id, t('removed')),
                  })
                }
              >
                {t('remove')}
              </Button>
            </>
          )}
          {!readOnly && notice.state === 'published' && (
            <>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => void saving.run(actions.correct, notice.id, t('correcting'))}
              >
                {t('correct')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="cinnabar"
                onClick={() => onOpen({ form: 'withdraw', notice })}
              >
                {t('withdraw')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </article>
  )
}
