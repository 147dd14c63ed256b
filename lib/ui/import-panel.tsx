'use client'

import { Alert, Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LARGEST_TABLE, TABLE_KINDS, type TableFile } from '../table-file.ts'
import { BadCells } from './bad-cells.tsx'
import type { FieldIssue, Looked, Save } from './save.ts'
import { useSaving } from './use-saving.tsx'

interface ImportPanelProps<Found> {
  /** The headings of the table, as the template has them. */
  readonly columns: readonly string[]
  readonly templateName: string
  /** Where the template is; a CSV of the headings when left out. */
  readonly templateHref?: string
  readonly save: Save<TableFile>
  /** What the file would bring, shown before it is taken; without it a good file is taken at once. */
  readonly preview?: {
    readonly look: (file: TableFile) => Promise<Looked<Found>>
    readonly show: (found: Found) => ReactNode
    readonly takeLabel?: (found: Found) => string
    /** Taking it removes something that is there. */
    readonly loses?: (found: Found) => boolean
  }
}

/** A table from a CSV file or a workbook: every bad cell is listed by row and column, and then nothing is taken. */
export function ImportPanel<Found>(props: ImportPanelProps<Found>) {
  const { columns, save, preview } = props
  const t = useTranslations('workbench.import')
  const saving = useSaving()
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const [tooLarge, setTooLarge] = useState(false)
  const [seen, setSeen] = useState<{ readonly file: TableFile; readonly found: Found } | null>(null)
  const take = async (file: TableFile) => {
    const taken = await saving.run(
      async (entry: TableFile) => {
        const answer = await save(entry)
        if (!answer.ok) setIssues(answer.issues ?? [])
        return answer
      },
      file,
      t('done'),
    )
    if (taken) setSeen(null)
  }
  const look = async (file: TableFile) => {
    if (!preview) return take(file)
    await saving.run(
      async (entry: TableFile) => {
        const answer = await preview.look(entry)
        if (answer.ok) setSeen({ file: entry, found: answer.value })
        else setIssues(answer.issues ?? [])
        return answer
      },
      file,
      null,
    )
  }
  const choose = async (file: File | null) => {
    if (!file) return
    setIssues([])
    setSeen(null)
    setTooLarge(file.size > LARGEST_TABLE)
    if (file.size > LARGEST_TABLE) return
    await look({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="ink.6">
        {t('hint', { columns: columns.join('、') })}
      </Text>
      <Group>
        <FileButton onChange={(file) => void choose(file)} accept={TABLE_KINDS}>
          {(button) => (
            <Button
              {...button}
              variant="light"
              loading={saving.saving && !seen}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <TemplateLink {...props} />
      </Group>
      {tooLarge && (
        <Alert color="cinnabar" role="alert">
          {t('tooLarge')}
        </Alert>
      )}
      <BadCells issues={issues} />
      {seen && preview && (
        <Alert color="dai" role="status" title={t('preview', { name: seen.file.name })}>
          <Stack gap="sm">
            <Text size="sm">{t('previewLead')}</Text>
            {preview.show(seen.found)}
            <Group>
              <Button
                loading={saving.saving}
                onClick={() => void take(seen.file)}
                {...(preview.loses?.(seen.found) ? { color: 'cinnabar' } : {})}
              >
                {preview.takeLabel?.(seen.found) ?? t('take')}
              </Button>
              <Button variant="subtle" color="ink" disabled={saving.saving} onClick={() => setSeen(null)}>
                {t('leave')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}

function TemplateLink<Found>({ columns, templateName, templateHref }: ImportPanelProps<Found>) {
  const t = useTranslations('workbench.import')
  // The mark in front tells Excel that the file is UTF-8.
  const headings = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.join(',')}\r\n`)}`
  return (
    <Anchor href={templateHref ?? headings} download={templateName} size="sm">
      <IconDownload size={14} aria-hidden /> {t('template')}
    </Anchor>
  )
}
