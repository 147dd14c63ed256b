'use client'

import { Alert, Button, Group, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { TableFile } from '../table-file.ts'
import { useDay } from '../ui/day.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { useSaving } from '../ui/use-saving.tsx'
import { MediaBoard } from './media/media-board.tsx'
import type { MediaItem, MediaItemEntry } from './media/media-item.ts'
import type { AdoptionRegister } from './opinions/adoption-register.ts'
import { AdoptionTable } from './opinions/adoption-table.tsx'
import type { CodingList, MergingEntry, ThemeSaveEntry } from './opinions/coding.ts'
import { type CodingActions, CodingBoard } from './opinions/coding-board.tsx'
import type { CodingView } from './opinions/coding-view.ts'
import type { OpinionBatch, OpinionTheme, ThemeAnswerEntry } from './opinions/opinion.ts'
import { OpinionEntry } from './opinions/opinion-entry.tsx'
import type { PublishedAnswers } from './opinions/published-answer.ts'
import { StrikeModal } from './opinions/strike-modal.tsx'
import type { StrikingEntry } from './opinions/striking.ts'
import type { Tendency } from './opinions/tendency.ts'
import { type NamedThing, ThemeAnswers } from './opinions/theme-answers.tsx'

export interface UntakenSurvey {
  readonly surveyId: string
  readonly closedOn: string
  readonly texts: number
}

interface OpinionsBoardProps {
  readonly list: CodingList
  readonly view: CodingView
  readonly look: (view: CodingView) => void
  readonly looking: boolean
  /** Ids of opinions that look as if they had been entered twice. */
  readonly enteredTwice: readonly string[]
  readonly published: PublishedAnswers
  readonly notices: readonly { readonly from: string; readonly state: string }[]
  readonly themes: readonly OpinionTheme[]
  readonly register: AdoptionRegister
  readonly tendencies: readonly Tendency[]
  readonly groups: readonly NamedThing[]
  readonly factors: readonly NamedThing[]
  readonly fewest: number
  readonly today: string
  /** Closed surveys with words that can be taken in. */
  readonly untaken: readonly UntakenSurvey[]
  readonly media: readonly MediaItem[]
  readonly readOnly: boolean
  readonly actions: CodingActions & {
    readonly register: Save<OpinionBatch>
    readonly takeTexts: Save<string>
    readonly saveTheme: Save<ThemeSaveEntry>
    readonly merge: Save<MergingEntry>
    readonly answer: Save<ThemeAnswerEntry>
    readonly publish: Save<string>
    readonly addPiece: Save<MediaItemEntry>
    readonly changePiece: Save<MediaItem>
    readonly removePiece: Save<string>
    readonly importPieces: Save<TableFile>
  }
}

/** From the first voice to the answer: register and sort, answer, print; and what the press made of it. */
export function OpinionsBoard(props: OpinionsBoardProps) {
  const { themes, register, actions, readOnly } = props
  const t = useTranslations('opinions')
  const groupName = (groupId: string) => props.groups.find(({ id }) => id === groupId)?.name ?? groupId
  return (
    <>
      <StatRow>
        <StatCard
          label={t('stats.opinions')}
          value={register.opinions}
          hint={t('stats.opinionsHint', { coded: register.coded })}
        />
        <StatCard label={t('stats.uncoded')} value={register.uncoded} hint={t('stats.uncodedHint')} />
        <StatCard label={t('stats.answered')} value={register.answered} hint={t('stats.answeredHint')} />
        <StatCard
          label={t('stats.themes')}
          value={register.byAnswer.open.themes}
          hint={t('stats.themesHint')}
        />
      </StatRow>
      <Tabs defaultValue="coding" mt="lg" keepMounted={false}>
        <Tabs.List mb="lg" aria-label={t('title')}>
          {(['coding', 'answers', 'register', 'media'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="coding">
          {!readOnly &&
            props.untaken.map((survey) => (
              <TakeTexts key={survey.surveyId} survey={survey} take={actions.takeTexts} />
            ))}
          {!readOnly && props.enteredTwice.length > 0 && (
            <EnteredTwice opinionIds={props.enteredTwice} strike={actions.strike} />
          )}
          <CodingBoard
            list={props.list}
            view={props.view}
            look={props.look}
            looking={props.looking}
            themes={themes}
            groupName={groupName}
            actions={actions}
            readOnly={readOnly}
          />
          {!readOnly && (
            <OpinionEntry
              groups={props.groups}
              notices={props.notices}
              today={props.today}
              save={actions.register}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="answers">
          <ThemeAnswers
            themes={themes}
            published={props.published}
            tendencies={props.tendencies}
            groups={props.groups}
            factors={props.factors}
            fewest={props.fewest}
            answer={actions.answer}
            publish={actions.publish}
            saveTheme={actions.saveTheme}
            merge={actions.merge}
            readOnly={readOnly}
          />
        </Tabs.Panel>
        <Tabs.Panel value="register">
          <AdoptionTable register={register} factors={props.factors} />
        </Tabs.Panel>
        <Tabs.Panel value="media">
          <MediaBoard
            items={props.media}
            add={actions.addPiece}
            change={actions.changePiece}
            remove={actions.removePiece}
            importTable={actions.importPieces}
            readOnly={readOnly}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function TakeTexts({ survey, take }: { survey: UntakenSurvey; take: Save<string> }) {
  const t = useTranslations('opinions.survey')
  const dayOf = useDay()
  const saving = useSaving()
  const { surveyId, closedOn, texts: n } = survey
  return (
    <Panel>
      <Alert color="dai" title={t('title')}>
        <Text size="sm" mb="sm">
          {t('body', { day: dayOf(closedOn), n })}
        </Text>
        <Group>
          <Button
            size="sm"
            loading={saving.saving}
            onClick={() => void saving.run(take, surveyId, t('taken'))}
          >
            {t('take', { n })}
          </Button>
        </Group>
      </Alert>
    </Panel>
  )
}

/** More are struck in several strokes. */
const MOST_STRUCK = 500

function EnteredTwice({
  opinionIds,
  strike,
}: {
  opinionIds: readonly string[]
  strike: Save<StrikingEntry>
}) {
  const t = useTranslations('opinions.striking')
  const [striking, setStriking] = useState(false)
  return (
    <Panel>
      <Alert color="ochre" title={t('twiceTitle', { n: opinionIds.length })}>
        <Text size="sm" mb="sm">
          {t('twiceBody')}
        </Text>
        <Button size="sm" variant="default" onClick={() => setStriking(true)}>
          {t('twiceStrike')}
        </Button>
      </Alert>
      {striking && (
        <StrikeModal
          opinionIds={opinionIds.slice(0, MOST_STRUCK)}
          text={null}
          kind="entered-twice"
          strike={strike}
          onClose={() => setStriking(false)}
        />
      )}
    </Panel>
  )
}
