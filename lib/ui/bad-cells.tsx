import { Alert, List, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useIssueText } from './form/issue-text.tsx'
import type { FieldIssue } from './save.ts'

/** As many as somebody corrects in one go. */
const SHOWN = 100

/** The bad cells of a table that was therefore not taken, by row and column. */
export function BadCells({ issues }: { readonly issues: readonly FieldIssue[] }) {
  const t = useTranslations('workbench.import')
  const issueText = useIssueText()
  if (issues.length === 0) return null
  return (
    <Alert color="cinnabar" role="alert" title={t('nothingTaken', { n: issues.length })}>
      <List size="sm">
        {issues.slice(0, SHOWN).map(({ path, message }) => (
          <List.Item key={`${path.join('.')}-${message}`}>
            {t('badCell', { row: path[0] ?? '', column: path[1] ?? '', reason: issueText(message) ?? '' })}
          </List.Item>
        ))}
      </List>
      {issues.length > SHOWN && <Text size="sm">{t('more', { n: issues.length - SHOWN })}</Text>}
    </Alert>
  )
}
