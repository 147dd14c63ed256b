'use client'

import { Alert, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { RadioField } from '../ui/form/select-field.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import type { EntryForm } from '../ui/form/use-entry-form.tsx'
import { assessorIsImplementer, MATTER_KINDS, type Matter } from './matter.ts'
import classes from './matter-fields.module.css'

/** Says at once, while it is typed, when the matter would be assessed by the body that carries it out. */
function SameBodyWarning({ form }: { form: EntryForm<Matter> }) {
  const t = useTranslations('matter.sameBody')
  const matter = useWatch({ control: form.control })
  const { assessor = '', implementer = '' } = matter
  const same = assessor.trim() !== '' && assessorIsImplementer({ assessor, implementer } as Matter)
  return (
    <div role="status" className={classes.status}>
      {same && (
        <Alert color="ochre" icon={<IconUsersGroup aria-hidden />} title={t('title')}>
          {t('body')}
        </Alert>
      )}
    </div>
  )
}

export function MatterFields({ form }: { form: EntryForm<Matter> }) {
  const t = useTranslations('matter')
  const kinds = useTranslations('workbench.kinds')
  const common = (name: keyof Matter) => ({ form, name, label: t(`fields.${name}`), required: true })
  return (
    <Stack gap="lg">
      <div className={classes.kinds}>
        <RadioField
          {...common('kind')}
          description={t('hints.kind')}
          choices={MATTER_KINDS.map((kind) => ({
            value: kind,
            label: kinds(kind),
            description: t(`kindHints.${kind}`),
          }))}
        />
      </div>
      <TextField {...common('title')} description={t('hints.title')} maxLength={120} />
      <fieldset className={classes.roles}>
        <legend className={classes.legend}>{t('hints.roles')}</legend>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" style={{ alignItems: 'end' }}>
          {(['decisionBody', 'assessor', 'implementer'] as const).map((role) => (
            <TextField key={role} {...common(role)} description={t(`hints.${role}`)} maxLength={120} />
          ))}
        </SimpleGrid>
        <SameBodyWarning form={form} />
      </fieldset>
      <TextField {...common('area')} description={t('hints.area')} maxLength={200} />
      <TextAreaField {...common('summary')} description={t('hints.summary')} minRows={5} maxLength={4000} />
    </Stack>
  )
}

/** The same content for those who may only read it. */
export function MatterSheet({ matter }: { matter: Matter }) {
  const t = useTranslations('matter.fields')
  const kinds = useTranslations('workbench.kinds')
  const rows = ['kind', 'title', 'decisionBody', 'assessor', 'implementer', 'area', 'summary'] as const
  return (
    <dl className={classes.sheet}>
      {rows.map((name) => (
        <div key={name} className={classes.entry}>
          <Text component="dt" size="sm" c="ink.6">
            {t(name)}
          </Text>
          <Text component="dd" m={0} style={{ whiteSpace: 'pre-line' }}>
            {name === 'kind' ? kinds(matter.kind) : matter[name]}
          </Text>
        </div>
      ))}
    </dl>
  )
}
