import { dayOf } from '../../../../../db/stores/day.ts'
import { evaluateMedia } from '../../../../../lib/participation/media/media-degree.ts'
import { adoptionRegister } from '../../../../../lib/participation/opinions/adoption-register.ts'
import { opinionsToCode } from '../../../../../lib/participation/opinions/coding.ts'
import { tendencies } from '../../../../../lib/participation/opinions/tendency.ts'
import { OpinionsBoard } from '../../../../../lib/participation/opinions-board.tsx'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { loadAssessment, loadOpinions } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import {
  addPiece,
  answer,
  changePiece,
  code,
  importPieces,
  merge,
  registerOpinions,
  removePiece,
  reword,
  saveThemeEntry,
  split,
  takeTexts,
} from './actions.ts'

export default async function OpinionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, participation, groups, factors, survey } = caseFile
  const t = await translator('opinions')
  const today = dayOf(new Date())
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OpinionsBoard
        opinions={opinionsToCode(await loadOpinions(id), participation.themes)}
        themes={participation.themes}
        register={adoptionRegister(participation)}
        tendencies={tendencies(participation.themes, today)}
        groups={groups.map((group) => ({ id: group.id, name: group.name }))}
        factors={factors.map((factor) => ({ id: factor.id, name: factor.name }))}
        fewest={schemeOf(caseFile.schemeId).suppressionK.value}
        today={today}
        surveyTexts={
          survey?.state === 'closed' && survey.questionnaire.questions.some(({ type }) => type === 'text')
        }
        media={participation.mediaItems}
        evaluation={evaluateMedia(participation.mediaItems)}
        readOnly={!may.edit}
        actions={{
          register: registerOpinions.bind(null, id),
          takeTexts: takeTexts.bind(null, id),
          code: code.bind(null, id),
          split: split.bind(null, id),
          reword: reword.bind(null, id),
          saveTheme: saveThemeEntry.bind(null, id),
          merge: merge.bind(null, id),
          answer: answer.bind(null, id, version),
          addPiece: addPiece.bind(null, id),
          changePiece: changePiece.bind(null, id),
          removePiece: removePiece.bind(null, id),
          importPieces: importPieces.bind(null, id),
        }}
      />
    </>
  )
}
