import { notFound } from 'next/navigation'
import { z } from 'zod'
import { VersionSheet } from '../../../../../../../lib/approval/version-sheet.tsx'
import { approvalPath } from '../../../../../../../lib/assessment/paths.ts'
import { PageHeader } from '../../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../../lib/ui/page-link.tsx'
import { loadApproval } from '../../../../../../_server/load-approval.ts'
import { translator } from '../../../../../../_server/translate.ts'
import { take } from '../../actions.ts'

interface Props {
  readonly params: Promise<{ id: string; number: string }>
}

/** A version of its own: an earlier one is kept for reference after a newer one took its place. */
export default async function VersionPage({ params }: Props) {
  const { id, number } = await params
  const wanted = z.coerce.number().int().min(1).safeParse(number)
  if (!wanted.success) notFound()
  const { versions, actor, viewOf } = await loadApproval(id)
  const version = versions.find((one) => one.number === wanted.data)
  if (!version) notFound()
  const t = await translator('approval')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('version.allLead')}
        actions={<PageLink href={approvalPath(id)}>{t('version.back')}</PageLink>}
      />
      <VersionSheet
        version={viewOf(version)}
        reader={{ name: actor.name, role: actor.role }}
        take={take.bind(null, id)}
      />
    </>
  )
}
