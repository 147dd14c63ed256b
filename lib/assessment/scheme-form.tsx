'use client'

import { Alert, Radio, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useController } from 'react-hook-form'
import { useLocale, useTranslations } from 'use-intl'
import { isSchemeId, SCHEMES, type SchemeId } from '../scheme/registry.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { useDay } from '../ui/day.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { type SchemeChoice, schemeChoiceShape } from './scheme-choice.ts'

interface SchemeFormProps {
  readonly schemeId: string
  /** The direct conditions of the present scheme were examined: a change loses that. */
  readonly examined: boolean
  readonly save: Save<SchemeChoice>
  readonly readOnly: boolean
}

/** By which rules the matter is judged. */
export function SchemeForm({ schemeId, examined, save, readOnly }: SchemeFormProps) {
  const t = useTranslations('matter.scheme')
  const locale = useLocale()
  const day = useDay()
  const present: SchemeId = isSchemeId(schemeId) ? schemeId : 'national-428'
  const form = useEntryForm<SchemeChoice>({
    shape: schemeChoiceShape,
    values: { schemeId: present },
    save,
    savedMessage: t('saved'),
    readOnly,
  })
  const { field } = useController({ control: form.control, name: 'schemeId' })
  const facts = ({ version, validFrom, directRules }: Scheme) =>
    [
      t('version', { version, day: day(validFrom) }),
      directRules.length > 0 ? t('rules', { n: directRules.length }) : t('noRules'),
    ].join(locale === 'en' ? '; ' : '；')
  return (
    <Panel title={t('heading')} description={t('help')}>
      <EntryFormBox form={form} label={t('heading')}>
        <Stack gap="sm">
          <Radio.Group label={t('label')} value={field.value} onChange={field.onChange}>
            <Stack gap="xs" mt={4}>
              {Object.entries<Scheme>(SCHEMES).map(([id, scheme]) => (
                <Radio
                  key={id}
                  value={id}
                  label={locale === 'en' ? scheme.name.en : scheme.name.zh}
                  description={facts(scheme)}
                  disabled={form.readOnly || form.saving}
                />
              ))}
            </Stack>
          </Radio.Group>
          {examined && field.value !== present && (
            <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
              {t('lost')}
            </Alert>
          )}
          <SubmitBar form={form} label={t('save')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
