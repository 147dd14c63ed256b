'use client'

import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'

interface DiscardDraftProps {
  readonly discard: Save<null>
}

/** The way back from a later survey that was begun by mistake. */
export function DiscardDraft({ discard }: DiscardDraftProps) {
  const t = useTranslations('survey.discard')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const ask = () =>
    confirm({
      title: t('confirmTitle'),
      body: t('confirmText'),
      confirmLabel: t('confirm'),
      cancelLabel: t('cancel'),
      destructive: true,
      onConfirm: () => void run(discard, null, t('discarded')),
    })
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Button
        color="cinnabar"
        variant="outline"
        leftSection={<IconTrash size={18} aria-hidden />}
        loading={saving}
        onClick={ask}
      >
        {t('button')}
      </Button>
    </Panel>
  )
}
