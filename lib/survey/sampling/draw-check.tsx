'use client'

import { Badge, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { seedText, ticketOf } from './draw.ts'
import classes from './sampling.module.css'
import type { SamplingDraw } from './sampling-draw.ts'

/** The ticket of one household, worked out where the reader sits: nobody need be believed. */
export function DrawCheck({ draw }: { readonly draw: SamplingDraw }) {
  const t = useTranslations('sampling.draw')
  const [groupId, setGroup] = useState(draw.strata[0]?.groupId ?? '')
  const [number, setNumber] = useState('')
  const { outcome } = draw
  const stratum = draw.strata.find((one) => one.groupId === groupId)
  if (!outcome || !stratum) return null
  const plain = number.normalize('NFKC').trim()
  const seed = seedText(draw.frameDigest, outcome.publicNumber)
  const ticket = ticketOf(seed, stratum.name, plain)
  const last = outcome.lastTickets[groupId]
  const drawn = last !== undefined && ticket <= last
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t('self')}</Text>
        <Text size="sm" c="ink.6">
          {t('selfLead')}
        </Text>
      </div>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('selfGroup')}
          value={groupId}
          onChange={(event) => setGroup(event.currentTarget.value)}
          data={draw.strata.map((one) => ({ value: one.groupId, label: one.name }))}
        />
        <TextInput
          label={t('selfNumber')}
          value={number}
          maxLength={16}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      </Group>
      {plain !== '' && (
        <div role="status">
          <dl className={classes.facts}>
            <dt>{t('selfText')}</dt>
            <dd className={classes.digest}>{`${seed}:${stratum.name}:${plain}`}</dd>
            <dt>{t('selfTicket')}</dt>
            <dd className={classes.digest}>{ticket}</dd>
            <dt>{t('lastTicket')}</dt>
            <dd className={classes.digest}>{last ?? '—'}</dd>
            <dt>
              <Badge color={drawn ? 'pine' : 'ink'}>{drawn ? t('selfDrawn') : t('selfNotDrawn')}</Badge>
            </dt>
            <dd />
          </dl>
        </div>
      )}
    </Stack>
  )
}
