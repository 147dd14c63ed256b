'use client'

import { Button, Group, Modal, NativeSelect, Progress, Stack, Switch, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconMessages } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { maskNames } from '../../personal-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { CodingEntry, OpinionToCode, RewordingEntry, SplittingEntry } from './coding.ts'
import classes from './opinions.module.css'
import { sentencesOf } from './split-text.ts'

interface CodingBoardProps {
  readonly opinions: readonly OpinionToCode[]
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  readonly groupName: (groupId: string) => string
  readonly code: Save<CodingEntry>
  readonly split: Save<SplittingEntry>
  readonly reword: Save<RewordingEntry>
  readonly readOnly: boolean
}

const STEP = 25

/** One opinion after the other with its likeliest themes under the keys 1, 2, 3. */
export function CodingBoard(props: CodingBoardProps) {
  const { opinions, themes, code, readOnly } = props
  const t = useTranslations('opinions.coding')
  const saving = useSaving()
  const [show, setShow] = useState('open')
  const [heaped, setHeaped] = useState(true)
  const [shown, setShown] = useState(STEP)
  const [splitting, setSplitting] = useState<OpinionToCode | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const nameOf = (themeId: string) => themes.find(({ id }) => id === themeId)?.name ?? themeId
  const open = opinions.filter(({ themeId }) => themeId === null)
  const chosen = opinions.filter(({ themeId }) =>
    show === 'open' ? themeId === null : show === 'all' || themeId === show,
  )
  const byHeap = heaped && show === 'open'
  const listed = byHeap ? [...chosen].sort((a, b) => (a.heap ?? -1) - (b.heap ?? -1)) : chosen

  if (opinions.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<IconMessages size={44} aria-hidden />} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      </Panel>
    )
  }

  const pick = async (opinion: OpinionToCode, themeId: string, position: number) => {
    const opinionIds = opinion.copies.length > 0 ? opinion.copies : [opinion.id]
    if (
      !(await saving.run(
        code,
        { opinionIds: [...opinionIds], themeId },
        t('coded', { theme: nameOf(themeId) }),
      ))
    ) {
      return
    }
    // The next opinion takes the place of the one that left the list.
    const stays = show !== 'open'
    requestAnimationFrame(() => {
      const card = list.current?.querySelectorAll<HTMLElement>('[data-card]')[position + (stays ? 1 : 0)]
      card?.focus()
    })
    const id = `coded-${opinion.id}`
    notifications.show({
      id,
      autoClose: 8000,
      message: (
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            void saving.run(code, { opinionIds: [...opinionIds], themeId: opinion.themeId }, t('undone'))
          }}
        >
          {t('undo')}
        </Button>
      ),
    })
  }

  const onKey = (event: KeyboardEvent<HTMLLIElement>, opinion: OpinionToCode, position: number) => {
    if (readOnly || event.target !== event.currentTarget) return
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-card]')
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      cards?.[position + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
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
          {t('progress', { done: opinions.length - open.length, total: opinions.length })}
        </Text>
      }
    >
      <Stack gap="sm" px={24} py="md">
        <Progress
          value={(100 * (opinions.length - open.length)) / opinions.length}
          color={open.length === 0 ? 'pine' : 'dai'}
          size={6}
          aria-hidden
        />
        <Group gap="lg">
          <NativeSelect
            aria-label={t('show')}
            value={show}
            onChange={(event) => {
              setShow(event.currentTarget.value)
              setShown(STEP)
            }}
            data={[
              { value: 'open', label: t('open', { n: open.length }) },
              { value: 'all', label: t('all', { n: opinions.length }) },
              ...themes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {show === 'open' && (
            <Switch
              checked={heaped}
              onChange={(event) => setHeaped(event.currentTarget.checked)}
              label={t('byHeap')}
            />
          )}
        </Group>
      </Stack>
      {listed.length === 0 ? (
        <Text c="pine.7" ta="center" py="xl" role="status">
          {t('allDone')}
        </Text>
      ) : (
        <ol className={classes.cards} ref={list}>
          {listed.slice(0, shown).map((opinion, position) => (
            <li
              key={opinion.id}
              data-card
              className={classes.card}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys 1 to 3 work on the focused opinion
              tabIndex={0}
              aria-label={t('opinion', { text: opinion.text })}
              onKeyDown={(event) => onKey(event, opinion, position)}
            >
              <Card
                {...props}
                opinion={opinion}
                nameOf={nameOf}
                busy={saving.saving}
                onPick={(themeId) => void pick(opinion, themeId, position)}
                onSplit={() => setSplitting(opinion)}
              />
            </li>
          ))}
        </ol>
      )}
      {listed.length > shown && (
        <Group justify="center" py="md">
          <Button variant="default" onClick={() => setShown(shown + STEP)}>
            {t('more', { n: Math.min(STEP, listed.length - shown) })}
          </Button>
        </Group>
      )}
      {splitting && <SplitModal opinion={splitting} split={props.split} onClose={() => setSplitting(null)} />}
    </Panel>
  )
}

