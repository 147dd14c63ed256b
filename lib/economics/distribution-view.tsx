'use client'

import { Alert, Badge, List, Stack, Table, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCoins,
  IconInfoCircle,
  IconMinus,
  IconScale,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { ALLOCATED_ROWS, isFixedParty } from './allocation.ts'
import { useAmounts } from './amounts.tsx'
import styles from './cash-flow.module.css'
import {
  type Distribution,
  type DistributionRefusal,
  groupsThat,
  type PartyBalance,
  type Standing,
} from './distribution.ts'
import { DistributionChart } from './distribution-chart.tsx'
import { type NamedGroup, usePartyNames } from './party-names.tsx'

const LOOK = {
  'only-pays': { color: 'cinnabar', Icon: IconAlertTriangle },
  loses: { color: 'ochre', Icon: IconTrendingDown },
  balanced: { color: 'ink', Icon: IconScale },
  gains: { color: 'pine', Icon: IconTrendingUp },
  compensated: { color: 'dai', Icon: IconCoins },
  untouched: { color: 'ink', Icon: IconMinus },
} as const satisfies Record<Standing, unknown>

function StandingBadge({ standing }: { standing: Standing }) {
  const t = useTranslations('economics.distribution.standings')
  const { color, Icon } = LOOK[standing]
  return (
    <Badge variant="light" color={color} leftSection={<Icon size={13} aria-hidden />}>
      {t(standing)}
    </Badge>
  )
}

interface DistributionViewProps {
  readonly distribution: Result<Distribution, DistributionRefusal>
  readonly groups: readonly NamedGroup[]
}

/** Who gains and who pays: those who only pay named first, then the picture, then every number of it. */
export function DistributionView({ distribution, groups }: DistributionViewProps) {
  const t = useTranslations('economics.distribution')
  const reason = useTranslations('economics.reasons')
  const nameOf = usePartyNames(groups)
  if (!distribution.ok) {
    return (
      <Panel title={t('heading')}>
        {distribution.reason === 'nothing-allocated' ? (
          <EmptyState icon={<IconScale size={40} aria-hidden />} title={t('emptyTitle')} order={3}>
            <Stack gap="xs">
              <Text inherit>{t('empty')}</Text>
              <Text inherit>{t('emptyHow')}</Text>
            </Stack>
          </EmptyState>
        ) : (
          <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
            {reason(distribution.reason)}
          </Alert>
        )}
      </Panel>
    )
  }
  const found = distribution.value
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="md">
        <Payers found={found} nameOf={nameOf} />
        <DistributionChart parties={found.parties} unallocated={found.unallocated} nameOf={nameOf} />
        <DistributionTable found={found} nameOf={nameOf} />
        <Text size="sm" c="ink.6" maw="52em">
          {t('limits')}
        </Text>
      </Stack>
    </Panel>
  )
}

interface Found {
  readonly found: Distribution
  nameOf(party: string): string
}

/** The groups that only pay or pay more than they get, and what nobody was given. */
function Payers({ found, nameOf }: Found) {
  const t = useTranslations('economics')
  const format = useFormatter()
  const { wan } = useAmounts()
  const [only, more] = [groupsThat(found, 'only-pays'), groupsThat(found, 'loses')]
  const { unallocated, complete } = found
  const named = (parties: readonly string[]) => format.list(parties.map(nameOf), { type: 'conjunction' })
  return (
    <>
      {only.length > 0 && (
        <Alert
          color="cinnabar"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('distribution.onlyPays', { names: named(only) })}
        >
          {t('distribution.onlyPaysWhy')}
        </Alert>
      )}
      {more.length > 0 && (
        <Alert
          color="ochre"
          icon={<IconTrendingDown aria-hidden />}
          title={t('distribution.loses', { names: named(more) })}
        >
          {t('distribution.losesWhy')}
        </Alert>
      )}
      {!complete && (
        <Alert color="ochre" icon={<IconInfoCircle aria-hidden />} title={t('distribution.left')}>
          <List size="sm">
            {ALLOCATED_ROWS.filter((row) => unallocated.shares[row] > 0).map((row) => (
              <List.Item key={row}>
                {t('distribution.leftRow', {
                  row: t(`rows.${row}`),
                  share: format.number(unallocated.shares[row], {
                    style: 'percent',
                    maximumFractionDigits: 4,
                  }),
                })}
              </List.Item>
            ))}
          </List>
          {t('distribution.leftSum', {
            benefit: wan(unallocated.benefitFen),
            cost: wan(unallocated.costFen),
          })}
        </Alert>
      )}
    </>
  )
}

