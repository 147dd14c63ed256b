'use client'

import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type MergePart, mergeTexts } from './merge-texts.ts'
import classes from './narrative.module.css'
import type { Conflict } from './save-outcome.ts'

interface MergeViewProps {
  readonly mine: string
  readonly conflict: Conflict
  readonly onSettle: (merged: string) => void
}

/** Both texts side by side and what becomes of them: nothing is overwritten before a person has seen it. */
export function MergeView({ mine, conflict, onSettle }: MergeViewProps) {
  const t = useTranslations('narrative.merge')
  const { base, theirs, name } = conflict
  const merge = useMemo(() => mergeTexts(base, mine, theirs), [base, mine, theirs])
  const [merged, setMerged] = useState(merge.text)
  return (
    <Alert color="ochre" icon={<IconGitMerge aria-hidden />} title={t('heading', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('explain')}</Text>
        {merge.conflicts > 0 && (
          <Text size="sm" fw={600}>
            {t('conflicts', { count: merge.conflicts })}
          </Text>
        )}
        <div className={classes.merge}>
          <Side title={t('mine')} hint={t('added')} parts={merge.parts} side="mine" />
          <Side title={t('theirs', { name })} hint={t('added')} parts={merge.parts} side="theirs" />
        </div>
        <Textarea
          label={t('merged')}
          autosize
          minRows={6}
          maxRows={20}
          value={merged}
          onChange={(event) => setMerged(event.currentTarget.value)}
        />
        <Group>
          <Button onClick={() => onSettle(merged)}>{t('save')}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}

interface SideProps {
  readonly title: string
  readonly hint: string
  readonly parts: readonly MergePart[]
  readonly side: 'mine' | 'theirs'
}

function Side({ title, hint, parts, side }: SideProps) {
  const shown = parts.map((part, i) => {
    const text = part.kind === 'conflict' ? part[side] : part.text
    return { at: i, changed: part.kind === side || part.kind === 'conflict', kind: part.kind, text }
  })
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <div className={classes.side} lang="zh-CN">
        {shown
          .filter(({ kind }) => kind === 'same' || kind === 'conflict' || kind === side)
          .map(({ at, changed, text }) => (
            <span
              key={at}
              className={changed ? classes.changed : undefined}
              title={changed ? hint : undefined}
            >
              {text}
            </span>
          ))}
      </div>
    </div>
  )
}
