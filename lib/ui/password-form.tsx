'use client'

import { PasswordInput, Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { EntryFormBox } from './form/entry-form-box.tsx'
import { type FieldProps, labelProps, useField } from './form/field.tsx'
import { SubmitBar } from './form/submit-bar.tsx'
import { useEntryForm } from './form/use-entry-form.tsx'
import { Panel } from './panel.tsx'
import type { Save } from './save.ts'

const passwordChangeShape = z.object({
  currentPassword: z.string().min(1, 'required').max(200, 'too-long'),
  newPassword: z.string().min(12, 'password-too-short').max(200, 'too-long'),
})
export type PasswordChange = z.infer<typeof passwordChangeShape>

const BLANK: PasswordChange = { currentPassword: '', newPassword: '' }

/** The code under which the field carries the server's answer; its words are this form's own. */
const WRONG = 'wrong-password'

function PasswordField(props: FieldProps<PasswordChange> & { autoComplete: string }) {
  const t = useTranslations('workbench')
  const { field, error, readOnly } = useField(props)
  const wrong = props.form.methods.getFieldState(props.name).error?.message === WRONG
  return (
    <PasswordInput
      {...labelProps(props)}
      {...field}
      error={wrong ? t('password.wrong') : error}
      readOnly={readOnly}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
    />
  )
}

/** Changing one's own password. Instead of typing it twice one can look at it, which catches more mistakes. */
export function PasswordForm({ change }: { change: Save<PasswordChange> }) {
  const t = useTranslations('workbench.password')
  const form = useEntryForm({
    shape: passwordChangeShape,
    values: BLANK,
    save: async (entry) => {
      const answer = await change(entry)
      // "Username or password is wrong" would puzzle somebody who is signed in: it is the field above.
      if (answer.ok || answer.reason !== 'wrong-credentials') return answer
      return {
        ok: false,
        reason: 'invalid-input',
        issues: [{ path: ['currentPassword'], message: WRONG }],
      }
    },
    savedMessage: t('saved'),
    onSaved: () => form.methods.reset(BLANK),
  })
  return (
    <Panel>
      <EntryFormBox form={form} label={t('title')}>
        <Stack gap="lg" maw={420}>
          <PasswordField
            form={form}
            name="currentPassword"
            label={t('current')}
            autoComplete="current-password"
          />
          <PasswordField
            form={form}
            name="newPassword"
            label={t('next')}
            description={t('nextHint')}
            autoComplete="new-password"
          />
          <SubmitBar form={form} label={t('submit')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
