import { notFound } from 'next/navigation'
import { z } from 'zod'
import { CompareForm } from '../../../../../../lib/approval/compare-form.tsx'
import { difference } from '../../../../../../lib/approval/difference.ts'
import { DifferenceView } from '../../../../../../lib/approval/difference-view.tsx'
import { approvalPath } from '../../../../../../lib/assessment/paths.ts'
import { PageHeader } from '../../../../../../lib/ui/page-header.tsx'
import { PageLink } from '../../../../../../lib/ui/page-link.tsx'
import { Panel } from '../../../../../../lib/ui/panel.tsx'
import { loadApproval } from '../../../../../_server/load-approval.ts'
import { translator } from '../../../../../_server/translate.ts'

const asked = z.object({
  from: z.coerce.number().int().min(1),
  /** Left out or empty: the assessment as it stands. */
  to: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1)]).optional(),
})

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DifferencePage({ params, searchParams }: Props) {
  const query = asked.safeParse(await searchParams)
  if (!query.success) notFound()
  const { id } = await params
  const { from, to } = query.data
  const { caseFile, results, versions, frozenCase } = await loadApproval(id)
  const t = await translator('approval')
  const before = await frozenCase(from)
  const after = to === undefined ? { caseFile, results } : await frozenCase(to)
  if (!before || !after) notFound()
  const names = {
    before: t('difference.version', { number: from }),
    after: to === undefined ? t('difference.current') : t('difference.version', { number: to }),
  }
  return (
    <>
      <PageHeader
        title={t('difference.title')}
        lead={t('difference.lead', names)}
        actions={<PageLink href={approvalPath(id)}>{t('difference.back')}</PageLink>}
      />
      <Panel>
        <CompareForm
          action={`${approvalPath(id)}/difference`}
          numbers={versions.map(({ number }) => number)}
          from={from}
          to={to ?? null}
        />
      </Panel>
      <DifferenceView
        difference={difference(before, after)}
        cases={[before.caseFile, after.caseFile]}
        {...names}
      />
    </>
  )
}
