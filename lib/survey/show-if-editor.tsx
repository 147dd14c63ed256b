'use client'

import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Input,
  NativeSelect,
  Stack,
  Text,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Condition, ShowIf } from './question-types/base.ts'
import { numberOf, type Question, type Questionnaire } from './questionnaire.ts'
import { canDecide, decidingOptions } from './show-if.ts'

interface ShowIfEditorProps {
  readonly draft: Questionnaire
  readonly question: Question
  readonly error: string | undefined
  onChange(question: Question): void
}

function conditionOn(decider: Question): Condition {
  return {
    questionId: decider.id,
    rowId: decider.type === 'matrix' ? decider.rows[0]?.id : undefined,
    optionIds: [],
  }
}

/** For whom a question is: for everybody, or for those who gave certain answers to earlier questions. */
export function ShowIfEditor({ draft, question, error, onChange }: ShowIfEditorProps) {
  const t = useTranslations('survey.showIf')
  const before = draft.questions.slice(0, draft.questions.indexOf(question)).filter(canDecide)
  const { showIf } = question
  const last = before.at(-1)
  if (!showIf && !last) return null
  const set = (next: ShowIf | undefined) => onChange({ ...question, showIf: next })
  const put = (conditions: readonly Condition[]) =>
    set(conditions.length > 0 ? { match: showIf?.match ?? 'any', conditions: [...conditions] } : undefined)
  const conditions = showIf?.conditions ?? []
  return (
    <Fieldset legend={t('heading')} variant="unstyled">
      <Stack gap={10} align="flex-start">
        <Text size="sm" c="ink.6">
          {showIf ? t('explain') : t('everybody')}
        </Text>
        {showIf && conditions.length > 1 && (
          <NativeSelect
            aria-label={t('match')}
            value={showIf.match}
            data={[
              { value: 'any', label: t('any') },
              { value: 'all', label: t('all') },
            ]}
            onChange={(event) =>
              set({ ...showIf, match: event.currentTarget.value === 'all' ? 'all' : 'any' })
            }
          />
        )}
        {conditions.map((condition, i) => (
          <OneCondition
            // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may look at the same question
            key={i}
            n={i + 1}
            draft={draft}
            before={before}
            condition={condition}
            onChange={(changed) => put(conditions.with(i, changed))}
            onRemove={() => put(conditions.toSpliced(i, 1))}
          />
        ))}
        {error && <Input.Error role="alert">{error}</Input.Error>}
        {last && conditions.length < 10 && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => put([...conditions, conditionOn(last)])}
          >
            {t('add')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}

interface OneConditionProps {
  readonly n: number
  readonly draft: Questionnaire
  readonly before: readonly Question[]
  readonly condition: Condition
  onChange(condition: Condition): void
  onRemove(): void
}

function OneCondition({ n, draft, before, condition, onChange, onRemove }: OneConditionProps) {
  const t = useTranslations('survey')
  const decider = before.find((candidate) => candidate.id === condition.questionId)
  return (
    <Group gap={8} align="flex-start" wrap="nowrap" w="100%">
      <Stack gap={6} flex={1} miw={0}>
        <NativeSelect
          aria-label={t('showIf.question', { n })}
          value={condition.questionId}
          data={[
            ...(decider ? [] : [{ value: condition.questionId, label: t('showIf.gone') }]),
            ...before.map((candidate) => ({
              value: candidate.id,
              label: t('naming.questionOption', {
                n: numberOf(draft, candidate.id) ?? 0,
                title: candidate.title || t('question.untitled'),
              }),
            })),
          ]}
          onChange={(event) => {
            const chosen = before.find(({ id }) => id === event.currentTarget.value)
            if (chosen) onChange(conditionOn(chosen))
          }}
        />
        {decider?.type === 'matrix' && (
          <NativeSelect
            aria-label={t('showIf.row', { n })}
            value={condition.rowId ?? ''}
            data={decider.rows.map(({ id, label }) => ({ value: id, label: label || id }))}
            onChange={(event) => onChange({ ...condition, rowId: event.currentTarget.value })}
          />
        )}
        {decider && (
          <Checkbox.Group
            aria-label={t('showIf.options', { n })}
            value={condition.optionIds}
            onChange={(optionIds: string[]) => onChange({ ...condition, optionIds })}
          >
            <Group gap="md">
              {decidingOptions(decider).map(({ id, label }) => (
                <Checkbox key={id} value={id} label={label || id} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      </Stack>
      <ActionIcon
        variant="subtle"
        color="ink"
        size="input-sm"
        aria-label={t('showIf.remove', { n })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
