'use client'

import { Stack, Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { type ExpertSheetEntry, expertSheetShape } from './expert-sheet.ts'
import type { RiskFactor } from './factor.ts'

interface ExpertSheetFormProps {
  readonly sheet: ExpertSheetEntry
  readonly factors: readonly RiskFactor[]
  readonly readOnly: boolean
  readonly save: Save<ExpertSheetEntry>
  onSaved(): void
}

const PARTS = ['initialProbability', 'initialImpact', 'residualProbability', 'residualImpact'] as const

/** One expert's sheet. The office's own scores are not on it: who sees them first, repeats them. */
export function ExpertSheetForm({ sheet, factors, readOnly, save, onSaved }: ExpertSheetFormProps) {
  const t = useTranslations('experts')
  const form = useEntryForm<ExpertSheetEntry>({
    shape: expertSheetShape,
    values: sheet,
    save,
    savedMessage: t('saved'),
    onSaved,
    readOnly,
  })
  return (
    <Panel title={t('sheet.heading')} description={t('sheet.explain')}>
      <EntryFormBox form={form} label={t('sheet.heading')}>
        <Stack gap="md">
          <TextField
            form={form}
            name="field"
            label={t('sheet.field')}
            description={t('sheet.fieldHelp')}
            maxLength={40}
            className="narrow"
            required
          />
          <Table.ScrollContainer
            minWidth={720}
            scrollAreaProps={{
              viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('sheet.heading') },
            }}
          >
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th rowSpan={2}>{t('factor')}</Table.Th>
                  <Table.Th colSpan={2} ta="center">
                    {t('initial')}
                  </Table.Th>
                  <Table.Th colSpan={2} ta="center">
                    {t('residual')}
                  </Table.Th>
                </Table.Tr>
                <Table.Tr>
                  {PARTS.map((part) => (
                    <Table.Th key={part} w={110}>
                      {t(`parts.${part}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sheet.places.map(({ factorId }, i) => {
                  const factor = factors.find(({ id }) => id === factorId)
                  if (!factor) return null
                  return (
                    <Table.Tr key={factorId}>
                      <Table.Th scope="row" fw={400}>
                        {factor.name}
                        <Text size="xs" c="ink.6">
                          {factor.category}
                        </Text>
                      </Table.Th>
                      {PARTS.map((part) => (
                        <Table.Td key={part}>
                          <NumberField
                            form={form}
                            name={`places.${i}.${part}`}
                            label={t('place', {
                              factor: factor.name,
                              stage: t(part.startsWith('initial') ? 'initial' : 'residual'),
                              part: t(`parts.${part}`),
                            })}
                            hideLabel
                            decimals={3}
                          />
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <SubmitBar form={form} label={t('sheet.save')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}
