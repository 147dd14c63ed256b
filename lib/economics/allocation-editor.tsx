'use client'

import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowBarToRight,
  IconInfoCircle,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { useRefusalText } from '../ui/form/refusal-text.tsx'
import { useUnsaved } from '../ui/form/unsaved-guard.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { SaveRow } from '../ui/save-row.tsx'
import { useSaving } from '../ui/use-saving.tsx'
import { type AllocatedRow, type Allocation, byAllocatedRow } from './allocation.ts'
import {
  type AllocationDraft,
  allocationDraftOf,
  allocationOf,
  leftOf,
  withRest,
  withRestByPersons,
  withShare,
} from './allocation-draft.ts'
import { AllocationGrid, type SharePlace } from './allocation-grid.tsx'
import { type NamedGroup, usePartyNames } from './party-names.tsx'

interface AllocationEditorProps {
  readonly allocation: Allocation
  readonly groups: readonly NamedGroup[]
  readonly worthFen: Readonly<Record<AllocatedRow, number>> | null
  readonly readOnly: boolean
  readonly save: Save<Allocation>
}

/** How many steps can be taken back. */
const MOST_STEPS = 50

/** In one order of rows and parties, so that what was stored and what was typed can be told apart. */
const written = (allocation: Allocation) =>
  JSON.stringify(
    byAllocatedRow((row) => Object.entries(allocation[row]).sort(([a], [b]) => (a < b ? -1 : 1))),
  )

/** Who bears or receives which part of each row: typed in percent, what is left always in sight. */
export function AllocationEditor({ allocation, groups, worthFen, readOnly, save }: AllocationEditorProps) {
  const t = useTranslations('economics.sharing')
  const rowName = useTranslations('economics.rows')
  const nameOf = usePartyNames(groups)
  const issueText = useIssueText()
  const refusalText = useRefusalText()
  const { saving, refusal, run } = useSaving()
  const stored = written(allocation)
  const [draft, setDraft] = useState(() => allocationDraftOf(allocation))
  const [applied, setApplied] = useState(stored)
  const [steps, setSteps] = useState<readonly AllocationDraft[]>([])
  const [place, setPlace] = useState<SharePlace | null>(null)
  const [checked, setChecked] = useState(false)
  const editor = useRef<HTMLDivElement>(null)

  const { allocation: current, issues } = allocationOf(draft)
  const dirty = !readOnly && (current === null || written(current) !== stored)
  useUnsaved(dirty)

  // After a save or a reload the stored shares come back as a prop; a table without changes of its own follows them.
  useEffect(() => {
    if (dirty || applied === stored) return
    setApplied(stored)
    setDraft(allocationDraftOf(allocation))
    setSteps([])
  }, [dirty, applied, stored, allocation])

  const step = (next: AllocationDraft) => {
    if (next === draft) return
    setSteps([...steps.slice(1 - MOST_STEPS), draft])
    setDraft(next)
  }
  const undo = () => {
    const before = steps.at(-1)
    if (!before) return
    setDraft(before)
    setSteps(steps.slice(0, -1))
  }
  const submit = async () => {
    setChecked(true)
    if (!current) {
      requestAnimationFrame(() =>
        editor.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      )
      return
    }
    if (await run(save, current, t('saved'))) {
      setSteps([])
      setChecked(false)
    }
  }
  const shown = checked ? issues : []
  const left = place && leftOf(draft, place.row)
  const nothingToGive = left === null || left <= 0

  return (
    <Panel title={t('heading')} description={t('lead')}>
      <Stack gap="md" ref={editor}>
        {groups.length === 0 && (
          <Alert color="dai" icon={<IconInfoCircle aria-hidden />}>
            {t('noGroups')}
          </Alert>
        )}
        <Group justify="space-between" gap="xs" align="flex-start">
          <Text size="sm" c="ink.6" maw="46em">
            {t('receivedHelp')}
          </Text>
          <Text size="sm">{t('unit')}</Text>
        </Group>
        <AllocationGrid
          draft={draft}
          groups={groups}
          worthFen={worthFen}
          issues={shown}
          readOnly={readOnly}
          onShare={({ row, party }, text) => setDraft(withShare(draft, row, party, text))}
          onFocus={setPlace}
        />
        {!readOnly && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconArrowBarToRight size={16} aria-hidden />}
              title={t('takeRestHelp')}
              disabled={nothingToGive}
              onClick={() => place && step(withRest(draft, place.row, place.party))}
            >
              {t('takeRest')}
            </Button>
            {groups.length > 1 && (
              <Button
                variant="default"
                leftSection={<IconUsersGroup size={16} aria-hidden />}
                title={t('spreadRestHelp')}
                disabled={nothingToGive}
                onClick={() => place && step(withRestByPersons(draft, place.row, groups))}
              >
                {t('spreadRest')}
              </Button>
            )}
            {steps.length > 0 && (
              <Button variant="subtle" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={undo}>
                {t('undo')}
              </Button>
            )}
          </Group>
        )}
        {shown.length > 0 && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {t('issues', { n: shown.length })}
            <List size="sm">
              {shown.slice(0, 10).map(({ row, party, reason }) => (
                <List.Item key={`${row}-${party}`}>
                  {party === null
                    ? t('rowIssue', { row: rowName(row), issue: issueText(reason) ?? '' })
                    : t('issue', { party: nameOf(party), row: rowName(row), issue: issueText(reason) ?? '' })}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {refusal && (
          <Alert color="cinnabar" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {refusalText(refusal)}
          </Alert>
        )}
        {!readOnly && (
          <SaveRow onSave={submit} saving={saving} dirty={dirty} save={t('save')} unsaved={t('unsaved')} />
        )}
      </Stack>
    </Panel>
  )
}
