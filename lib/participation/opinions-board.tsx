'use client'

import { Alert, Button, Group, Tabs, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { TableFile } from '../table-file.ts'
import { Panel } from '../ui/panel.tsx'
import type { Save, Saved } from '../ui/save.ts'
import { StatCard, StatRow } from '../ui/stat-card.tsx'
import { useSaving } from '../ui/use-saving.tsx'
import { MediaBoard } from './media/media-board.tsx'
import type { MediaEvaluation } from './media/media-degree.ts'
import type { MediaItem, MediaItemEntry } from './media/media-item.ts'
import type { AdoptionRegister } from './opinions/adoption-register.ts'
import { AdoptionTable } from './opinions/adoption-table.tsx'
import type {
  CodingEntry,
  MergingEntry,
  OpinionToCode,
  RewordingEntry,
  SplittingEntry,
  ThemeSaveEntry,
} from './opinions/coding.ts'
import { CodingBoard } from './opinions/coding-board.tsx'
import type { OpinionBatch, OpinionTheme, ThemeAnswerEntry } from './opinions/opinion.ts'
import { OpinionEntry } from './opinions/opinion-entry.tsx'
import type { Tendency } from './opinions/tendency.ts'
import { type NamedThing, ThemeAnswers } from './opinions/theme-answers.tsx'

interface OpinionsBoardProps {
  readonly opinions: readonly OpinionToCode[]
  readonly themes: readonly OpinionTheme[]
  readonly register: AdoptionRegister
  readonly tendencies: readonly Tendency[]
  readonly groups: readonly NamedThing[]
  readonly factors: readonly NamedThing[]
  readonly fewest: number
  readonly today: string
  /** A closed survey has text answers that can be taken in. */
  readonly surveyTexts: boolean
  readonly media: readonly MediaItem[]
  readonly evaluation: MediaEvaluation
  readonly readOnly: boolean
  readonly actions: {
    readonly register: Save<OpinionBatch>
    readonly takeTexts: () => Promise<Saved>
    readonly code: Save<CodingEntry>
    readonly split: Save<SplittingEntry>
    readonly reword: Save<RewordingEntry>
    readonly saveTheme: Save<ThemeSaveEntry>
    readonly merge: Save<MergingEntry>
    readonly answer: Save<ThemeAnswerEntry>
    readonly addPiece: Save<MediaItemEntry>
    readonly changePiece: Save<MediaItem>
    readonly removePiece: Save<string>
    readonly importPieces: Save<TableFile>
  }
}

/** From the first voice to the answer: register and sort, answer, print; and what the press made of it. */
export function OpinionsBoard(props: OpinionsBoardProps) {
  const { opinions, themes, register, actions, readOnly } = props
  const t = useTranslations('opinions')
  const groupName = (groupId: string) => props.groups.find(({ id }) => id === groupId)?.name ?? groupId
  const untaken = props.surveyTexts && !opinions.some(({ source }) => source === 'survey')
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
          {!readOnly && untaken && <TakeTexts take={actions.takeTexts} />}
          <CodingBoard
            opinions={opinions}
            themes={themes}
            groupName={groupName}
            code={actions.code}
            split={actions.split}
            reword={actions.reword}
            readOnly={readOnly}
          />
          {!readOnly && <OpinionEntry groups={props.groups} today={props.today} save={actions.register} />}
        </Tabs.Panel>
        <Tabs.Panel value="answers">
          <ThemeAnswers
            themes={themes}
            tendencies={props.tendencies}
            groups={props.groups}
            factors={props.factors}
            fewest={props.fewest}
            answer={actions.answer}
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
            evaluation={props.evaluation}
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

function TakeTexts({ take }: { take: () => Promise<Saved> }) {
  const t = useTranslations('opinions.survey')
  const saving = useSaving()
  return (
    <Panel>
      <Alert color="dai" title={t('title')}>
        <Text size="sm" mb="sm">
          {t('body')}
        </Text>
        <Group>
          <Button size="sm" loading={saving.saving} onClick={() => void saving.run(take, null, t('taken'))}>
            {t('take')}
          </Button>
        </Group>
      </Alert>
    </Panel>
  )
}
