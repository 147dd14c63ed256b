'use client'

import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../../ui/confirm.tsx'
import { useDay } from '../../ui/day.tsx'
import { useIssueText } from '../../ui/form/issue-text.tsx'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import { plainNumber } from './draw.ts'
import { type Reveal, revealShape, type SamplingDraw } from './sampling-draw.ts'

interface RevealFormProps {
  readonly draw: SamplingDraw
  readonly today: string
  readonly save: Save<Reveal>
}

/** The number that was waited for; asked once more before it draws. */
export function RevealForm({ draw, today, save }: RevealFormProps) {
  const t = useTranslations('sampling.draw')
  const dayOf = useDay()
  const issueText = useIssueText()
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const [publicNumber, setNumber] = useState('')
  const [issue, setIssue] = useState<string>()
  if (today < draw.revealOn) {
    return (
      <Alert color="dai" icon={<IconHourglass aria-hidden />}>
        {t('waiting', { day: dayOf(draw.revealOn) })}
      </Alert>
    )
  }
  const ask = () => {
    const reveal = revealShape.safeParse({ seq: draw.seq, publicNumber })
    setIssue(reveal.error?.issues[0]?.message)
    if (!reveal.success) return
    confirm({
      title: t('reveal'),
      body: t('drawConfirm', {
        number: plainNumber(publicNumber),
        n: draw.strata.reduce((sum, { sample }) => sum + sample, 0),
      }),
      confirmLabel: t('draw'),
      onConfirm: () => void run(save, reveal.data, t('drawn')),
    })
  }
  return (
    <Stack gap="sm" maw={560}>
      <TextInput
        label={t('publicNumber')}
        description={`${draw.source}。${t('publicNumberHint')}`}
        value={publicNumber}
        maxLength={120}
        error={issueText(issue)}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button w="fit-content" loading={saving} onClick={ask}>
        {t('draw')}
      </Button>
    </Stack>
  )
}
