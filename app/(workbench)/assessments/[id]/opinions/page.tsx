import { dayOf } from '../../../../../db/stores/day.ts'
import { adoptionRegister } from '../../../../../lib/participation/opinions/adoption-register.ts'
import { codingList } from '../../../../../lib/participation/opinions/coding.ts'
import { parseCodingView } from '../../../../../lib/participation/opinions/coding-view.ts'
import { possiblyEnteredTwice } from '../../../../../lib/participation/opinions/striking.ts'
import { tendencies } from '../../../../../lib/participation/opinions/tendency.ts'
import { schemeOf } from '../../../../../lib/scheme/registry.ts'
import { PageHeader } from '../../../../../lib/ui/page-header.tsx'
import { keptGroundwork } from '../../../../_server/groundwork.ts'
import { loadAssessment, loadOpinions, loadTold } from '../../../../_server/load.ts'
import { translator } from '../../../../_server/translate.ts'
import {
  addPiece,
  answer,
  changePiece,
  code,
  importPieces,
  mask,
  merge,
  publish,
  registerOpinions,
  removePiece,
  restore,
  saveThemeEntry,
  split,
  strike,
  takeTexts,
} from './actions.ts'
import { BoardAtView } from './board-at-view.tsx'

interface OpinionsPageProps {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OpinionsPage({ params, searchParams }: OpinionsPageProps) {
  const { caseFile, may } = await loadAssessment((await params).id)
  const { id, version, participation, groups, factors } = caseFile
  const { themes } = participation
  const t = await translator('opinions')
  const today = dayOf(new Date())
  const opinions = await loadOpinions(id)
  const { published, untaken } = await loadTold(id)
  const view = parseCodingView(await searchParams, themes)
  const groundwork = keptGroundwork(
    id,
    opinions.map(({ text }) => text),
    themes,
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <BoardAtView
        view={view}
        list={codingList(opinions, themes, groundwork, view)}
        enteredTwice={possiblyEnteredTwice(opinions)}
        themes={themes}
        published={published}
        register={adoptionRegister(participation)}
        tendencies={tendencies(themes, today)}
        groups={groups.map((group) => ({ id: group.id, name: group.name }))}
        factors={factors.map((factor) => ({ id: factor.id, name: factor.name }))}
        notices={participation.notices.map(({ from, state }) => ({ from, state }))}
        fewest={schemeOf(caseFile.schemeId).suppressionK.value}
        today={today}
        untaken={untaken}
        media={participation.mediaItems}
        readOnly={!may.edit}
        actions={{
          register: registerOpinions.bind(null, id),
          takeTexts: takeTexts.bind(null, id),
          code: code.bind(null, id),
          split: split.bind(null, id),
          mask: mask.bind(null, id),
          strike: strike.bind(null, id),
          restore: restore.bind(null, id),
          saveTheme: saveThemeEntry.bind(null, id),
          merge: merge.bind(null, id),
          answer: answer.bind(null, id, version),
          publish: publish.bind(null, id, version),
          addPiece: addPiece.bind(null, id),
          changePiece: changePiece.bind(null, id),
          removePiece: removePiece.bind(null, id),
          importPieces: importPieces.bind(null, id),
        }}
      />
    </>
  )
}
