'use client'

import { Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Role } from '../assessment/access.ts'
import { formatCode } from '../survey/codes/code.ts'
import { useConfirm } from '../ui/confirm.tsx'
import classes from './approval.module.css'
import { useStepWords } from './step-words.tsx'
import { asksForInterest, type Step, type TakenStep } from './workflow.ts'

/** What a signature is put under, and whose it is. */
export interface Signing {
  readonly matter: string
  readonly number: number
  readonly code: string
  readonly signer: { readonly name: string; readonly role: Role }
  readonly steps: readonly TakenStep[]
}

/** Asks before a signature is given: what is signed, on which frozen version, by whom. */
export function useConfirmSignature({ matter, number, code, signer, steps }: Signing) {
  const t = useTranslations('approval')
  const roles = useTranslations('workbench.roles')
  const confirm = useConfirm()
  const words = useStepWords()
  return (step: Step, onConfirm: () => void) => {
    const aside = step.kind === 'step-aside'
    const written = words(step, steps)
    const rows = [
      [t('form.confirm.matter'), matter],
      [t('form.confirm.version'), t('form.confirm.versionValue', { number, code: formatCode(code) })],
      [t('form.confirm.step'), t(`stepNames.${step.kind}`)],
      ...(written ? [[t('record.words'), written]] : []),
      ...(asksForInterest(step.kind) ? [[t('form.confirm.interest'), t('form.interests.none')]] : []),
      [
        t('form.confirm.signer'),
        t('form.confirm.signerValue', { name: signer.name, role: roles(signer.role) }),
      ],
    ]
    confirm({
      title: t('form.confirm.title'),
      body: (
        <Stack gap="md">
          <Text size="sm">{t(aside ? 'form.confirm.bodyAside' : 'form.confirm.body')}</Text>
          <dl className={classes.restated}>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Stack>
      ),
      confirmLabel: t('form.confirm.action'),
      destructive: aside,
      onConfirm,
    })
  }
}