interface CardProps extends CodingBoardProps {
  readonly opinion: OpinionToCode
  readonly nameOf: (themeId: string) => string
  readonly busy: boolean
  readonly onPick: (themeId: string) => void
  readonly onSplit: () => void
}

function Card({
  opinion,
  themes,
  groupName,
  nameOf,
  code,
  reword,
  readOnly,
  busy,
  onPick,
  onSplit,
}: CardProps) {
  const t = useTranslations('opinions.coding')
  const sources = useTranslations('opinions.sources')
  const saving = useSaving()
  const { names, copies } = opinion
  return (
    <>
      <p className={classes.words}>
        {names.map((name, i) => (
          <span key={name.start}>
            {opinion.text.slice(names[i - 1]?.end ?? 0, name.start)}
            <mark>{name.text}</mark>
          </span>
        ))}
        {opinion.text.slice(names.at(-1)?.end ?? 0)}
      </p>
      <Text size="xs" c="ink.6">
        {[
          sources(opinion.source),
          ...(opinion.groupId === null ? [] : [groupName(opinion.groupId)]),
          ...(opinion.themeId === null ? [] : [nameOf(opinion.themeId)]),
          ...(copies.length > 0 ? [t('copies', { n: copies.length })] : []),
          ...(names.length > 0 ? [t('names', { names: names.map(({ text }) => text).join('、') })] : []),
        ].join(' · ')}
      </Text>
      {!readOnly && (
        <div className={classes.tools}>
          {opinion.suggestions.map((themeId, i) => (
            <Button
              key={themeId}
              size="compact-sm"
              variant={i === 0 ? 'light' : 'default'}
              disabled={busy}
              onClick={() => onPick(themeId)}
            >
              <span className={classes.key} aria-hidden>
                {i + 1}
              </span>
              {nameOf(themeId)}
            </Button>
          ))}
          <NativeSelect
            size="xs"
            aria-label={t('other')}
            value=""
            disabled={busy}
            onChange={(event) => onPick(event.currentTarget.value)}
            data={[
              { value: '', label: t('other'), disabled: true },
              ...themes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {opinion.themeId !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => void saving.run(code, { opinionIds: [opinion.id], themeId: null }, t('undone'))}
            >
              {t('uncode')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onSplit}>
            {t('split')}
          </Button>
          {names.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="ochre"
              loading={saving.saving}
              onClick={() =>
                void saving.run(
                  reword,
                  { opinionId: opinion.id, text: maskNames(opinion.text, names) },
                  t('masked'),
                )
              }
            >
              {t('mask')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

interface SplitModalProps {
  readonly opinion: OpinionToCode
  readonly split: Save<SplittingEntry>
  readonly onClose: () => void
}

function SplitModal({ opinion, split, onClose }: SplitModalProps) {
  const t = useTranslations('opinions.coding')
  const saving = useSaving()
  const [raw, setRaw] = useState(sentencesOf(opinion.text).join('\n'))
  const texts = raw
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <Modal opened onClose={onClose} title={t('splitTitle')} size="lg">
      <Stack gap="md">
        <Textarea
          label={t('splitHint')}
          value={raw}
          onChange={(event) => setRaw(event.currentTarget.value)}
          autosize
          minRows={5}
          maxRows={16}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button
            loading={saving.saving}
            disabled={texts.length === 0}
            onClick={async () => {
              if (await saving.run(split, { opinionId: opinion.id, texts }, t('splitDone'))) onClose()
            }}
          >
            {t('splitSave', { n: texts.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
