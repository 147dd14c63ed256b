'use client'

import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { SelectField } from '../ui/form/select-field.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import type { EntryForm } from '../ui/form/use-entry-form.tsx'
import { type ConsultationEntry, EXPERT_OPINIONS, type ExpertOpinion } from './consultation.ts'

interface ExpertFieldsProps {
  readonly form: EntryForm<ConsultationEntry>
  readonly least: number
}

/** Experts one by one. No opinion is chosen beforehand. */
export function ExpertFields({ form, least }: ExpertFieldsProps) {
  const t = useTranslations('participation.consultation')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'experts' })
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500}>
          {t('experts')}
        </Text>
        <Text size="sm" c="ink.6">
          {t('expertsHint', { n: least })}
        </Text>
      </div>
      {fields.map(({ id }, i) => (
        <Stack key={id} gap="xs">
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextField form={form} name={`experts.${i}.name`} label={t('name')} required maxLength={40} />
            <TextField form={form} name={`experts.${i}.post`} label={t('post')} required maxLength={80} />
            <SelectField
              form={form}
              name={`experts.${i}.opinion`}
              label={t('opinion')}
              required
              placeholder="—"
              choices={EXPERT_OPINIONS.map((value) => ({ value, label: t(`opinions.${value}`) }))}
            />
          </SimpleGrid>
          <TextAreaField
            form={form}
            name={`experts.${i}.grounds`}
            label={t('grounds')}
            minRows={2}
            maxLength={2000}
          />
          <div>
            <Button size="compact-sm" variant="subtle" color="cinnabar" onClick={() => remove(i)}>
              {t('removeExpert')}
            </Button>
          </div>
        </Stack>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append({ name: '', post: '', opinion: '' as ExpertOpinion, grounds: '' })}
        >
          {t('addExpert')}
        </Button>
      </div>
    </Stack>
  )
}
