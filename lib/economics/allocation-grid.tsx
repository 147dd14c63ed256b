'use client'

import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { ALLOCATED_ROWS, type AllocatedRow, FIXED_PARTIES, isFixedParty } from './allocation.ts'
import { type AllocationDraft, leftOf, type ShareIssue } from './allocation-draft.ts'
import { useAmounts } from './amounts.tsx'
import styles from './cash-flow.module.css'
import { cellStep } from './cell-keys.ts'
import { type NamedGroup, usePartyNames } from './party-names.tsx'

export interface SharePlace {
  readonly row: AllocatedRow
  readonly party: string
}

interface AllocationGridProps {
  readonly draft: AllocationDraft
  readonly groups: readonly NamedGroup[]
  /** Present value of each row in fen; null where the flows cannot be appraised yet. */
  readonly worthFen: Readonly<Record<AllocatedRow, number>> | null
  readonly issues: readonly ShareIssue[]
  readonly readOnly: boolean
  onShare(place: SharePlace, text: string): void
  onFocus(place: SharePlace): void
}

/** Parties down, rows of the cash flow across, and below them what nobody was given. */
export function AllocationGrid({
  draft,
  groups,
  worthFen,
  issues,
  readOnly,
  onShare,
  onFocus,
}: AllocationGridProps) {
  const t = useTranslations('economics')
  const format = useFormatter()
  const issueText = useIssueText()
  const nameOf = usePartyNames(groups)
  const { wan } = useAmounts()
  const grid = useRef<HTMLTableElement>(null)
  const parties = [...groups.map(({ id }) => id), ...FIXED_PARTIES]

  const onKey = (event: KeyboardEvent<HTMLInputElement>, i: number, j: number) => {
    const move = cellStep(event)
    if (!move) return
    const next = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${i + move[0]}-${j + move[1]}"]`)
    next?.focus()
    next?.select()
    if (next || event.key === 'Enter') event.preventDefault()
  }
  const sizeOf = (party: string) => {
    const group = groups.find(({ id }) => id === party)
    return group && t('sharing.size', { households: group.households, persons: group.persons })
  }
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 4 })

  return (
    <div className={styles.scroll}>
      <table ref={grid} className={styles.table} aria-label={t('sharing.heading')}>
        <thead>
          <tr>
            <th scope="col">{t('sharing.party')}</th>
            {ALLOCATED_ROWS.map((row) => (
              <th key={row} scope="col">
                {t(`rows.${row}`)}
                {worthFen && (
                  <span className={styles.under}>{t('sharing.worth', { value: wan(worthFen[row]) })}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map((party, i) => (
            <tr key={party}>
              <th scope="row" className={styles.party}>
                {nameOf(party)}
                {!isFixedParty(party) && <span className={styles.under}>{sizeOf(party)}</span>}
              </th>
              {ALLOCATED_ROWS.map((row, j) => {
                const issue = issues.find(
                  (found) => found.row === row && (found.party === party || found.party === null),
                )
                return (
                  <td key={row} className={styles.share}>
                    <input
                      className={styles.cell}
                      data-cell={`${i}-${j}`}
                      aria-label={t('sharing.cell', { party: nameOf(party), row: t(`rows.${row}`) })}
                      aria-invalid={issue !== undefined}
                      title={issueText(issue?.reason)}
                      inputMode="decimal"
                      autoComplete="off"
                      readOnly={readOnly}
                      value={draft[row][party] ?? ''}
                      onChange={(event) => onShare({ row, party }, event.currentTarget.value)}
                      onKeyDown={(event) => onKey(event, i, j)}
                      onFocus={() => onFocus({ row, party })}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sharing.left')}</th>
            {ALLOCATED_ROWS.map((row) => {
              const left = leftOf(draft, row)
              return (
                <td
                  key={row}
                  data-left={left === null || left === 0 ? undefined : left < 0 ? 'over' : 'some'}
                >
                  {left === null ? (
                    '—'
                  ) : left === 0 ? (
                    <>
                      <IconCheck size={14} aria-hidden className={styles.mark} />
                      {t('sharing.nothingLeft')}
                    </>
                  ) : left < 0 ? (
                    t('sharing.over', { share: percent(-left) })
                  ) : (
                    percent(left)
                  )}
                  {worthFen && left !== null && left > 0 && (
                    <span className={styles.under}>{wan(worthFen[row] * left)}</span>
                  )}
                </td>
              )
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