function DistributionTable({ found, nameOf }: Found) {
  const t = useTranslations('economics.distribution')
  const { wan } = useAmounts()
  const format = useFormatter()
  const { parties, unallocated, complete, enpvFen } = found
  const yuan = (fen: number | null) =>
    fen === null ? '—' : format.number(Math.round(fen / 100) + 0, { maximumFractionDigits: 0 })
  const tone = (fen: number | null) => (fen !== null && fen < 0 ? 'cinnabar.7' : undefined)
  const row = ({ party, ...balance }: PartyBalance) => (
    <Table.Tr key={party}>
      <Table.Th scope="row" fw={500} miw="8em" maw="16em" style={{ overflowWrap: 'anywhere' }}>
        {nameOf(party)}
      </Table.Th>
      <Table.Td ta="right">{wan(balance.benefitFen)}</Table.Td>
      <Table.Td ta="right">{wan(balance.costFen)}</Table.Td>
      <Table.Td ta="right" fw={600} c={tone(balance.netFen)}>
        {wan(balance.netFen)}
      </Table.Td>
      <Table.Td ta="right" c={tone(balance.netPerHouseholdFen)}>
        {yuan(balance.netPerHouseholdFen)}
      </Table.Td>
      <Table.Td ta="right" c={tone(balance.netPerPersonFen)}>
        {yuan(balance.netPerPersonFen)}
      </Table.Td>
      <Table.Td ta="right">{wan(balance.receivedFen)}</Table.Td>
      <Table.Td>
        {/* The treasury pays because that is its office; a standing says something of groups alone. */}
        {isFixedParty(party) ? '—' : <StandingBadge standing={balance.standing} />}
      </Table.Td>
    </Table.Tr>
  )
  const sum = (of: (balance: PartyBalance) => number) => parties.reduce((total, one) => total + of(one), 0)
  return (
    <Table.ScrollContainer
      minWidth={860}
      // A region that scrolls sideways must be reachable by keyboard.
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('heading') } }}
    >
      <Table tabularNums verticalSpacing={6} fz="sm" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('party')}</Table.Th>
            <Table.Th ta="right">{t('columns.benefit')}</Table.Th>
            <Table.Th ta="right">{t('columns.cost')}</Table.Th>
            <Table.Th ta="right">{t('columns.net')}</Table.Th>
            <Table.Th ta="right">{t('columns.household')}</Table.Th>
            <Table.Th ta="right">{t('columns.person')}</Table.Th>
            <Table.Th ta="right">{t('columns.received')}</Table.Th>
            <Table.Th>{t('columns.standing')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{parties.map(row)}</Table.Tbody>
        <Table.Tfoot className={styles.foot}>
          {!complete && (
            <Table.Tr>
              <Table.Th scope="row">{t('unallocated')}</Table.Th>
              <Table.Td ta="right">{wan(unallocated.benefitFen)}</Table.Td>
              <Table.Td ta="right">{wan(unallocated.costFen)}</Table.Td>
              <Table.Td ta="right" fw={600} c={tone(unallocated.netFen)}>
                {wan(unallocated.netFen)}
              </Table.Td>
              <Table.Td ta="right">—</Table.Td>
              <Table.Td ta="right">—</Table.Td>
              <Table.Td ta="right">{wan(unallocated.receivedFen)}</Table.Td>
              <Table.Td />
            </Table.Tr>
          )}
          <Table.Tr>
            <Table.Th scope="row">{t('total')}</Table.Th>
            <Table.Th ta="right">{wan(sum((one) => one.benefitFen) + unallocated.benefitFen)}</Table.Th>
            <Table.Th ta="right">{wan(sum((one) => one.costFen) + unallocated.costFen)}</Table.Th>
            <Table.Th ta="right">{wan(enpvFen)}</Table.Th>
            <Table.Td ta="right">—</Table.Td>
            <Table.Td ta="right">—</Table.Td>
            <Table.Th ta="right">{wan(sum((one) => one.receivedFen) + unallocated.receivedFen)}</Table.Th>
            <Table.Td>{t('isEnpv')}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}
