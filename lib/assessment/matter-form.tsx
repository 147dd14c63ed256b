'use client'

import { Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { type Matter, matterShape } from './matter.ts'
import { MatterFields, MatterSheet } from './matter-fields.tsx'

/** Nothing is chosen beforehand: a kind that is preset would be the kind of most matters. */
const BLANK = {
  kind: '' as Matter['kind'],
  title: '',
  decisionBody: '',
  assessor: '',
  implementer: '',
  area: '',
  summary: '',
}

export function NewMatterForm({ create }: { create: Save<Matter> }) {
  const t = useTranslations('matter')
  const form = useEntryForm({ shape: matterShape, values: BLANK, save: create, savedMessage: null })
  return (
    <Panel>
      <EntryFormBox form={form} label={t('newTitle')}>
        <Stack gap="xl">
          <MatterFields form={form} />
          <SubmitBar form={form} label={t('create')} always />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}

interface MatterFormProps {
  readonly matter: Matter
  readonly save: Save<Matter>
  readonly mayEdit: boolean
}

export function MatterForm({ matter, save, mayEdit }: MatterFormProps) {
  const t = useTranslations('matter')
  const form = useEntryForm({ shape: matterShape, values: matter, save, readOnly: !mayEdit })
  return (
    <Panel title={t('basics')}>
      {mayEdit ? (
        <EntryFormBox form={form} label={t('basics')}>
          <Stack gap="xl">
            <MatterFields form={form} />
            <SubmitBar form={form} />
          </Stack>
        </EntryFormBox>
      ) : (
        <MatterSheet matter={matter} />
      )}
    </Panel>
  )
}
