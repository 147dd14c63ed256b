'use client'

import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronUp,
  IconCopy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Removed } from './drafting.ts'
import { QuestionEditor } from './question-editor.tsx'
import { INDEX_NAMES, numberOf, optionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import styles from './survey.module.css'

export interface QuestionActions {
  toggle(): void
  duplicate(): void
  move(by: -1 | 1): void
  remove(removed: Removed): void
  change(question: Question): void
}

interface QuestionCardProps {
  readonly draft: Questionnaire
  readonly index: number
  readonly open: boolean
  readonly fresh: boolean
  readonly readOnly: boolean
  readonly wrong: boolean
  readonly actions: QuestionActions
  issueAt(path: string): string | undefined
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="ink"
        size={36}
        aria-label={label}
        // Stays focusable at the ends of the list, so that moving by keyboard does not lose the place.
        aria-disabled={disabled}
        opacity={disabled ? 0.35 : 1}
        onClick={disabled ? undefined : onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
interface ToolProps {
  readonly label: string
  readonly disabled?: boolean
  readonly children: ReactNode
  onClick(): void
}

/** One question of the draft: read in short, edited in place. */
export function QuestionCard({
  draft,
  index,
  open,
  fresh,
  readOnly,
  wrong,
  actions,
  issueAt,
}: QuestionCardProps) {
  const t = useTranslations('survey')
  const format = useFormatter()
  const question = draft.questions[index]!
  const n = numberOf(draft, question.id)
  const at = n ?? index + 1
  const answers = (
    question.type === 'matrix'
      ? question.rows
      : question.type === 'ranking'
        ? question.options
        : optionsOf(question)
  )
    .map((option) => option.label)
    .join(' / ')
  const counting = INDEX_NAMES.filter((name) => draft.indices[name]?.questionIds.includes(question.id))
  return (
    <li className={styles.question} data-open={open || undefined} data-wrong={wrong || undefined}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Group gap={8} mb={2}>
            <Text size="sm" fw={600} c="ink.6">
              {n === null ? t(`types.${question.type}`) : t('question.number', { n })}
            </Text>
            {n !== null && (
              <Badge variant="outline" color="ink" radius="sm" tt="none">
                {t(`types.${question.type}`)}
              </Badge>
            )}
            {question.showIf && (
              <Badge variant="outline" color="dai" radius="sm" tt="none">
                {t('showIf.heading')}
              </Badge>
            )}
            {question.required && (
              <Badge variant="light" color="ochre" radius="sm" tt="none">
                {t('question.required')}
              </Badge>
            )}
            {wrong && (
              <Text size="sm" c="cinnabar.7">
                <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                {t('question.hasIssues')}
              </Text>
            )}
          </Group>
          {!open && (
            <>
              {question.section && (
                <Text size="sm" c="ink.6">
                  {question.section}
                </Text>
              )}
              <Text fw={500}>{question.title.trim() || t('question.untitled')}</Text>
              {answers && (
                <Text size="sm" c="ink.6" lineClamp={2}>
                  {answers}
                </Text>
              )}
            </>
          )}
          {counting.length > 0 && (
            <Text size="xs" c="dai.7" mt={2}>
              {t('question.countsFor', { names: format.list(counting.map((name) => t(`indices.${name}`))) })}
            </Text>
          )}
        </div>
        {!readOnly && (
          <div className={styles.tools}>
            <Tool
              label={open ? t('question.done', { n: at }) : t('question.edit', { n: at })}
              onClick={actions.toggle}
            >
              {open ? <IconChevronUp size={18} aria-hidden /> : <IconPencil size={18} aria-hidden />}
            </Tool>
            <Tool label={t('question.up', { n: at })} disabled={index === 0} onClick={() => actions.move(-1)}>
              <IconArrowUp size={18} aria-hidden />
            </Tool>
            <Tool
              label={t('question.down', { n: at })}
              disabled={index === draft.questions.length - 1}
              onClick={() => actions.move(1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </Tool>
            <Tool label={t('question.duplicate', { n: at })} onClick={actions.duplicate}>
              <IconCopy size={18} aria-hidden />
            </Tool>
            <Tool
              label={t('question.remove', { n: at })}
              onClick={() => actions.remove({ index, question, indices: draft.indices })}
            >
              <IconTrash size={18} aria-hidden />
            </Tool>
          </div>
        )}
      </div>
      {open && !readOnly && (
        <div className={styles.editor}>
          <QuestionEditor
            draft={draft}
            question={question}
            autoFocus={fresh}
            issueAt={issueAt}
            onChange={actions.change}
          />
        </div>
      )}
    </li>
  )
}
