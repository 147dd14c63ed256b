import { EventLog } from '../../../../../lib/assessment/event-log.tsx'
import { eventsPath } from '../../../../../lib/assessment/paths.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { EVENTS_ON_A_PAGE, loadEvents } from '../../../../_server/load-events.ts'
import { translator } from '../../../../_server/translate.ts'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<{ before?: string | string[] }>
}

export default async function EventsPage({ params, searchParams }: Props) {
  const { id } = await params
  const { events, verdict, newest, before } = await loadEvents(id, (await searchParams).before)
  const t = await translator('events')
  const oldest = events.at(-1)?.seq ?? 1
  const at = (seq: number) => `${eventsPath(id)}?before=${seq}`
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <EventLog
        events={events}
        verdict={verdict}
        newerHref={before > newest ? null : at(before + EVENTS_ON_A_PAGE)}
        olderHref={oldest > 1 ? at(oldest) : null}
      />
    </>
  )
}
