'use client'

import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { FieldValue } from './bound-field.ts'
import classes from './narrative.module.css'

interface FieldPickerProps {
  readonly fields: readonly FieldValue[]
  readonly onPick: (id: string) => void
}

/** A case of 30 questions has some 400 fields; nobody scrolls through them. */
const MOST_SHOWN = 80

/** Every bound field by name with the value it has now. */
export function FieldPicker({ fields, onPick }: FieldPickerProps) {
  const t = useTranslations('narrative.fields')
  const locale = useLocale()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const found = fields.filter(({ id, label, value }) =>
    [id, label.zh, label.en, value ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  )
  const shown = found.slice(0, MOST_SHOWN)
  return (
    <Stack gap={6}>
      <TextInput
        label={t('heading')}
        description={t('explain')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {shown.length === 0 ? (
        <Text size="sm" c="ink.6">
          {t('none')}
        </Text>
      ) : (
        <ul className={classes.fields}>
          {shown.map(({ id, label, value }) => {
            const name = locale === 'en' ? label.en : label.zh
            return (
              <li key={id}>
                <UnstyledButton
                  className={classes.fieldRow}
                  aria-label={t('insert', { label: name })}
                  title={id}
                  onClick={() => onPick(id)}
                >
                  <span>{name}</span>
                  {value === null ? (
                    <Text span size="sm" c="ink.6">
                      {t('noValue')}
                    </Text>
                  ) : (
                    <span className={classes.value} lang="zh-CN">
                      {value}
                    </span>
                  )}
                </UnstyledButton>
              </li>
            )
          })}
        </ul>
      )}
      {found.length > shown.length && (
        <Text size="xs" c="ink.6">
          {t('more', { count: found.length - shown.length })}
        </Text>
      )}
    </Stack>
  )
}
