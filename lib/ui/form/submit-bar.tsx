'use client'

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useRefusalText } from './refusal-text.tsx'
import type { EntryForm } from './use-entry-form.tsx'

interface SubmitBarProps<Entry extends FieldValues> {
  readonly form: EntryForm<Entry>
  readonly label?: string
  /** Saving is possible without changes, e.g. for a prefilled new entry. */
  readonly always?: boolean
  /** Why the form is locked; when left out, that the reader's role may only look. */
  readonly lockedBecause?: string
  /** Further buttons, to the left of the state. */
  readonly children?: ReactNode
}

/** The end of a form: what is unsaved, what was refused and why, and the buttons. */
export function SubmitBar<Entry extends FieldValues>({
  form,
  label,
  always = false,
  lockedBecause,
  children,
}: SubmitBarProps<Entry>) {
  const t = useTranslations('workbench.form')
  const refusalText = useRefusalText()
  if (form.readOnly) {
    return (
      <Group gap="xs" c="ink.6" wrap="nowrap" align="flex-start">
        <IconLock size={16} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
        <Text size="sm">{lockedBecause ?? t('readOnly')}</Text>
      </Group>
    )
  }
  return (
    <Stack gap="sm">
      {form.refusal && (
        <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {refusalText(form.refusal)}
        </Alert>
      )}
      <Group gap="sm">
        <Button type="submit" loading={form.saving} disabled={!form.dirty && !always}>
          {label ?? t('save')}
        </Button>
        {form.dirty && (
          <Button variant="subtle" color="ink" onClick={form.discard} disabled={form.saving}>
            {t('discard')}
          </Button>
        )}
        {children}
        <Text size="sm" c="ink.6" role="status">
          {form.dirty && !form.saving && (
            <Group gap={6} component="span" wrap="nowrap">
              <IconPencil size={15} aria-hidden />
              {t('unsaved')}
            </Group>
          )}
        </Text>
      </Group>
    </Stack>
  )
}
