'use client'

import { Accordion, Stack, Table, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { Panel } from '../ui/panel.tsx'
import type { Estimated, WeightedEstimates } from './estimates.ts'

interface EstimatesPanelProps {
  readonly estimates: WeightedEstimates
  readonly nameOf: (groupId: string) => string
  /** k. */
  readonly fewest: number
}

/** What the whole frame thinks beside what those who answered said, and why there is no number where there is none. */
export function EstimatesPanel({ estimates, nameOf, fewest }: EstimatesPanelProps) {
  const t = useTranslations('survey.estimates')
  const indexName = useTranslations('survey.indices')
  const format = useFormatter()
  const { unit, strata, indices, items } = estimates
  const reasons = new Set(
    indices.flatMap(({ weighted, byGroup }) =>
      [weighted, ...byGroup.map(({ estimate }) => estimate)].filter((one) => typeof one === 'string'),
    ),
  )
  const coarse = [...indices, ...items.flatMap(({ options }) => options)].some(
    ({ weighted }) => typeof weighted === 'object' && weighted.coarse,
  )
  const beyond = strata.filter(({ beyondFrame }) => beyondFrame).map(({ groupId }) => nameOf(groupId))
  return (
    <Panel title={t('heading')} description={t('explain', { unit })}>
      <Stack gap="md">
        <Table.ScrollContainer
          minWidth={290}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('heading') } }}
        >
          <Table tabularNums verticalSpacing="xs" horizontalSpacing={6} fz="sm" aria-label={t('heading')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('index')}</Table.Th>
                <Table.Th ta="right">n</Table.Th>
                <Table.Th ta="right">{t('plain')}</Table.Th>
                <Table.Th ta="right">{t('weighted')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {indices.map(({ index, n, plain, weighted }) => (
                <Table.Tr key={index}>
                  <Table.Th scope="row" fw={500}>
                    {indexName(index)}
                  </Table.Th>
                  <Table.Td ta="right">{n}</Table.Td>
                  <EstimateCell estimate={plain} />
                  <EstimateCell estimate={weighted} />
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text size="sm">{t('byGroupNote')}</Text>
        <Table.ScrollContainer
          minWidth={260 + 130 * indices.length}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('byGroup') } }}
        >
          <Table tabularNums verticalSpacing="xs" fz="sm" aria-label={t('byGroup')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('group')}</Table.Th>
                <Table.Th ta="right">{t('answered', { unit })}</Table.Th>
                {indices.map(({ index }) => (
                  <Table.Th key={index} ta="right">
                    {indexName(index)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {strata.map(({ groupId, members, responses }) => (
                <Table.Tr key={groupId}>
                  <Table.Th scope="row" fw={500}>
                    {nameOf(groupId)}
                  </Table.Th>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {format.number(responses)} / {format.number(members)}
                  </Table.Td>
                  {indices.map(({ index, byGroup }) => (
                    <EstimateCell
                      key={index}
                      estimate={byGroup.find((one) => one.groupId === groupId)?.estimate ?? 'nobody-answered'}
                    />
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {[...reasons].map((reason) => (
          <Text key={reason} size="sm" c="ink.6">
            {t(`reasonsLong.${reason}`, { k: fewest })}
          </Text>
        ))}
        {coarse && (
          <Text size="sm" c="ink.6">
            {t('coarse')}
          </Text>
        )}
        {beyond.length > 0 && (
          <Text size="sm" c="ochre.8">
            {t('beyondFrame', { groups: format.list(beyond), unit })}
          </Text>
        )}
        {items.length > 0 && (
          <Accordion variant="contained">
            <Accordion.Item value="items">
              <Accordion.Control>{t('items', { n: items.length })}</Accordion.Control>
              <Accordion.Panel>
                <Items items={items} />
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
        )}
      </Stack>
    </Panel>
  )
}

function Items({ items }: Pick<WeightedEstimates, 'items'>) {
  const t = useTranslations('survey.estimates')
  return (
    <Table.ScrollContainer
      minWidth={420}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('items', { n: items.length }) },
      }}
    >
      <Table tabularNums verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('option')}</Table.Th>
            <Table.Th ta="right">{t('plain')}</Table.Th>
            <Table.Th ta="right">{t('weighted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {items.map(({ questionId, number, title, options }) => (
          <Table.Tbody key={questionId}>
            <Table.Tr>
              <Table.Th colSpan={3} scope="rowgroup">
                {number}. {title}
              </Table.Th>
            </Table.Tr>
            {options.map(({ id, label, plain, weighted }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400} pl="lg">
                  {label}
                </Table.Th>
                <EstimateCell estimate={plain} />
                <EstimateCell estimate={weighted} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </Table.ScrollContainer>
  )
}

/** The share over its interval, or the reason why there is none. */
function EstimateCell({ estimate }: { readonly estimate: Estimated }) {
  const t = useTranslations('survey')
  const format = useFormatter()
  if (typeof estimate === 'string')
    return (
      <Table.Td ta="right" c="ink.6">
        {t(`estimates.reasons.${estimate}`)}
      </Table.Td>
    )
  const digits = estimate.coarse ? 0 : 1
  const percent = (share: number) =>
    format.number(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })
  return (
    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
      <Text span fw={600} fz="sm">
        {percent(estimate.share)}
      </Text>
      <Text size="xs" c="ink.6">
        {t('results.range', { low: percent(estimate.low), high: percent(estimate.high) })}
      </Text>
    </Table.Td>
  )
}
