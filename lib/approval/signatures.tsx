'use client'

import { Badge, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import { Day } from '../ui/day.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import classes from './approval.module.css'
import { useStepWords } from './step-words.tsx'
import { STEP_SHAPES, type Step, standings, type TakenStep } from './workflow.ts'

interface SignaturesProps {
  readonly steps: readonly TakenStep[]
  /** Steps that the reader may withdraw, counted from 1. */
  readonly withdrawable: readonly number[]
  readonly take: Save<Step>
}

/** 签署记录: who signed what, in whose words, and what does not count any more. */
export function Signatures({ steps, withdrawable, take }: SignaturesProps) {
  const t = useTranslations('approval')
  const roles = useTranslations('workbench.roles')
  const words = useStepWords()
  const [withdrawing, setWithdrawing] = useState<number | null>(null)
  const standing = standings(steps)
  const chosen = withdrawing === null ? undefined : steps[withdrawing - 1]
  return (
    <Panel title={t('record.title')} description={t('record.lead')}>
      {steps.length === 0 && <Text c="ink.6">{t('record.none')}</Text>}
      <ol className={classes.signatures}>
        {steps.map(({ step, actorName, role, takenOn }, i) => {
          const seq = i + 1
          const stands = standing[i] ?? 'counts'
          const written = words(step, steps)
          return (
            <li key={seq} data-standing={stands}>
              <div className={classes.signature}>
                <div>
                  <Text fw={600} component="span" className={classes.signed}>
                    {t('record.step', { seq })}　{t(`stepNames.${step.kind}`)}
                  </Text>
                  {stands !== 'counts' && (
                    <Badge color="ochre" ml="sm">
                      {t(`record.standings.${stands}`)}
                    </Badge>
                  )}
                </div>
                <Text size="sm" c="ink.6">
                  {t('form.confirm.signerValue', { name: actorName, role: roles(role) })} ·{' '}
                  <Day value={takenOn} />
                </Text>
              </div>
              {written && <Text className={classes.words}>{written}</Text>}
              {'interest' in step && (
                <Text size="sm" c="ink.6">
                  {t('record.interest')}：{t(`record.interests.${step.interest}`)}
                </Text>
              )}
              {withdrawable.includes(seq) && (
                <Button
                  variant="subtle"
                  color="cinnabar"
                  size="compact-sm"
                  mt={6}
                  ml={-8}
                  onClick={() => setWithdrawing(seq)}
                >
                  {t('record.withdraw')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      <Modal
        opened={chosen !== undefined}
        onClose={() => setWithdrawing(null)}
        title={chosen && t('record.withdrawTitle', { step: t(`stepNames.${chosen.step.kind}`) })}
      >
        {withdrawing !== null && (
          <Withdrawal seq={withdrawing} take={take} close={() => setWithdrawing(null)} />
        )}
      </Modal>
    </Panel>
  )
}

type Withdrawn = z.infer<typeof STEP_SHAPES.withdraw>

function Withdrawal({
  seq,
  take,
  close,
}: {
  readonly seq: number
  readonly take: Save<Step>
  readonly close: () => void
}) {
  const t = useTranslations('approval.record')
  const form = useEntryForm<Withdrawn>({
    shape: STEP_SHAPES.withdraw,
    values: { kind: 'withdraw', seq, reason: '' },
    save: take,
    onSaved: close,
    savedMessage: t('withdrawn'),
  })
  return (
    <EntryFormBox form={form} label={t('withdraw')}>
      <Stack gap="md">
        <Text size="sm">{t('withdrawBody')}</Text>
        <TextAreaField form={form} name="reason" label={t('withdrawReason')} required maxLength={2000} />
        <SubmitBar form={form} label={t('withdraw')} always />
      </Stack>
    </EntryFormBox>
  )
}
