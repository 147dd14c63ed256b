'use client'

import { List, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { PageLink } from '../../ui/page-link.tsx'
import type { PaperBatch } from './paper-batch.ts'
import { numberRanges } from './serial.ts'

/** What closing would leave behind: paper forms that are out, or back and not yet counted, by number. */
const LEFT_BEHIND = ['out', 'returned', 'entered', 'differing'] as const
type LeftBehind = (typeof LEFT_BEHIND)[number]
export type UnfinishedBatch = Pick<PaperBatch, 'batch' | LeftBehind>

const numbersIn = (batches: readonly UnfinishedBatch[], state: LeftBehind) =>
  batches
    .filter((batch) => batch[state].length > 0)
    .map((batch) => `${String(batch.batch).padStart(2, '0')}：${numberRanges(batch[state])}`)
    .join('；')

export const hasUnfinishedForms = (batches: readonly UnfinishedBatch[]) =>
  batches.some((batch) => LEFT_BEHIND.some((state) => batch[state].length > 0))

export function UnfinishedForms({
  batches,
  channelsHref,
}: {
  readonly batches: readonly UnfinishedBatch[]
  readonly channelsHref: string
}) {
  const t = useTranslations('survey.progress.unfinished')
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('heading')}
      </Text>
      <List size="sm" spacing={4}>
        {LEFT_BEHIND.filter((state) => numbersIn(batches, state) !== '').map((state) => (
          <List.Item key={state}>
            {t(state, {
              n: batches.reduce((sum, batch) => sum + batch[state].length, 0),
              numbers: numbersIn(batches, state),
            })}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{t('afterwards')}</Text>
      <PageLink href={channelsHref}>{t('toChannels')}</PageLink>
    </Stack>
  )
}
