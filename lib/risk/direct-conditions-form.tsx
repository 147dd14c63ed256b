'use client'

import { Badge, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { type DirectConditionsEntry, directConditionsShape } from './direct-conditions.ts'
import { useRiskWords } from './scheme-words.tsx'

interface DirectConditionsFormProps {
  readonly conditions: readonly string[] | null
  readonly scheme: Scheme
  readonly readOnly: boolean
  readonly save: Save<DirectConditionsEntry>
}

/** Which of the scheme's direct conditions hold, once somebody has examined them. */
export function DirectConditionsForm({ conditions, scheme, readOnly, save }: DirectConditionsFormProps) {
  const t = useTranslations('risk')
  const { name } = useRiskWords(scheme)
  const form = useEntryForm<DirectConditionsEntry>({
    shape: directConditionsShape,
    values: { conditions: conditions && [...conditions] },
    save,
    savedMessage: t('direct.saved'),
    readOnly,
  })
  const { field } = useController({ control: form.control, name: 'conditions' })
  const held = field.value
  const locked = form.readOnly || form.saving
  return (
    <Panel title={t('direct.heading')} description={t('direct.help')}>
      <EntryFormBox form={form} label={t('direct.heading')}>
        <Stack gap="sm">
          <Checkbox
            label={t('direct.examined')}
            checked={held !== null}
            disabled={locked}
            onChange={(event) => field.onChange(event.currentTarget.checked ? [] : null)}
          />
          <Stack gap="xs" pl={30}>
            {scheme.directRules.map(({ id, name: condition, level, standing }) => (
              <Group key={id} gap="sm" wrap="nowrap" align="flex-start">
                <Checkbox
                  label={name(condition)}
                  description={t(`direct.standing.${standing}`)}
                  checked={held?.includes(id) ?? false}
                  disabled={locked || held === null}
                  onChange={(event) => {
                    const others = (held ?? []).filter((one) => one !== id)
                    field.onChange(event.currentTarget.checked ? [...others, id] : others)
                  }}
                />
                <Badge variant="light" color={level === 'high' ? 'cinnabar' : 'ochre'}>
                  <Text span inherit>
                    {t('direct.atLeast', { level: t(`levels.${level}`) })}
                  </Text>
                </Badge>
              </Group>
            ))}
          </Stack>
          <SubmitBar form={form} label={t('direct.save')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
