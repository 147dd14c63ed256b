'use client'

import { Checkbox, Group, Input, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { countable, countableOptions, nameIndex, sameAnswers } from './index-items.ts'
import { INDEX_NAMES, type IndexName, numberOf, type Question, type Questionnaire } from './questionnaire.ts'
import styles from './survey.module.css'

interface IndexNamingProps {
  readonly draft: Questionnaire
  readonly readOnly: boolean
  issueAt(path: string): string | undefined
  onChange(draft: Questionnaire): void
}

/** Which question measures which index, and which of its answers count: settled before anybody has answered. */
export function IndexNaming({ draft, readOnly, issueAt, onChange }: IndexNamingProps) {
  const t = useTranslations('survey.naming')
  if (countable(draft.questions).length === 0) return <Text c="ink.6">{t('needsCountable')}</Text>
  return (
    <Stack gap="md">
      {INDEX_NAMES.map((name) => (
        <OneIndex
          key={name}
          name={name}
          draft={draft}
          readOnly={readOnly}
          error={
            issueAt(`indices.${name}`) ??
            issueAt(`indices.${name}.questionIds`) ??
            issueAt(`indices.${name}.optionIds`)
          }
          onChange={onChange}
        />
      ))}
    </Stack>
  )
}

interface OneIndexProps {
  readonly name: IndexName
  readonly draft: Questionnaire
  readonly readOnly: boolean
  readonly error: string | undefined
  onChange(draft: Questionnaire): void
}

function OneIndex({ name, draft, readOnly, error, onChange }: OneIndexProps) {
  const t = useTranslations('survey')
  const item = draft.indices[name]
  const first = draft.questions.find((question) => question.id === item?.questionIds[0])
  const label = (question: Question) => ({
    value: question.id,
    label: t('naming.questionOption', { n: numberOf(draft, question.id) ?? 0, title: question.title }),
  })
  const choices = countable(draft.questions)
  const ask = (questionIds: readonly string[]) =>
    onChange(
      nameIndex(
        draft,
        name,
        questionIds.length === 0 ? null : { questionIds: [...questionIds], optionIds: item?.optionIds ?? [] },
      ),
    )
  return (
    <div className={styles.index}>
      <Group gap={8} align="baseline">
        <Text fw={600}>{t(`indices.${name}`)}</Text>
        <Text size="sm" c="ink.6">
          {t(`naming.meaning.${name}`)}
        </Text>
      </Group>
      {name === 'opposition' && !item && (
        <Text size="sm" c="cinnabar.7">
          {t('naming.opposition')}
        </Text>
      )}
      <Stack gap={8} mt={8} maw={640}>
        {name === 'satisfaction' ? (
          <MultiSelect
            label={t('naming.questions')}
            placeholder={item ? undefined : t('naming.notNamed')}
            data={choices.map((question) => ({
              ...label(question),
              disabled: first !== undefined && !sameAnswers(first, question),
            }))}
            value={item?.questionIds ?? []}
            readOnly={readOnly}
            onChange={ask}
            clearable={!readOnly}
            clearButtonProps={{ 'aria-label': t('naming.clear', { name: t(`indices.${name}`) }) }}
            searchable
            hidePickedOptions
          />
        ) : (
          <NativeSelect
            label={t('naming.question')}
            value={item?.questionIds[0] ?? ''}
            disabled={readOnly}
            data={[{ value: '', label: t('naming.notNamed') }, ...choices.map(label)]}
            onChange={(event) => ask(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
          />
        )}
        {item && first && (
          <Checkbox.Group
            label={t('naming.options')}
            value={item.optionIds}
            readOnly={readOnly}
            onChange={(chosen: string[]) =>
              onChange(
                nameIndex(draft, name, {
                  questionIds: item.questionIds,
                  optionIds: countableOptions(first)
                    .map((option) => option.id)
                    .filter((id) => chosen.includes(id)),
                }),
              )
            }
          >
            <Group gap="md" mt={4}>
              {countableOptions(first).map((option) => (
                <Checkbox key={option.id} value={option.id} label={option.label} disabled={readOnly} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        {error && <Input.Error role="alert">{error}</Input.Error>}
      </Stack>
    </div>
  )
}
