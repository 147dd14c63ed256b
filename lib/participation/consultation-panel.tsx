'use client'

import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconMessages, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EvidencePicker, type EvidenceShelf } from '../evidence/evidence-picker.tsx'
import type { Clock } from '../scheme/clock.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import {
  type Consultation,
  type ConsultationEntry,
  consultationShape,
  HEARING_RESIDENTS,
  hearingClocks,
  hearingLacksReason,
  isBeforeNotice,
  personsAt,
} from './consultation.ts'
import { ConsultationForm, type NamedGroup } from './consultation-form.tsx'
import classes from './participation.module.css'

export interface ConsultationActions {
  readonly save: Save<ConsultationEntry & { consultationId: string | null }>
  readonly remove: Save<string>
}

interface ConsultationPanelProps {
  readonly consultations: readonly Consultation[]
  readonly groups: readonly NamedGroup[]
  readonly clocks: readonly Clock[]
  readonly notices: readonly { readonly from: string; readonly state: string }[]
  readonly leastExperts: number
  readonly shelf: EvidenceShelf
  readonly today: string
  readonly host: string
  readonly actions: ConsultationActions
  readonly readOnly: boolean
}

/** Every occasion on which people, departments or experts were asked. */
export function ConsultationPanel(props: ConsultationPanelProps) {
  const { consultations, readOnly, actions, today, host } = props
  const t = useTranslations('participation.consultation')
  const [editing, setEditing] = useState<Consultation | 'new' | null>(null)
  const fresh: ConsultationEntry = {
    kind: 'meeting',
    heldOn: today,
    place: '',
    host,
    counts: [],
    minutes: '',
    noticeOn: null,
    listOn: null,
    papersOn: null,
    shortenedBecause: '',
    departments: [],
    experts: [],
  }
  return (
    <Panel
      id="consultations"
      title={t('title')}
      description={t('description')}
      aside={
        !readOnly && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {consultations.length === 0 ? (
        <EmptyState icon={<IconMessages size={44} aria-hidden />} title={t('emptyTitle')} order={3}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <Stack gap="md">
          {consultations.map((consultation) => (
            <ConsultationCard
              key={consultation.id}
              {...props}
              consultation={consultation}
              onEdit={() => setEditing(consultation)}
            />
          ))}
        </Stack>
      )}
      {editing && (
        <Modal
          opened
          onClose={() => setEditing(null)}
          title={t(editing === 'new' ? 'add' : 'change')}
          size="xl"
        >
          <ConsultationForm
            values={editing === 'new' ? fresh : consultationShape.parse(editing)}
            groups={props.groups}
            clocks={props.clocks}
            notices={props.notices}
            today={today}
            leastExperts={props.leastExperts}
            save={(entry) =>
              actions.save({ ...entry, consultationId: editing === 'new' ? null : editing.id })
            }
            onSaved={() => setEditing(null)}
          />
        </Modal>
      )}
    </Panel>
  )
}

interface ConsultationCardProps extends ConsultationPanelProps {
  readonly consultation: Consultation
  readonly onEdit: () => void
}

function ConsultationCard(props: ConsultationCardProps) {
  const { consultation, groups, clocks, notices, leastExperts, shelf, actions, readOnly, onEdit } = props
  const t = useTranslations('participation.consultation')
  const chinese = useLocale() === 'zh-CN'
  const confirm = useConfirm()
  const saving = useSaving()
  const { id, kind, heldOn, place, host, counts, minutes, experts, departments } = consultation
  const title = `${t(`kinds.${kind}`)}：${place}`
  return (
    <article className={classes.card} aria-label={title}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="light">{t(`kinds.${kind}`)}</Badge>
          <Day value={heldOn} />
          <Text size="sm">{place}</Text>
          <Text size="sm" c="ink.6">
            {host}
          </Text>
        </Group>
        {counts.length > 0 && (
          <Text size="sm">
            {t('persons', { n: personsAt(consultation) })}（
            {counts
              .map(
                ({ groupId, persons }) =>
                  `${groups.find((group) => group.id === groupId)?.name ?? '—'} ${persons}`,
              )
              .join('，')}
            ）
          </Text>
        )}
        {hearingClocks(clocks, consultation).map(({ clockId, reading }) => {
          const clock = clocks.find((candidate) => candidate.id === clockId)
          const name = (chinese ? clock?.name.zh : clock?.name.en) ?? clockId
          return (
            <Text key={clockId} size="sm" c={reading?.met ? 'pine.8' : 'cinnabar.8'}>
              {reading
                ? t('clock', { clock: name, days: reading.clock.days, given: reading.given })
                : t('clockUnknown', { clock: name })}
            </Text>
          )
        })}
        {hearingLacksReason(clocks, consultation) && (
          <Text size="sm" c="cinnabar.8">
            {t('lacksReason')}
          </Text>
        )}
        {HEARING_RESIDENTS.some((one) => one === kind) && isBeforeNotice(heldOn, notices) && (
          <Text size="sm" c="ochre.8">
            {t('beforeNotice')}
          </Text>
        )}
        {consultation.shortenedBecause !== '' && (
          <Text size="sm">
            {t('shortenedBecause')}：{consultation.shortenedBecause}
          </Text>
        )}
        {kind === 'departments' && <Text size="sm">{departments.join('、')}</Text>}
        {kind === 'experts' && (
          <>
            <Text size="sm">
              {t('expertCount', {
                n: experts.length,
                dissents: experts.filter(({ opinion }) => opinion === 'dissents').length,
              })}
            </Text>
            {experts.length < leastExperts && (
              <Text size="sm" c="cinnabar.8">
                {t('tooFewExperts', { n: experts.length, least: leastExperts })}
              </Text>
            )}
            {experts.map(({ name, post, opinion, grounds }) => (
              <Text size="sm" key={`${name} ${post}`} className={classes.text}>
                {name}（{post}）：{t(`opinions.${opinion}`)}
                {grounds !== '' && `。${grounds}`}
              </Text>
            ))}
          </>
        )}
        {minutes !== '' && (
          <Text size="sm" className={classes.text} lineClamp={6}>
            {minutes}
          </Text>
        )}
        <EvidencePicker shelf={shelf} use="consultation" subjectId={id} readOnly={readOnly} />
        {!readOnly && (
          <Group gap="xs">
            <Button size="compact-sm" variant="light" onClick={onEdit}>
              {t('change')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="cinnabar"
              onClick={() =>
                confirm({
                  title: t('removeTitle'),
                  body: title,
                  confirmLabel: t('remove'),
                  destructive: true,
                  onConfirm: () => void saving.run(actions.remove, id, t('removed')),
                })
              }
            >
              {t('remove')}
            </Button>
          </Group>
        )}
      </Stack>
    </article>
  )
}
