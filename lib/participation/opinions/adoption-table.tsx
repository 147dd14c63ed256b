'use client'

import { Alert, Badge, List, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import type { AdoptionRegister } from './adoption-register.ts'

interface AdoptionTableProps {
  readonly register: AdoptionRegister
  readonly factors: readonly { readonly id: string; readonly name: string }[]
}

const COLOUR = {
  adopted: 'var(--mantine-color-pine-5)',
  partly: 'var(--mantine-color-ochre-4)',
  'not-adopted': 'var(--mantine-color-ink-4)',
  open: 'var(--mantine-color-cinnabar-5)',
} as const

/** The register as it is printed, with a bar for how many voices stand behind each theme. */
export function AdoptionTable({ register, factors }: AdoptionTableProps) {
  const t = useTranslations('opinions.register')
  const kinds = useTranslations('opinions.answers.answers')
  const strikes = useTranslations('opinions.striking.kinds')
  const most = Math.max(1, ...register.rows.map(({ opinions }) => opinions))
  if (register.rows.length === 0 && register.uncoded === 0 && register.struck.length === 0) {
    return (
      <Panel title={t('title')}>
        <Text c="ink.6">{t('empty')}</Text>
      </Panel>
    )
  }
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Alert
        mb="md"
        color={register.complete ? 'pine' : 'cinnabar'}
        icon={register.complete ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        {register.complete
          ? t('complete')
          : t('incomplete', { uncoded: register.uncoded, themes: register.byAnswer.open.themes })}
      </Alert>
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
      >
        <Table verticalSpacing="xs" fz="sm" tabularNums>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('theme')}</Table.Th>
              <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                {t('opinions')}
              </Table.Th>
              <Table.Th>{t('result')}</Table.Th>
              <Table.Th>{t('reason')}</Table.Th>
              <Table.Th>{t('measure')}</Table.Th>
              <Table.Th>{t('factor')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {register.rows.map(({ themeId, name, opinions, answer }) => {
              const kind = answer?.answer ?? 'open'
              return (
                <Table.Tr key={themeId}>
                  <Table.Th scope="row" fw={500} miw={120}>
                    {name}
                    <div
                      aria-hidden
                      style={{
                        height: 5,
                        marginTop: 4,
                        borderRadius: 2,
                        width: `${(100 * opinions) / most}%`,
                        background: COLOUR[kind],
                      }}
                    />
                  </Table.Th>
                  <Table.Td ta="right">{opinions}</Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={kind === 'open' ? 'cinnabar' : 'ink'}>
                      {kinds(kind)}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{answer?.reason ?? '—'}</Table.Td>
                  <Table.Td>{answer?.measure || '—'}</Table.Td>
                  <Table.Td>{factors.find(({ id }) => id === answer?.factorId)?.name ?? '—'}</Table.Td>
                </Table.Tr>
              )
            })}
            {register.uncoded > 0 && (
              <Table.Tr>
                <Table.Th scope="row" fw={500}>
                  {t('uncoded')}
                </Table.Th>
                <Table.Td ta="right">{register.uncoded}</Table.Td>
                <Table.Td colSpan={4} />
              </Table.Tr>
            )}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('sum')}</Table.Th>
              <Table.Th ta="right">{register.opinions}</Table.Th>
              <Table.Td colSpan={4} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      {register.struck.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="md">
            {t('struckTitle')}
          </Text>
          <List size="sm">
            {register.struck.map(({ kind, because, n }) => (
              <List.Item key={`${kind} ${because}`}>
                {t('struckLine', { kind: strikes(kind), n, because })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Panel>
  )
}
