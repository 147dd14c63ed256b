'use client'

import { Button, Group, NativeSelect, Progress, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconMessages } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useRefusalText } from '../../ui/form/refusal-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import type { CodingEntry, CodingList, NamesEntry, OpinionToCode, SplittingEntry } from './coding.ts'
import { type CodingView, shownAsWord, shownFromWord, VIEW_STEP } from './coding-view.ts'
import { MaskModal } from './mask-modal.tsx'
import { MOST_AT_ONCE } from './opinion.ts'
import { OpinionCard } from './opinion-card.tsx'
import classes from './opinions.module.css'
import { SplitModal } from './split-modal.tsx'
import { StrikeModal } from './strike-modal.tsx'
import type { RestoringEntry, StrikingEntry } from './striking.ts'

export interface CodingActions {
  readonly code: Save<CodingEntry>
  readonly split: Save<SplittingEntry>
  readonly mask: Save<NamesEntry>
  readonly strike: Save<StrikingEntry>
  readonly restore: Save<RestoringEntry>
}

interface CodingBoardProps {
  readonly list: CodingList
  readonly view: CodingView
  /** Shows another part of the register. */
  readonly look: (view: CodingView) => void
  readonly looking: boolean
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  readonly groupName: (groupId: string) => string
  readonly actions: CodingActions
  readonly readOnly: boolean
}

type Opened = { readonly form: 'split' | 'mask' | 'strike'; readonly opinion: OpinionToCode }

const NOTE = 'coded'

/**
 * One opinion after the other with its likeliest themes under the keys 1, 2, 3. A coded opinion leaves the list at once and
 * is stored behind it, so that the next key need not wait for the network; what could not be stored comes back.
 */
