'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useAmounts } from './amounts.tsx'
import type { Appraisal } from './appraisal.ts'

/** ENPV and EIRR when one row alone changes, the elasticity, and the change at which ENPV is zero. */
export function SensitivityTable({ appraisal }: { appraisal: Appraisal }) {
  const t = useTranslations('economics')
  const { wan, percent, change: signed, fixed } = useAmounts()
  const changes = appraisal.sensitivity[0]?.changes.map(({ change }) => change) ?? []
  return (
    <Table.ScrollContainer
      minWidth={820}
      // A region that scrolls sideways must be reachable by keyboard.
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('sensitivity.heading') },
      }}
    >
      <Table tabularNums verticalSpacing={6} fz="sm" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sensitivity.row')}</Table.Th>
            <Table.Th>{t('sensitivity.measure')}</Table.Th>
            {changes.map((change) => (
              <Table.Th key={change} ta="right">
                {signed(change)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('sensitivity.elasticity')}</Table.Th>
            <Table.Th ta="right">{t('sensitivity.switching')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {appraisal.sensitivity.flatMap((item) => [
            <Table.Tr key={`${item.row}-enpv`}>
              <Table.Th scope="rowgroup" rowSpan={2} fw={500}>
                {t(`rows.${item.row}`)}
              </Table.Th>
              <Table.Td>{t('sensitivity.enpv')}</Table.Td>
              {item.changes.map(({ change, enpvFen }) => (
                <Table.Td key={change} ta="right" c={enpvFen < 0 ? 'cinnabar.7' : undefined}>
                  {wan(enpvFen)}
                </Table.Td>
              ))}
              <Table.Td rowSpan={2} ta="right">
                {item.elasticity === null ? '—' : fixed(item.elasticity, 2)}
              </Table.Td>
              <Table.Td rowSpan={2} ta="right">
                {item.switchingChange === null ? t('sensitivity.noSwitching') : signed(item.switchingChange)}
              </Table.Td>
            </Table.Tr>,
            <Table.Tr key={`${item.row}-eirr`}>
              <Table.Td>
                <Text size="sm" c="ink.6">
                  {t('sensitivity.eirr')}
                </Text>
              </Table.Td>
              {item.changes.map(({ change, eirr }) => (
                <Table.Td key={change} ta="right" c="ink.6">
                  {eirr === null ? '—' : percent(eirr)}
                </Table.Td>
              ))}
            </Table.Tr>,
          ])}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
