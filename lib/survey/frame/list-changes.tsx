import { Stack, Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import classes from '../sampling/sampling.module.css'
import type { ListChange } from './list-change.ts'

/** What an imported list would bring, beside what there is. */
export function ListChanges({ changes }: { readonly changes: readonly ListChange[] }) {
  const t = useTranslations('sampling.frame')
  return (
    <Stack gap="xs">
      <Table.ScrollContainer
        minWidth={420}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('list') } }}
      >
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('previewGroup')}</Table.Th>
              <Table.Th className={classes.number}>{t('households')}</Table.Th>
              <Table.Th className={classes.number}>{t('previewNow')}</Table.Th>
              <Table.Th className={classes.number}>{t('previewNew')}</Table.Th>
              <Table.Th>{t('previewRange')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ groupId, name, registered, before, after, first, last }) => (
              <Table.Tr key={groupId}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.number}>{registered.toLocaleString('en')}</Table.Td>
                <Table.Td className={classes.number}>{before?.toLocaleString('en') ?? '—'}</Table.Td>
                <Table.Td
                  className={classes.number}
                  {...(after === registered ? {} : { c: 'ochre.7', fw: 600 })}
                >
                  {after.toLocaleString('en')}
                </Table.Td>
                <Table.Td>{t('range', { first, last })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {changes.some(({ after, registered }) => after !== registered) && (
        <Text size="sm" c="ochre.7">
          {t('gapHelp')}
        </Text>
      )}
      <Text size="sm">{t('untouched')}</Text>
    </Stack>
  )
}