export function CodingBoard(props: CodingBoardProps) {
  const { list, view, look, themes, actions, readOnly } = props
  const t = useTranslations('opinions.coding')
  const refusalText = useRefusalText()
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened | null>(null)
  const cards = useRef<HTMLOListElement>(null)
  const nameOf = (themeId: string) => themes.find(({ id }) => id === themeId)?.name ?? themeId
  const isOpen = view.shown === 'open'
  const shown = list.opinions.filter(({ id }) => !leaving.has(id))
  const done = list.total - list.open

  useEffect(() => {
    const listed = new Set(list.opinions.map(({ id }) => id))
    setLeaving((before) => new Set([...before].filter((id) => listed.has(id))))
  }, [list])

  if (list.total === 0 && list.struck === 0) {
    return (
      <Panel>
        <EmptyState icon={<IconMessages size={44} aria-hidden />} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      </Panel>
    )
  }

  const stay = (opinionIds: readonly string[]) =>
    setLeaving((before) => new Set([...before].filter((id) => !opinionIds.includes(id))))

  const store = async (entry: CodingEntry): Promise<boolean> => {
    // An action that cannot be reached rejects; nothing was stored then.
    const answer = await actions.code(entry).catch(() => ({ ok: false, reason: 'unexpected' }) as const)
    if (answer.ok) return true
    stay(entry.opinionIds)
    notifications.show({ message: refusalText(answer), color: 'cinnabar', autoClose: 10_000 })
    return false
  }

  const offerUndo = (entry: CodingEntry) => {
    notifications.hide(NOTE)
    notifications.show({
      id: NOTE,
      color: 'pine',
      autoClose: 8000,
      message: (
        <Group gap="sm">
          <Text size="sm">
            {entry.themeId === null
              ? t('undone')
              : t('coded', { theme: nameOf(entry.themeId), n: entry.opinionIds.length })}
          </Text>
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => {
              notifications.hide(NOTE)
              stay(entry.opinionIds)
              void store({ ...entry, from: entry.themeId, themeId: entry.from })
            }}
          >
            {t('undo')}
          </Button>
        </Group>
      ),
    })
  }

  const pick = async (opinion: OpinionToCode, themeId: string | null, position: number) => {
    // Only copies that nobody has coded go along; one that is coded already is a decision of its own.
    const alike = opinion.themeId === null ? opinion.copies.filter((copy) => copy.themeId === null) : []
    const opinionIds = [opinion.id, ...alike.map(({ id }) => id)].slice(0, MOST_AT_ONCE)
    if (isOpen) setLeaving((before) => new Set([...before, ...opinionIds]))
    requestAnimationFrame(() => {
      // The next opinion takes the place of the one that left the list.
      const all = cards.current?.querySelectorAll<HTMLElement>('[data-card]')
      all?.[Math.min(position + (isOpen ? 0 : 1), all.length - 1)]?.focus()
    })
    const entry = { opinionIds, from: opinion.themeId, themeId }
    if (await store(entry)) offerUndo(entry)
  }

  const onKey = (event: KeyboardEvent<HTMLLIElement>, opinion: OpinionToCode, position: number) => {
    if (readOnly || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const all = cards.current?.querySelectorAll<HTMLElement>('[data-card]')
      all?.[position + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
      return
    }
    const suggestion = opinion.suggestions[Number(event.key) - 1]
    if (/^[1-9]$/.test(event.key) && suggestion !== undefined) void pick(opinion, suggestion, position)
  }

  return (
    <Panel
      title={t('title')}
      description={t('lead')}
      padded={false}
      aside={
        <Text size="sm" c="ink.6">
          {t('progress', { done, total: list.total })}
        </Text>
      }
    >
      <Stack gap="sm" px={24} py="md">
        <Progress
          value={list.total === 0 ? 0 : (100 * done) / list.total}
          color={list.open === 0 ? 'pine' : 'dai'}
          size={6}
          aria-hidden
        />
        <Group gap="lg">
          <NativeSelect
            aria-label={t('show')}
            value={shownAsWord(view.shown)}
            onChange={(event) =>
              look({ ...view, shown: shownFromWord(event.currentTarget.value), most: VIEW_STEP })
            }
            data={[
              { value: 'open', label: t('open', { n: list.open }) },
              { value: 'all', label: t('all', { n: list.total }) },
              ...(list.struck > 0 ? [{ value: 'struck', label: t('struckOnes', { n: list.struck }) }] : []),
              ...themes.map(({ id, name }) => ({ value: `theme:${id}`, label: name })),
            ]}
          />
          <Switch
            checked={view.heaped}
            onChange={(event) => look({ ...view, heaped: event.currentTarget.checked })}
            label={t('byHeap')}
          />
        </Group>
      </Stack>
      {shown.length === 0 ? (
        <Text c={list.open === 0 ? 'pine.7' : 'ink.6'} ta="center" py="xl" role="status">
          {t(list.listed > 0 ? 'storing' : isOpen ? 'allDone' : 'noneHere')}
        </Text>
      ) : (
        <ol className={classes.cards} ref={cards} aria-busy={props.looking}>
          {shown.map((opinion, position) => (
            <li
              key={opinion.id}
              data-card
              className={classes.card}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys 1 to 3 work on the focused opinion
              tabIndex={0}
              aria-label={t('opinion', { text: opinion.text })}
              onKeyDown={(event) => onKey(event, opinion, position)}
            >
              <OpinionCard
                opinion={opinion}
                themes={themes}
                nameOf={nameOf}
                groupName={props.groupName}
                restore={actions.restore}
                readOnly={readOnly}
                onPick={(themeId) => void pick(opinion, themeId, position)}
                onOpen={(form) => setOpened({ form, opinion })}
              />
            </li>
          ))}
        </ol>
      )}
      {list.listed > list.opinions.length && (
        <Group justify="center" py="md">
          <Button
            variant="default"
            loading={props.looking}
            onClick={() => look({ ...view, most: view.most + VIEW_STEP })}
          >
            {t('more', { n: Math.min(VIEW_STEP, list.listed - list.opinions.length) })}
          </Button>
        </Group>
      )}
      {opened?.form === 'split' && (
        <SplitModal opinion={opened.opinion} split={actions.split} onClose={() => setOpened(null)} />
      )}
      {opened?.form === 'mask' && (
        <MaskModal opinion={opened.opinion} mask={actions.mask} onClose={() => setOpened(null)} />
      )}
      {opened?.form === 'strike' && (
        <StrikeModal
          opinionIds={[opened.opinion.id]}
          text={opened.opinion.text}
          kind={null}
          strike={actions.strike}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  )
}
