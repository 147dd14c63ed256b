'use client'

import { Alert, Anchor, Button, FileButton, Group, List, Stack, Text } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from './form/issue-text.tsx'
import type { FieldIssue, Save } from './save.ts'
import { useSaving } from './use-saving.tsx'

interface ImportPanelProps {
  /** The headings of the table, as the template has them. */
  readonly columns: readonly string[]
  readonly templateName: string
  readonly save: Save<string>
}

/** What a table file may weigh; the same bound stands in the shape the server checks. */
export const LARGEST_TABLE = 500_000

/** Excel in China writes CSV in GB 18030, everybody else in UTF-8. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A table from a CSV file: every bad cell is listed by row and column, and then nothing is taken. */
export function ImportPanel({ columns, templateName, save }: ImportPanelProps) {
  const t = useTranslations('workbench.import')
  const issueText = useIssueText()
  const saving = useSaving()
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const [tooLarge, setTooLarge] = useState(false)
  const take = async (file: File | null) => {
    if (!file) return
    setIssues([])
    setTooLarge(file.size > LARGEST_TABLE)
    if (file.size > LARGEST_TABLE) return
    const text = decode(await file.arrayBuffer())
    await saving.run(
      async (entry: string) => {
        const answer = await save(entry)
        if (!answer.ok) setIssues(answer.issues ?? [])
        return answer
      },
      text,
      t('done'),
    )
  }
  // The mark in front tells Excel that the file is UTF-8.
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.join(',')}\r\n`)}`
  return (
    <Stack gap="sm">
      <Text size="sm" c="ink.6">
        {t('hint', { columns: columns.join('、') })}
      </Text>
      <Group>
        <FileButton onChange={(file) => void take(file)} accept=".csv,text/csv">
          {(props) => (
            <Button
              {...props}
              variant="light"
              loading={saving.saving}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <Anchor href={template} download={templateName} size="sm">
          <IconDownload size={14} aria-hidden /> {t('template')}
        </Anchor>
      </Group>
      {tooLarge && (
        <Alert color="cinnabar" role="alert">
          {t('tooLarge')}
        </Alert>
      )}
      {issues.length > 0 && (
        <Alert color="cinnabar" role="alert" title={t('nothingTaken', { n: issues.length })}>
          <List size="sm">
            {issues.slice(0, 100).map(({ path, message }) => (
              <List.Item key={`${path.join('.')}-${message}`}>
                {t('badCell', {
                  row: path[0] ?? '',
                  column: path[1] ?? '',
                  reason: issueText(message) ?? '',
                })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}
