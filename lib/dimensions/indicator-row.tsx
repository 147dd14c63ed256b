'use client'

import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useDay } from '../ui/day.tsx'
import classes from './dimensions.module.css'
import type { Finding } from './finding.ts'
import { GradeMark } from './grade-mark.tsx'
import type { Indicator } from './indicators.ts'

interface IndicatorRowProps {
  readonly indicator: Indicator
  /** Its place within the dimension, from 1. */
  readonly number: number
  readonly finding: Finding | null
  readonly open: boolean
  /** It was opened by the keyboard's way through the list, so it must be brought into sight. */
  readonly reveal: boolean
  readonly onToggle: () => void
  /** The form, or the text for readers; made only while the row is open. */
  readonly children: () => ReactNode
}

export function useIndicatorName(): (indicator: Indicator) => string {
  const locale = useLocale()
  return (indicator) => (locale === 'en' ? indicator.en : indicator.zh)
}

/** One indicator: a line that says how it stands, and opens for the entry. */
export function IndicatorRow({
  indicator,
  number,
  finding,
  open,
  reveal,
  onToggle,
  children,
}: IndicatorRowProps) {
  const t = useTranslations('dimensions')
  const nameOf = useIndicatorName()
  const dayOf = useDay()
  const panelId = useId()
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open || !reveal) return
    head.current?.focus({ preventScroll: true })
    head.current?.scrollIntoView({ block: 'center' })
  }, [open, reveal])
  return (
    <li className={classes.row} data-open={open}>
      <UnstyledButton
        ref={head}
        className={classes.rowHead}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={onToggle}
      >
        <span className={classes.number}>{number}</span>
        <span className={classes.name}>
          {nameOf(indicator)}
          {finding && !open && <span className={classes.excerpt}>{finding.evidence}</span>}
        </span>
        <span className={classes.rowState}>
          <GradeMark grade={finding?.grade ?? null} />
          {finding && (
            <Text component="span" size="xs" c="ink.6">
              {t('scoredBy', { name: finding.scorerName, day: dayOf(finding.scoredOn, 'short') })}
            </Text>
          )}
        </span>
        <IconChevronDown size={18} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <section id={panelId} aria-label={nameOf(indicator)} hidden={!open} className={classes.rowBody}>
        {open && children()}
      </section>
    </li>
  )
}

/** A finding for those who may not change it. */
export function FindingText({ finding }: { finding: Finding | null }) {
  const t = useTranslations('dimensions')
  if (!finding) return <Text c="ink.6">{t('missing')}</Text>
  return (
    <>
      <Text size="sm" c="ink.6">
        {t('evidence')}
      </Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{finding.evidence}</Text>
    </>
  )
}
