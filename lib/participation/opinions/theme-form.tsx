'use client'

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { ThemeSaveEntry } from './coding.ts'
import type { OpinionTheme } from './opinion.ts'

interface ThemeFormProps {
  readonly theme: OpinionTheme | null
  readonly save: Save<ThemeSaveEntry>
  readonly onSaved: () => void
}

/** A theme's name and the words by which it is recognised. */
export function ThemeForm({ theme, save, onSaved }: ThemeFormProps) {
  const t = useTranslations('opinions.answers')
  const saving = useSaving()
  const [name, setName] = useState(theme?.name ?? '')
  const [words, setWords] = useState(theme?.keywords.join('，') ?? '')
  const keywords = words.split(/[，,、\s]+/).filter(Boolean)
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        event.stopPropagation()
        if (await saving.run(save, { themeId: theme?.id ?? null, name, keywords }, t('themeSaved'))) onSaved()
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          required
          data-autofocus
        />
        <Textarea
          label={t('keywords')}
          description={t('keywordsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={10}
        />
        <Group>
          <Button type="submit" loading={saving.saving} disabled={name.trim() === ''}>
            {t('saveTheme')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
