'use client'

import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { FieldValue } from './bound-fields.ts'
import classes from './narrative.module.css'

interface FieldPickerProps {
  readonly fields: readonly FieldValue[]
  readonly onPick: (id: string) => void
}

/** Every bound field by name with the value it has now. */
export function FieldPicker({ fields, onPick }: FieldPickerProps) {
  const t = useTranslations('narrative.fields')
  const locale = useLocale()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const shown = fields.filter(({ id, label, value }) =>
    [id, label.zh, label.en, value ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  )
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
    </Stack>
  )
}
