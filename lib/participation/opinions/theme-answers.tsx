'use client'

import { Badge, Button, Group, Modal, NativeSelect, Table, Text, Title } from '@mantine/core'
import { IconFlag, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { hiddenParts } from '../../statistics/cell-suppression.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { useDay } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { MergingEntry, ThemeSaveEntry } from './coding.ts'
import { type OpinionTheme, opinionsOf, type ThemeAnswerEntry } from './opinion.ts'
import classes from './opinions.module.css'
import { type PublishedAnswers, publicationOf } from './published-answer.ts'
import type { Tendency } from './tendency.ts'
import { ThemeAnswerForm } from './theme-answer-form.tsx'
import { ThemeForm } from './theme-form.tsx'

export interface NamedThing {
  readonly id: string
  readonly name: string
}

interface ThemeAnswersProps {
  readonly themes: readonly OpinionTheme[]
  readonly published: PublishedAnswers
  readonly tendencies: readonly Tendency[]
  readonly groups: readonly NamedThing[]
  readonly factors: readonly NamedThing[]
  /** k: counts of fewer are not listed by group. */
  readonly fewest: number
  readonly answer: Save<ThemeAnswerEntry>
  readonly publish: Save<string>
  readonly saveTheme: Save<ThemeSaveEntry>
  readonly merge: Save<MergingEntry>
  readonly readOnly: boolean
}

const COLOUR = { adopted: 'pine', partly: 'ochre', 'not-adopted': 'ink', open: 'cinnabar' } as const

/** Every theme with what was said of it, where it came from, and its answer. */
export function ThemeAnswers(props: ThemeAnswersProps) {
  const { themes, tendencies, readOnly } = props
  const t = useTranslations('opinions.answers')
  const [answering, setAnswering] = useState<OpinionTheme | null>(null)
  const [editing, setEditing] = useState<OpinionTheme | 'new' | null>(null)
  const sorted = [...themes].sort((a, b) => opinionsOf(b) - opinionsOf(a))
  return (
    <Panel
      title={t('title')}
      description={t('lead')}
      padded={false}
      aside={
        !readOnly && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {themes.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      ) : (
        <div style={{ marginTop: 16 }}>
          {sorted.map((theme) => (
            <ThemeRow
              key={theme.id}
              {...props}
              theme={theme}
              tendency={tendencies.find(({ themeId }) => themeId === theme.id)}
              onAnswer={() => setAnswering(theme)}
              onEdit={() => setEditing(theme)}
            />
          ))}
        </div>
      )}
      {answering && (
        <Modal opened onClose={() => setAnswering(null)} title={answering.name} size="lg">
          <ThemeAnswerForm
            theme={answering}
            factors={props.factors}
            save={props.answer}
            onSaved={() => setAnswering(null)}
          />
        </Modal>
      )}
      {editing && (
        <Modal
          opened
          onClose={() => setEditing(null)}
          title={editing === 'new' ? t('add') : t('edit')}
          size="lg"
        >
          <ThemeForm
            theme={editing === 'new' ? null : editing}
            save={props.saveTheme}
            onSaved={() => setEditing(null)}
          />
        </Modal>
      )}
    </Panel>
  )
}

interface ThemeRowProps extends ThemeAnswersProps {
  readonly theme: OpinionTheme
  readonly tendency: Tendency | undefined
  readonly onAnswer: () => void
  readonly onEdit: () => void
}

function ThemeRow(props: ThemeRowProps) {
  const { theme, themes, tendency, factors, merge, publish, readOnly, onAnswer, onEdit } = props
  const t = useTranslations('opinions.answers')
  const confirm = useConfirm()
  const saving = useSaving()
  const n = opinionsOf(theme)
  const { answer } = theme
  const kind = answer?.answer ?? 'open'
  const factor = factors.find(({ id }) => id === answer?.factorId)
  const told = props.published[theme.id] ?? []
  const publication = publicationOf(answer, told)
  const dayOf = useDay()
  const askToPublish = () =>
    confirm({
      title: t('publishTitle'),
      body: <PublicPreview theme={theme} told={told} sayDay={dayOf} />,
      confirmLabel: t(publication === 'none' ? 'publish' : 'publishCorrection'),
      onConfirm: () => void saving.run(publish, theme.id, t('publishedDone')),
    })
  const leave = (intoId: string | null) => {
    const into = themes.find(({ id }) => id === intoId)
    confirm({
      title: into ? t('mergeConfirm', { from: theme.name, into: into.name }) : t('remove'),
      body: into ? t('mergeBody', { n, from: theme.name, into: into.name }) : t('removeBody'),
      confirmLabel: into ? t('merge') : t('remove'),
      destructive: true,
      onConfirm: () =>
        void saving.run(merge, { themeId: theme.id, intoId }, into ? t('merged') : t('removed')),
    })
  }
  return (
    <section className={classes.theme} aria-label={theme.name}>
      <div className={classes.themeHead}>
        <Title order={3} fz="h4">
          {theme.name}
        </Title>
        <Text c="ink.6">{t('n', { n })}</Text>
        {(n > 0 || answer) && (
          <Badge color={COLOUR[kind]} variant={kind === 'open' ? 'filled' : 'light'}>
            {t(`answers.${kind}`)}
          </Badge>
        )}
        {tendency && (
          <Badge color="cinnabar" variant="outline" leftSection={<IconFlag size={12} aria-hidden />}>
            {t('tendency')}
          </Badge>
        )}
      </div>
      {tendency && <TendencyText tendency={tendency} />}
      {answer && (
        <div className={classes.answer}>
          <Text size="sm">{answer.reason}</Text>
          {answer.measure !== '' && (
            <Text size="sm">
              <strong>{t('measure')}：</strong>
              {answer.measure}
            </Text>
          )}
          {factor && (
            <Text size="sm" c="ink.6">
              {t('factor')}：{factor.name}
            </Text>
          )}
        </div>
      )}
      {(answer || told.length > 0) && (
        <Text size="sm" mt={4} c={publication === 'current' ? 'pine.8' : 'ochre.8'}>
          {t(
            publication === 'none'
              ? 'publicNone'
              : publication === 'current'
                ? 'publicCurrent'
                : 'publicOutdated',
            { day: told.length > 0 ? dayOf(told.at(-1)!.publishedOn) : '' },
          )}
        </Text>
      )}
      {n > 0 && <GroupCounts {...props} />}
      {!readOnly && (
        <Group gap="xs" mt="sm">
          <Button
            size="compact-sm"
            variant={answer ? 'default' : 'light'}
            onClick={onAnswer}
            disabled={n === 0 && !answer}
          >
            {answer ? t('change') : t('answer')}
          </Button>
          {answer && publication !== 'current' && (
            <Button size="compact-sm" variant="light" loading={saving.saving} onClick={askToPublish}>
              {t(publication === 'none' ? 'publish' : 'publishCorrection')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {t('edit')}
          </Button>
          {told.length > 0 ? null : n === 0 ? (
            <Button size="compact-sm" variant="subtle" color="cinnabar" onClick={() => leave(null)}>
              {t('remove')}
            </Button>
          ) : (
            <NativeSelect
              size="xs"
              aria-label={t('merge')}
              value=""
              onChange={(event) => leave(event.currentTarget.value)}
              data={[
                { value: '', label: t('merge'), disabled: true },
                ...themes
                  .filter(({ id }) => id !== theme.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Group>
      )}
    </section>
  )
}

/** The answer as residents will read it, with what they read until now. */
function PublicPreview({
  theme: { name, answer },
  told,
  sayDay,
}: {
  theme: OpinionTheme
  told: PublishedAnswers[string]
  sayDay: (day: string) => string
}) {
  const t = useTranslations('opinions.answers')
  if (!answer) return null
  const before = told.at(-1)
  return (
    <>
      <Text size="sm" mb="sm">
        {t('publishBody')}
      </Text>
      <div className={classes.preview}>
        <Text fw={600}>
          {name}：{t(`answers.${answer.answer}`)}
        </Text>
        <p>
          <strong>{t('reason')}：</strong>
          {answer.reason}
        </p>
        <p>
          <strong>{t('measure')}：</strong>
          {answer.measure || '—'}
        </p>
        {before && (
          <Text size="sm" c="ink.7" mt="sm">
            {t('earlier', { day: sayDay(before.publishedOn) })}：{t(`answers.${before.answer}`)}。
            {before.reason} {before.measure}
          </Text>
        )}
      </div>
    </>
  )
}

function TendencyText({ tendency }: { tendency: Tendency }) {
  const t = useTranslations('opinions.answers')
  const format = useFormatter()
  const percent = (value: number) =>
    format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { growth } = tendency
  return (
    <Text size="sm" c="cinnabar.7" mt={4}>
      {tendency.byShare && t('tendencyShare', { share: percent(tendency.share) })}
      {growth?.crosses &&
        t('tendencyGrowth', {
          recent: percent(growth.recentShare),
          earlier: percent(growth.earlierShare),
          p: format.number(growth.p, { maximumSignificantDigits: 2 }),
        })}
    </Text>
  )
}

/** Opinions by stakeholder group; those of very small groups stay shut. */
function GroupCounts({ theme, groups, fewest }: ThemeRowProps) {
  const t = useTranslations('opinions.answers')
  const entry = useTranslations('opinions.entry')
  const counted = [...groups, { id: null, name: entry('noGroup') }]
    .map(({ id, name }) => ({
      groupId: id ?? '',
      name,
      valid: theme.counts.reduce((sum, count) => sum + (count.groupId === id ? count.n : 0), 0),
    }))
    .filter(({ valid }) => valid > 0)
  const hidden = hiddenParts(
    counted.map(({ valid }) => valid),
    fewest,
  )
  if (counted.length < 2) return null
  return (
    <Table maw={420} mt="xs" fz="sm" tabularNums aria-label={t('byGroup')}>
      <Table.Tbody>
        {counted.map(({ groupId, name, valid }, i) => (
          <Table.Tr key={groupId}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="right" c={hidden[i] ? 'ink.6' : undefined}>
              {hidden[i] ? t('withheld', { k: fewest }) : valid}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
