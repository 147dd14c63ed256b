'use client'

import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Clock } from '../scheme/clock.ts'
import { useDay } from '../ui/day.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import type { Save } from '../ui/save.ts'
import { ClockLine } from './clock-line.tsx'
import { lastDayOf, NOTICE_KINDS, type NoticeEntry, noticeShape } from './notice.ts'
import { readNoticeClock } from './notice-clock.ts'

interface NoticeFormProps {
  readonly values: NoticeEntry
  readonly clocks: readonly Clock[]
  readonly save: Save<NoticeEntry>
  readonly onSaved: () => void
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The draft of a notice; its clock is told while the days are being chosen. */
export function NoticeForm({ values, clocks, save, onSaved }: NoticeFormProps) {
  const t = useTranslations('participation.notice')
  const dayOf = useDay()
  const form = useEntryForm<NoticeEntry>({
    shape: noticeShape,
    values,
    save,
    onSaved,
    savedMessage: t('saved'),
  })
  const [kind, from, until, eventOn] = form.methods.watch(['kind', 'from', 'until', 'eventOn'])
  const hearing = kind === 'hearing-notice'
  const complete = DAY.test(from) && DAY.test(until) && (!hearing || DAY.test(eventOn ?? ''))
  const reading = complete ? readNoticeClock(clocks, { kind, from, until, eventOn }) : null
  return (
    <EntryFormBox form={form} label={t('add')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            form={form}
            name="kind"
            label={t('kind')}
            choices={NOTICE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextField form={form} name="title" label={t('noticeTitle')} required maxLength={120} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: hearing ? 3 : 2 }}>
          <DateField form={form} name="from" label={t('from')} required />
          <DateField form={form} name="until" label={t('until')} required />
          {hearing && <DateField form={form} name="eventOn" label={t('eventOn')} required />}
        </SimpleGrid>
        {reading && <ClockLine reading={reading} />}
        {DAY.test(until) && lastDayOf({ until }) !== until && (
          <Text size="sm" c="ochre.8" role="status">
            {t('restDay', { until: dayOf(until), last: dayOf(lastDayOf({ until })) })}
          </Text>
        )}
        {(reading?.met === false || values.shortenedBecause !== '') && (
          <TextAreaField
            form={form}
            name="shortenedBecause"
            label={t('shortenedBecause')}
            description={t('shortenedHint')}
            minRows={2}
            maxLength={500}
          />
        )}
        <TextAreaField form={form} name="plan" label={t('plan')} description={t('planHint')} required />
        <TextAreaField form={form} name="affected" label={t('affected')} required minRows={2} />
        <TextAreaField
          form={form}
          name="objection"
          label={t('objection')}
          description={t('objectionHint')}
          required
          minRows={2}
        />
        <TextAreaField form={form} name="law" label={t('law')} description={t('lawHint')} minRows={2} />
        <TextField
          form={form}
          name="contact"
          label={t('contact')}
          description={t('contactHint')}
          required
          maxLength={300}
        />
        <SubmitBar form={form} label={t('save')} always />
      </Stack>
    </EntryFormBox>
  )
}
