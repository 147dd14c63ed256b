'use client'

import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { useLanguageName } from './language-name.tsx'
import { languageShape, OFFERED_LANGUAGES } from './languages.ts'
import { directionOf, languagesOf, missingTranslations, placesOf } from './localized.ts'
import { numberOf, type Questionnaire } from './questionnaire.ts'
import styles from './survey.module.css'
import { addLanguage, removeLanguage, translate } from './translating.ts'

interface TranslationsEditorProps {
  readonly draft: Questionnaire
  readonly readOnly: boolean
  onChange(draft: Questionnaire): void
}

/** The languages of the questionnaire, and original and translation side by side. */
export function TranslationsEditor({ draft, readOnly, onChange }: TranslationsEditorProps) {
  const t = useTranslations('survey.languages')
  const languageName = useLanguageName()
  const missing = missingTranslations(draft)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = missing.find(({ language }) => language === chosen) ?? missing[0]
  return (
    <Stack gap="md">
      {missing.length === 0 ? (
        <Text c="ink.6">{t('none')}</Text>
      ) : (
        <Group gap={8}>
          {missing.map(({ language, places }) => (
            <Button
              key={language}
              variant={language === current?.language ? 'light' : 'default'}
              aria-pressed={language === current?.language}
              onClick={() => setChosen(language)}
            >
              {languageName(language)}
              {' · '}
              {places.length === 0 ? t('complete') : t('missing', { n: places.length })}
            </Button>
          ))}
        </Group>
      )}
      {!readOnly && (
        <NewLanguage
          taken={languagesOf(draft)}
          onAdd={(language) => {
            onChange(addLanguage(draft, language))
            setChosen(language)
          }}
        />
      )}
      {current && (
        <OneLanguage
          key={current.language}
          draft={draft}
          language={current.language}
          missing={new Set(current.places.map(({ key }) => key))}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
    </Stack>
  )
}

function NewLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd(language: string): void }) {
  const t = useTranslations('survey.languages')
  const languageName = useLanguageName()
  const offered = OFFERED_LANGUAGES.filter((language) => !taken.includes(language))
  const [choice, setChoice] = useState('')
  const [typed, setTyped] = useState('')
  const language = choice || typed.trim()
  const good = languageShape.safeParse(language).success && !taken.includes(language)
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={t('choose')}
        value={choice}
        data={[
          { value: '', label: '—' },
          ...offered.map((tag) => ({ value: tag, label: languageName(tag) })),
        ]}
        onChange={(event) => setChoice(event.currentTarget.value)}
      />
      {choice === '' && (
        <TextInput
          label={t('tag')}
          description={t('tagHelp')}
          value={typed}
          maw={260}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={!good || taken.length >= 12}
        onClick={() => {
          onAdd(language)
          setChoice('')
          setTyped('')
        }}
      >
        {t('add')}
      </Button>
    </Group>
  )
}

interface OneLanguageProps extends TranslationsEditorProps {
  readonly language: string
  readonly missing: ReadonlySet<string>
}

function OneLanguage({ draft, language, missing, readOnly, onChange }: OneLanguageProps) {
  const t = useTranslations('survey')
  const name = useLanguageName()(language)
  const confirm = useConfirm()
  // Fixed when the filter is switched on: a text must not vanish under the hands of whoever is translating it.
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null)
  const words = draft.translations?.[language] ?? {}
  const places = placesOf(draft).filter(
    ({ key, words: original }) => original.trim() !== '' && (open === null || open.has(key)),
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Checkbox
          label={t('languages.onlyMissing')}
          checked={open !== null}
          onChange={(event) => setOpen(event.currentTarget.checked ? missing : null)}
        />
        {!readOnly && (
          <Button
            variant="subtle"
            color="cinnabar"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() =>
              confirm({
                title: t('languages.removeTitle', { language: name }),
                body: t('languages.removeText', { n: Object.keys(words).length }),
                confirmLabel: t('languages.removeConfirm'),
                cancelLabel: t('languages.cancel'),
                onConfirm: () => onChange(removeLanguage(draft, language)),
              })
            }
          >
            {t('languages.remove', { language: name })}
          </Button>
        )}
      </Group>
      {places.length === 0 && <Text c="ink.6">{t('languages.nothing')}</Text>}
      {places.map(({ key, words: original, questionId }) => {
        const n = questionId === null ? null : numberOf(draft, questionId)
        return (
          <div key={key} className={styles.pair}>
            <div>
              {n !== null && (
                <Text size="xs" c="ink.6">
                  {t('question.number', { n })}
                </Text>
              )}
              <Text style={{ whiteSpace: 'pre-wrap' }}>{original}</Text>
            </div>
            <Textarea
              aria-label={`${t('languages.translation', { language: name })}：${original}`}
              value={words[key] ?? ''}
              readOnly={readOnly}
              autosize
              minRows={1}
              lang={language}
              dir={directionOf(language)}
              onChange={(event) => onChange(translate(draft, language, key, event.currentTarget.value))}
            />
          </div>
        )
      })}
    </Stack>
  )
}
