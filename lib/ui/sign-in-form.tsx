'use client'

import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from './form/issue-text.tsx'
import { useRefusalText } from './form/refusal-text.tsx'
import type { Saved } from './save.ts'
import { Seal } from './seal.tsx'
import { LanguageSwitch } from './shell.tsx'
import classes from './sign-in.module.css'

interface SignInFormProps {
  readonly signIn: (before: Saved | null, form: FormData) => Promise<Saved>
  readonly setLocale: (locale: string) => Promise<void>
}

/** A plain form: it also works before, or without, any script. */
export function SignInForm({ signIn, setLocale }: SignInFormProps) {
  const t = useTranslations('workbench')
  const refusalText = useRefusalText()
  const issueText = useIssueText()
  const [answer, action, pending] = useActionState(signIn, null)
  const refusal = answer && !answer.ok ? answer : null
  const issueOf = (field: string) =>
    issueText(refusal?.issues?.find((issue) => issue.path.join('.') === field)?.message)
  return (
    <div className={classes.page}>
      <main id="content" className={classes.card}>
        <div className={classes.brand}>
          <Seal size={44} />
          <div>
            <Title order={1} fz="h2">
              {t('brand')}
            </Title>
            <Text size="sm" c="ink.6">
              {t('tagline')}
            </Text>
          </div>
        </div>
        <form action={action}>
          <Stack gap="md">
            {refusal && (
              <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
                {refusalText(refusal)}
              </Alert>
            )}
            <TextInput
              name="username"
              label={t('signIn.username')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
              error={issueOf('username')}
              size="md"
            />
            <PasswordInput
              name="password"
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              error={issueOf('password')}
              size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            />
            <Button type="submit" size="md" loading={pending} mt={4}>
              {t('signIn.submit')}
            </Button>
          </Stack>
        </form>
        <Text size="xs" c="ink.6" mt="lg">
          {t('signIn.help')}
        </Text>
      </main>
      <LanguageSwitch setLocale={setLocale} />
    </div>
  )
}
