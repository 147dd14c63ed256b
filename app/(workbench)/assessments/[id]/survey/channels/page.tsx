import { Alert, Anchor } from '@mantine/core'
import { readCodeBatches } from '../../../../../../db/stores/codes.ts'
import { dayOf } from '../../../../../../db/stores/day.ts'
import { readPaperBatches } from '../../../../../../db/stores/paper.ts'
import { proveReadable } from '../../../../../../lib/assessment/access.ts'
import { stepPath } from '../../../../../../lib/assessment/paths.ts'
import { CodesPanel } from '../../../../../../lib/survey/channels/codes-panel.tsx'
import { PostersPanel } from '../../../../../../lib/survey/channels/posters-panel.tsx'
import { languagesOf } from '../../../../../../lib/survey/localized.ts'
import { PaperPanel } from '../../../../../../lib/survey/paper/paper-panel.tsx'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../lib/ui/page-link.tsx'
import { database } from '../../../../../_server/database.ts'
import { loadAssessment } from '../../../../../_server/load.ts'
import { printedLanguages } from '../../../../../_server/print/printed-languages.ts'
import { translator } from '../../../../../_server/translate.ts'
import { countLeftOver, issue, mark, print, voidBatch } from './actions.ts'

export default async function ChannelsPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, actor, may } = await loadAssessment((await params).id)
  const { id, survey } = caseFile
  const t = await translator('channels')
  const { read } = await database()
  const readable = proveReadable(actor, id)
  const published = survey && survey.state !== 'draft' ? survey : null
  const open = published?.state === 'published'
  const groups = caseFile.groups
    .filter((group) => published?.links.some(({ groupId }) => groupId === group.id))
    .map((group) => ({ id: group.id, name: group.name }))
  const printsHref = `/api/assessments/${encodeURIComponent(id)}/prints`
  const here = `${stepPath(id, 'survey')}/channels`
  const batches = readable.ok && published ? await readCodeBatches(read, readable.value) : []
  const { others, withoutFont } = published
    ? await printedLanguages(published.questionnaire)
    : { others: [], withoutFont: [] }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {open && may.edit && <PageLink href={`${here}/assisted`}>{t('assisted.open')}</PageLink>}
            {open && may.edit && <PageLink href={`${here}/paper`}>{t('entry.open')}</PageLink>}
            <PageLink href={stepPath(id, 'survey')}>{t('toSurvey')}</PageLink>
          </>
        }
      />
      {!published && <Alert color="ink">{t('notOpen')}</Alert>}
      {published && !open && <Alert color="dai">{t('over')}</Alert>}
      {published && (
        <>
          {open && may.edit && (
            <PostersPanel
              groups={groups}
              printsHref={printsHref}
              languages={others.map(({ language }) => language)}
              withoutFont={withoutFont}
            />
          )}
          <CodesPanel
            groups={groups}
            batches={batches}
            open={open}
            readOnly={!may.edit}
            issue={issue.bind(null, id)}
            voidBatch={voidBatch.bind(null, id)}
            countLeftOver={countLeftOver.bind(null, id)}
            today={dayOf(new Date())}
          />
          <PaperPanel
            groups={groups}
            languages={languagesOf(published.questionnaire)}
            batches={await readPaperBatches(read, id)}
            open={open}
            readOnly={!may.edit}
            printsHref={printsHref}
            print={print.bind(null, id)}
            mark={mark.bind(null, id)}
          />
        </>
      )}
      {survey && may.edit && (
        <Anchor href={`${printsHref}/specimen-${languagesOf(survey.questionnaire)[0]}.pdf`} download>
          {t('specimen')}
        </Anchor>
      )}
    </>
  )
}
