'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import type { FigureValue } from './bundle/figures.ts'
import type { ChangedValue, Difference } from './difference.ts'

/** Rows beyond this many are counted only: nobody reads them on a screen. */
const SHOWN = 200

/** What was changed between two states of a case, inputs first, then the figures that follow. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const t = useTranslations('approval.difference')
  const { inputs, figures } = difference
  const count = inputs.reduce((sum, { changes }) => sum + changes.length, 0)
  if (count === 0 && figures.length === 0) return <EmptyState title={t('none')} />
  return (
    <>
      <Panel title={t('inputs', { count })}>
        {inputs.map(({ part, changes }) => (
          <section key={part} aria-label={t(`parts.${part}`)}>
            <Text fw={600} mt="md">
              {t(`parts.${part}`)}
            </Text>
            <Changes changes={changes} />
          </section>
        ))}
      </Panel>
      {figures.length > 0 && (
        <Panel title={t('figures', { count: figures.length })}>
          <Changes changes={figures} />
        </Panel>
      )}
    </>
  )
}

function Changes({ changes }: { changes: readonly ChangedValue[] }) {
  const t = useTranslations('approval.difference')
  const shown = (value: FigureValue | undefined) =>
    value === undefined ? t('absent') : typeof value === 'string' ? value : JSON.stringify(value)
  return (
    <>
      <Table.ScrollContainer
        minWidth={520}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table tabularNums verticalSpacing={6} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('path')}</Table.Th>
              <Table.Th>{t('before')}</Table.Th>
              <Table.Th>{t('after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.slice(0, SHOWN).map(({ path, before, after }) => (
              <Table.Tr key={path}>
                <Table.Td ff="monospace" fz="xs" style={{ overflowWrap: 'anywhere' }}>
                  {path || '—'}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <del>{shown(before)}</del>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <ins>{shown(after)}</ins>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {changes.length > SHOWN && (
        <Text size="sm" c="ink.6">
          {t('more', { n: changes.length - SHOWN })}
        </Text>
      )}
    </>
  )
}
