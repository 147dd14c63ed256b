'use client'

import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { useAmounts } from './amounts.tsx'
import styles from './cash-flow.module.css'
import { type CashFlowDraft, type DraftIssue, netOf, totalOf } from './cash-flow-draft.ts'
import { CASH_FLOW_ROWS, type CashFlowRow } from './cash-flow-table.ts'
import { cellStep } from './cell-keys.ts'
import { pastedCells } from './pasted-table.ts'

export interface Place {
  readonly year: number
  readonly column: CashFlowRow
}

interface CashFlowGridProps {
  readonly draft: CashFlowDraft
  readonly issues: readonly DraftIssue[]
  readonly readOnly: boolean
  onCell(place: Place, text: string): void
  onPaste(place: Place, cells: string[][]): void
  onFillDown(place: Place): void
  onFocus(place: Place): void
}

/** Years down, rows of the table across; moves like a spreadsheet, reads like a table. */
export function CashFlowGrid({
  draft,
  issues,
  readOnly,
  onCell,
  onPaste,
  onFillDown,
  onFocus,
}: CashFlowGridProps) {
  const t = useTranslations('economics')
  const issueText = useIssueText()
  const { wan } = useAmounts()
  const grid = useRef<HTMLTableElement>(null)

  const focus = (year: number, column: number) => {
    const input = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${year}-${column}"]`)
    input?.focus()
    input?.select()
    return input !== null && input !== undefined
  }

  const onKey = (event: KeyboardEvent<HTMLInputElement>, place: Place) => {
    const column = CASH_FLOW_ROWS.indexOf(place.column)
    const move = cellStep(event)
    if (move) {
      if (focus(place.year + move[0], column + move[1]) || event.key === 'Enter') event.preventDefault()
    } else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && !readOnly) {
      event.preventDefault()
      onFillDown(place)
    }
  }

  const onPasted = (event: ClipboardEvent<HTMLInputElement>, place: Place) => {
    const text = event.clipboardData.getData('text/plain')
    if (readOnly || !/[\t\n\r]/.test(text.trimEnd())) return
    event.preventDefault()
    onPaste(place, pastedCells(text))
  }

  let cumulative: number | null = 0
  return (
    <div className={styles.scroll}>
      <table ref={grid} className={styles.table} aria-label={t('table.heading')}>
        <thead>
          <tr>
            <th scope="col">{t('table.year')}</th>
            {CASH_FLOW_ROWS.map((column) => (
              <th key={column} scope="col">
                {t(`rows.${column}`)}
              </th>
            ))}
            <th scope="col">{t('table.net')}</th>
            <th scope="col">{t('table.cumulative')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.years.map((row, i) => {
            const year = draft.firstYear + i
            const net = netOf(row)
            cumulative = net === null || cumulative === null ? null : cumulative + net
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                {CASH_FLOW_ROWS.map((column, j) => {
                  const issue = issues.find((found) => found.year === i && found.column === column)
                  const place = { year: i, column }
                  return (
                    <td key={column}>
                      <input
                        className={styles.cell}
                        data-cell={`${i}-${j}`}
                        aria-label={t('table.cell', { year: String(year), row: t(`rows.${column}`) })}
                        aria-invalid={issue !== undefined}
                        title={issueText(issue?.reason)}
                        inputMode="decimal"
                        autoComplete="off"
                        readOnly={readOnly}
                        value={row[column]}
                        onChange={(event) => onCell(place, event.currentTarget.value)}
                        onKeyDown={(event) => onKey(event, place)}
                        onPaste={(event) => onPasted(event, place)}
                        onFocus={() => onFocus(place)}
                      />
                    </td>
                  )
                })}
                <td className={styles.derived}>{net === null ? '—' : wan(net)}</td>
                <td className={styles.derived}>{cumulative === null ? '—' : wan(cumulative)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('table.total')}</th>
            {CASH_FLOW_ROWS.map((column) => {
              const total = totalOf(draft, column)
              return <td key={column}>{total === null ? '—' : wan(total)}</td>
            })}
            <td>{cumulative === null ? '—' : wan(cumulative)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
