'use client'

import { Alert, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Panel } from '../ui/panel.tsx'
import type { Fieldwork } from './fieldwork.ts'
import { useShares } from './share-text.tsx'
import styles from './survey.module.css'

/** Who was asked, what came back and by which way, and whether the box held what was put into it. */
export function FieldworkPanel({ work }: { readonly work: Fieldwork }) {
  const t = useTranslations('survey.fieldwork')
  return (
    <Panel title={t('heading')} description={t(`from.${work.invitedFrom ?? 'nowhere'}`)}>
      <Stack gap="lg">
        <Groups work={work} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          {work.channels.length > 0 && <Channels work={work} />}
          {work.account && <Account work={work} />}
        </SimpleGrid>
      </Stack>
    </Panel>
  )
}

function Groups({ work: { groups, invitedFrom } }: { readonly work: Fieldwork }) {
  const t = useTranslations('survey.fieldwork')
  const format = useFormatter()
  const { percent } = useShares()
  const known = invitedFrom !== null
  const sum = (of: (group: Fieldwork['groups'][number]) => number | null) =>
    groups.some((group) => of(group) === null)
      ? null
      : groups.reduce((total, group) => total + (of(group) ?? 0), 0)
  const total = {
    groupId: '',
    name: t('total'),
    households: sum(({ households }) => households) ?? 0,
    persons: sum(({ persons }) => persons) ?? 0,
    invited: sum(({ invited }) => invited),
    responses: sum(({ responses }) => responses) ?? 0,
    unheard: sum(({ unheard }) => unheard),
  }
  const number = (n: number | null) => (n === null ? '—' : format.number(n))
  const rate = ({ invited, households, responses }: Fieldwork['groups'][number]) => {
    const of = known ? invited : households
    return of === null || of === 0 ? '—' : percent(responses / of)
  }
  return (
    <Table.ScrollContainer
      minWidth={known ? 430 : 270}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('byGroup') } }}
    >
      <Table tabularNums verticalSpacing="xs" horizontalSpacing={6} fz="sm" aria-label={t('byGroup')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            <Table.Th ta="right">{t('households')}</Table.Th>
            {known && <Table.Th ta="right">{t('invited')}</Table.Th>}
            <Table.Th ta="right">{t('answered')}</Table.Th>
            {known && <Table.Th ta="right">{t('unheard')}</Table.Th>}
            <Table.Th ta="right">{t(known ? 'rateOfInvited' : 'rateOfHouseholds')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...groups, ...(groups.length > 1 ? [total] : [])].map((group) => (
            <Table.Tr key={group.groupId} fw={group.groupId === '' ? 600 : undefined}>
              <Table.Th scope="row" fw={group.groupId === '' ? 600 : 400}>
                {group.name}
              </Table.Th>
              <Table.Td ta="right">{number(group.households)}</Table.Td>
              {known && <Table.Td ta="right">{number(group.invited)}</Table.Td>}
              <Table.Td ta="right">{number(group.responses)}</Table.Td>
              {known && <Table.Td ta="right">{number(group.unheard)}</Table.Td>}
              <Table.Td ta="right">{rate(group)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Channels({ work: { channels, responses } }: { readonly work: Fieldwork }) {
  const t = useTranslations('survey.fieldwork')
  const format = useFormatter()
  const { percent } = useShares()
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {t('byChannel')}
      </Text>
      <Table tabularNums verticalSpacing={4} horizontalSpacing={6} fz="sm" aria-label={t('byChannel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('channel')}</Table.Th>
            <Table.Th ta="right">{t('accepted')}</Table.Th>
            <Table.Th ta="right">{t('counted')}</Table.Th>
            <Table.Th ta="right">{t('mix')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {channels.map(({ channel, accepted, counted }) => (
            <Table.Tr key={channel}>
              <Table.Th scope="row" fw={400}>
                {t(`channels.${channel}`)}
              </Table.Th>
              <Table.Td ta="right">{format.number(accepted)}</Table.Td>
              <Table.Td ta="right">{format.number(counted)}</Table.Td>
              <Table.Td ta="right">{responses > 0 ? percent(counted / responses) : '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Account({ work: { account, faults, merkleRoot } }: { readonly work: Fieldwork }) {
  const t = useTranslations('survey.fieldwork')
  const format = useFormatter()
  if (!account) return null
  const lines = ['accepted', 'receipts', 'counted', 'unreadable'] as const
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {t('account')}
      </Text>
      <dl className={styles.account}>
        {lines.map((line) => (
          <div key={line}>
            <dt>{t(`accountLines.${line}`)}</dt>
            <dd>{format.number(account[line])}</dd>
          </div>
        ))}
        {merkleRoot && (
          <div>
            <dt>{t('accountLines.root')}</dt>
            <dd className={styles.digest}>{merkleRoot}</dd>
          </div>
        )}
      </dl>
      {faults.length === 0 ? (
        <Text size="sm" mt="xs">
          <IconCircleCheck
            size={16}
            aria-hidden
            color="var(--mantine-color-pine-6)"
            style={{ verticalAlign: '-3px', marginRight: 6 }}
          />
          {t('balanced')}
        </Text>
      ) : (
        <Alert mt="xs" color="cinnabar" icon={<IconAlertOctagon aria-hidden />} title={t('unbalanced')}>
          <Stack gap={4}>
            {faults.map((fault) => (
              <Text key={fault} size="sm">
                {t(`faults.${fault}`)}
              </Text>
            ))}
          </Stack>
        </Alert>
      )}
      {account.unreadable > 0 && (
        <Text size="sm" mt="xs">
          {t('unreadableNote', { n: account.unreadable })}
        </Text>
      )}
    </div>
  )
}
