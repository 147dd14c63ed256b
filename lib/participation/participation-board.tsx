'use client'

import { Box } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import type { EvidenceShelf } from '../evidence/evidence-picker.tsx'
import type { Clock } from '../scheme/clock.ts'
import type { Save } from '../ui/save.ts'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { type Consultation, hearingClocks } from './consultation.ts'
import type { NamedGroup } from './consultation-form.tsx'
import { type ConsultationActions, ConsultationPanel } from './consultation-panel.tsx'
import type { Coverage } from './coverage.ts'
import { CoveragePanel } from './coverage-panel.tsx'
import { type Notice, type NoticeEntry, phaseOf } from './notice.ts'
import { readNoticeClock } from './notice-clock.ts'
import { type NoticeActions, NoticePanel } from './notice-panel.tsx'

interface ParticipationBoardProps {
  readonly notices: readonly Notice[]
  readonly consultations: readonly Consultation[]
  readonly coverage: Coverage
  readonly groups: readonly NamedGroup[]
  readonly clocks: readonly Clock[]
  readonly leastExperts: number
  readonly shelf: EvidenceShelf
  readonly removeFile: Save<string>
  readonly refresh: () => void
  readonly today: string
  readonly draft: NoticeEntry
  readonly host: string
  readonly publicUrl: string
  readonly printAddress: string
  readonly actions: NoticeActions & { readonly consultations: ConsultationActions }
  readonly readOnly: boolean
}

/** Who was told, who was heard, and what proves it. */
export function ParticipationBoard(props: ParticipationBoardProps) {
  const { notices, consultations, coverage, clocks, shelf, today, actions, readOnly } = props
  const t = useTranslations('participation.stats')
  const published = notices.filter(({ state }) => state !== 'draft')
  const short =
    published.filter((notice) => readNoticeClock(clocks, notice)?.met === false).length +
    consultations.filter((one) => hearingClocks(clocks, one).some(({ reading }) => !reading?.met)).length
  return (
    <>
      <Box mb="md">
        <StatRow>
          <StatCard
            label={t('notices')}
            value={published.length}
            hint={t('noticesHint', {
              current: notices.filter((notice) => phaseOf(notice, today) === 'current').length,
            })}
          />
          <StatCard label={t('consultations')} value={consultations.length} hint={t('consultationsHint')} />
          <StatCard
            label={t('heard')}
            value={coverage.rows.length - coverage.unheard.length}
            hint={t('heardHint', { total: coverage.rows.length })}
          />
          <StatCard label={t('clocks')} value={short} hint={t('clocksHint')} />
        </StatRow>
      </Box>
      <CoveragePanel coverage={coverage} />
      <NoticePanel
        notices={notices}
        clocks={clocks}
        shelf={shelf}
        today={today}
        draft={props.draft}
        publicUrl={props.publicUrl}
        printAddress={props.printAddress}
        actions={actions}
        readOnly={readOnly}
      />
      <ConsultationPanel
        consultations={consultations}
        groups={props.groups}
        clocks={clocks}
        notices={notices}
        leastExperts={props.leastExperts}
        shelf={shelf}
        today={today}
        host={props.host}
        actions={actions.consultations}
        readOnly={readOnly}
      />
      <EvidencePanel
        files={shelf.files}
        address={shelf.address}
        remove={props.removeFile}
        refresh={props.refresh}
        readOnly={readOnly}
      />
    </>
  )
}
