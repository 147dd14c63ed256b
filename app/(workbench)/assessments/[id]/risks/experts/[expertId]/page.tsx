import { notFound } from 'next/navigation'
import { stepPath } from '../../../../../../../lib/assessment/paths.ts'
import { emptySheet } from '../../../../../../../lib/risk/expert-sheet.ts'
import { PageHeader } from '../../../../../../../lib/ui/page-header.tsx'
import { loadAssessment, loadExpertSheets } from '../../../../../../_server/load.ts'
import { translator } from '../../../../../../_server/translate.ts'
import { saveSheet } from '../actions.ts'
import { SheetEditor } from './sheet-editor.tsx'

interface Props {
  readonly params: Promise<{ id: string; expertId: string }>
}

/** The address of a sheet that is not there yet. */
const NEW = 'new'

export default async function SheetPage({ params }: Props) {
  const { id, expertId } = await params
  const { caseFile, may } = await loadAssessment(id)
  const sheets = await loadExpertSheets(id)
  const n = sheets.findIndex((one) => one.id === expertId) + 1
  const sheet = sheets[n - 1]
  if ((!sheet && expertId !== NEW) || caseFile.factors.length === 0) notFound()
  const t = await translator('experts')
  return (
    <>
      <PageHeader title={sheet ? t('seat', { n, field: sheet.field }) : t('sheet.new')} />
      <SheetEditor
        key={expertId}
        sheet={
          sheet
            ? { field: sheet.field, places: sheet.places }
            : emptySheet(caseFile.factors.map((factor) => factor.id))
        }
        factors={caseFile.factors}
        readOnly={!may.score}
        backHref={`${stepPath(id, 'risks')}/experts`}
        save={saveSheet.bind(null, id, caseFile.version, sheet?.id ?? null)}
      />
    </>
  )
}
