'use client'

import { Alert, Group, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { ChainVerdict } from '../integrity/hash-chain.ts'
import { PageLink } from '../ui/page-link.tsx'
import { Panel } from '../ui/panel.tsx'
import { isDeed } from './deeds.ts'

export interface EventView {
  readonly seq: number
  /** ISO 8601. */
  readonly at: string
  /** Null: the account is gone. */
  readonly who: string | null
  readonly action: string
  readonly caseBefore: string | null
  readonly caseAfter: string | null
}

interface EventLogProps {
  /** The newest first. */
  readonly events: readonly EventView[]
  readonly verdict: ChainVerdict
  readonly newerHref: string | null
  readonly olderHref: string | null
}

const short = (digest: string | null) => digest?.slice(0, 8) ?? '—'

/** What was done to the case, and whether the record of it is whole. */
export function EventLog({ events, verdict, newerHref, olderHref }: EventLogProps) {
  const t = useTranslations('events')
  const format = useFormatter()
  return (
    <Panel>
      <Stack gap="md">
        {verdict.intact ? (
          <Alert color="pine" icon={<IconLink aria-hidden />}>
            <Text>{t('intact', { n: verdict.length })}</Text>
            <Text size="sm" mt={4}>
              {t('head')}
              <br />
              <span style={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
                {verdict.head.match(/.{1,16}/g)?.join(' ')}
              </span>
            </Text>
            <Text size="sm" c="ink.6">
              {t('headHint')}
            </Text>
          </Alert>
        ) : (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {t('broken', { seq: verdict.seq, fault: t(`faults.${verdict.fault}`) })}
          </Alert>
        )}
        {events.length === 0 ? (
          <Text c="ink.6">{t('empty')}</Text>
        ) : (
          <Table.ScrollContainer
            minWidth={640}
            scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
          >
            <Table tabularNums verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th ta="right">{t('seq')}</Table.Th>
                  <Table.Th>{t('when')}</Table.Th>
                  <Table.Th>{t('who')}</Table.Th>
                  <Table.Th>{t('what')}</Table.Th>
                  <Table.Th>{t('effect')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {events.map(({ seq, at, who, action, caseBefore, caseAfter }) => (
                  <Table.Tr key={seq}>
                    <Table.Td ta="right">{seq}</Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      <time dateTime={at}>
                        {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
                      </time>
                    </Table.Td>
                    <Table.Td>{who ?? t('unknownActor')}</Table.Td>
                    <Table.Td>{isDeed(action) ? t(`deeds.${action}`) : action}</Table.Td>
                    <Table.Td>
                      {caseAfter !== null &&
                        (caseBefore === caseAfter ? (
                          <Text size="sm" c="ink.6">
                            {t('same')}
                          </Text>
                        ) : (
                          <>
                            <Text size="sm">{t('changed')}</Text>
                            <Text size="xs" c="ink.6">
                              {t('fromTo', { before: short(caseBefore), after: short(caseAfter) })}
                            </Text>
                          </>
                        ))}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {(newerHref || olderHref) && (
          <Group>
            {newerHref && <PageLink href={newerHref}>{t('newer')}</PageLink>}
            {olderHref && <PageLink href={olderHref}>{t('older')}</PageLink>}
          </Group>
        )}
      </Stack>
    </Panel>
  )
}
