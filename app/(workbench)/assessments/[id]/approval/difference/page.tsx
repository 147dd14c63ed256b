import { notFound } from 'next/navigation'
import { z } from 'zod'
import { difference } from '../../../../../../lib/approval/difference.ts'
import { DifferenceView } from '../../../../../../lib/approval/difference-view.tsx'
import { approvalPath } from '../../../../../../lib/assessment/paths.ts'
import { AppLink } from '../../../../../../lib/ui/app-link.tsx'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { loadApproval } from '../../../../../_server/load-approval.ts'
import { translator } from '../../../../../_server/translate.ts'

const asked = z.object({
  from: z.coerce.number().int().min(1),
  /** Left out: the assessment as it stands. */
  to: z.coerce.number().int().min(1).optional(),
})

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DifferencePage({ params, searchParams }: Props) {
  const query = asked.safeParse(await searchParams)
  if (!query.success) notFound()
  const { caseFile, results, versions } = await loadApproval((await params).id)
  const t = await translator('approval')
  const stateOf = (number: number | undefined) => {
    if (number === undefined) return { caseFile, results, name: t('difference.current') }
    const version = versions.find((one) => one.number === number)
    return (
      version && {
        caseFile: version.snapshot,
        results: version.results,
        name: t('difference.version', { number }),
      }
    )
  }
  const [before, after] = [stateOf(query.data.from), stateOf(query.data.to)]
  if (!before || !after) notFound()
  return (
    <>
      <PageHeader
        title={t('difference.title')}
        lead={t('difference.lead', { before: before.name, after: after.name })}
      />
      <DifferenceView difference={difference(before, after)} />
      <AppLink href={approvalPath(caseFile.id)}>{t('difference.back')}</AppLink>
    </>
  )
}
