'use client'

import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useState, useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { type Refusal, useRefusalText } from '../ui/form/refusal-text.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Saved } from '../ui/save.ts'

interface DeleteAssessmentProps {
  readonly title: string
  /** What would be lost with it. */
  readonly contents: {
    readonly groups: number
    readonly findings: number
    readonly factors: number
    readonly responses: number
  }
  /** A version was frozen: printed pages carry its code, so it stays. */
  readonly frozen: boolean
  readonly remove: () => Promise<Saved>
}

export function DeleteAssessment({ title, contents, frozen, remove }: DeleteAssessmentProps) {
  const t = useTranslations('matter.remove')
  const confirm = useConfirm()
  const refusalText = useRefusalText()
  const [removing, startRemoving] = useTransition()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // In a transition, so that the navigation the action ends with is carried out instead of caught here.
  const attempt = () =>
    startRemoving(async () => {
      const answer = await remove()
      setRefusal(answer.ok ? null : answer)
    })
  if (frozen)
    return (
      <Panel title={t('title')}>
        <Text c="ink.6">{refusalText({ ok: false, reason: 'frozen-stays' })}</Text>
      </Panel>
    )
  return (
    <Panel title={t('title')} description={t('lead')}>
      {refusal && (
        <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert" mb="md">
          {refusalText(refusal)}
        </Alert>
      )}
      <Button
        variant="outline"
        color="cinnabar"
        loading={removing}
        leftSection={<IconTrash size={17} aria-hidden />}
        onClick={() =>
          confirm({
            title: t('confirmTitle', { title }),
            body: t('confirmBody', contents),
            confirmLabel: t('confirm'),
            destructive: true,
            onConfirm: attempt,
          })
        }
      >
        {t('action')}
      </Button>
    </Panel>
  )
}
