'use client'

import { Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import type { CaseFile } from '../assessment/case-file.ts'
import { useAmounts } from '../economics/amounts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { type CaseWords, useCaseWords } from './case-words.tsx'
import classes from './difference.module.css'
import type { ChangedFigure, ChangedValue, Difference, DifferencePart } from './difference.ts'

/** Changes of one part beyond this many are counted only: nobody reads them on a screen. */
const SHOWN = 200

interface DifferenceViewProps {
  readonly difference: Difference
  /** The two cases, for the names of what changed. */
  readonly cases: readonly [CaseFile, CaseFile]
  /** What the two states are called. */
  readonly before: string
  readonly after: string
}

/** What was changed between two states of a case, before and after side by side: inputs first, then the figures that follow. */
export function DifferenceView({ difference, cases, before, after }: DifferenceViewProps) {
  const t = useTranslations('approval.difference')
  const words = useCaseWords(cases)
  const { inputs, figures, further } = difference
  const count = inputs.reduce((sum, { changes }) => sum + changes.length, 0)
  if (count === 0 && figures.length === 0 && further === 0)
    return (
      <Panel>
        <EmptyState title={t('none')} />
      </Panel>
    )
  const heads = { before, after }
  return (
    <>
      {figures.length + further > 0 && (
        <Panel title={t('figures', { count: figures.length })}>
          {figures.length > 0 && <Figures figures={figures} words={words} heads={heads} />}
          {further > 0 && (
            <Text size="sm" c="ink.6" mt="sm">
              {t('further', { n: further })}
            </Text>
          )}
        </Panel>
      )}
      {count > 0 && (
        <Panel title={t('inputs', { count })}>
          {inputs.map(({ part, changes }) => (
            <section key={part} aria-label={t(`parts.${part}`)} className={classes.part}>
              <Text fw={600}>{t(`parts.${part}`)}</Text>
              <Inputs part={part} changes={changes} words={words} heads={heads} />
            </section>
          ))}
        </Panel>
      )}
    </>
  )
}

interface Heads {
  readonly before: string
  readonly after: string
}

function Row({
  name,
  heads,
  before,
  after,
}: {
  readonly name: string
  readonly heads: Heads
  readonly before: string
  readonly after: string
}) {
  return (
    <div className={classes.row}>
      <div className={classes.name}>{name}</div>
      <div className={classes.side}>
        <span className={classes.head}>{heads.before}</span>
        <del className={classes.before}>{before}</del>
      </div>
      <div className={classes.side}>
        <span className={classes.head}>{heads.after}</span>
        <ins className={classes.after}>{after}</ins>
      </div>
    </div>
  )
}

/** The heads once, over the columns; on a phone each value carries its own. */
function Head({ heads }: { readonly heads: Heads }) {
  const t = useTranslations('approval.difference')
  return (
    <div className={classes.heads} aria-hidden>
      <span>{t('path')}</span>
      <span>{heads.before}</span>
      <span>{heads.after}</span>
    </div>
  )
}

function Inputs({
  part,
  changes,
  words,
  heads,
}: {
  readonly part: DifferencePart
  readonly changes: readonly ChangedValue[]
  readonly words: CaseWords
  readonly heads: Heads
}) {
  const t = useTranslations('approval.difference')
  const owners = new Map<string, ChangedValue[]>()
  for (const change of changes.slice(0, SHOWN)) {
    const owner = words.owner(part, change.trail)
    owners.set(owner, [...(owners.get(owner) ?? []), change])
  }
  return (
    <>
      <Head heads={heads} />
      {[...owners].map(([owner, some]) => (
        <div key={owner}>
          {owner !== '' && <div className={classes.owner}>{owner}</div>}
          {some.map(({ trail, before, after }) => {
            const name = words.field(part, trail)
            return (
              <Row
                key={`${name} ${String(before)} ${String(after)}`}
                name={name || t(`parts.${part}`)}
                heads={heads}
                before={words.value(trail, before)}
                after={words.value(trail, after)}
              />
            )
          })}
        </div>
      ))}
      {changes.length > SHOWN && (
        <Text size="sm" c="ink.6" mt="sm">
          {t('more', { n: changes.length - SHOWN })}
        </Text>
      )}
    </>
  )
}

function Figures({
  figures,
  words,
  heads,
}: {
  readonly figures: readonly ChangedFigure[]
  readonly words: CaseWords
  readonly heads: Heads
}) {
  const t = useTranslations('approval.difference.keyFigures')
  const dimensions = useTranslations('dimensions.names')
  const value = useFigureValue()
  const name = ({ name: figure, of }: ChangedFigure) => {
    if (of === null) return t(figure)
    const dimension = of as Parameters<typeof dimensions>[0]
    return figure === 'dimension' ? dimensions(dimension) : `${words.nameOf(of)}：${t(figure)}`
  }
  return (
    <>
      <Head heads={heads} />
      {figures.map((figure) => (
        <Row
          key={`${figure.name} ${figure.of}`}
          name={name(figure)}
          heads={heads}
          before={value(figure, figure.before)}
          after={value(figure, figure.after)}
        />
      ))}
    </>
  )
}

function useFigureValue() {
  const t = useTranslations('approval.difference')
  const verdict = useTranslations('verdict')
  const conclusions = useTranslations('dimensions.conclusions')
  const format = useFormatter()
  const { wan, percent, fixed } = useAmounts()
  return ({ name }: ChangedFigure, value: ChangedFigure['before']): string => {
    if (value === undefined) return t('absent')
    if (value === null) return t('notGiven')
    const listed = (word: (one: string) => string) =>
      format.list(String(value).split(' ').filter(Boolean).map(word), { type: 'conjunction' })
    switch (name) {
      case 'initialLevel':
      case 'residualLevel':
        return verdict(`levels.${value as 'low'}`)
      case 'economic':
        return verdict(`economic.${value as 'pass'}`)
      case 'decisions':
        return listed((one) => verdict(`decisions.${one as 'defer'}`))
      case 'missing':
        return listed((one) => verdict(`missing.items.${one as 'groups'}`))
      case 'dimension':
        return conclusions(value as 'passes')
      case 'initialIndex':
      case 'residualIndex':
      case 'initialDegree':
      case 'residualDegree':
      case 'ebcr':
        return fixed(Number(value), 3)
      case 'satisfaction':
      case 'support':
      case 'confidence':
      case 'opposition':
      case 'oppositionOf':
        return percent(Number(value), 1)
      case 'eirr':
      case 'firr':
        return percent(Number(value), 2)
      case 'enpv':
      case 'fnpv':
      case 'netOf':
      case 'unallocated':
        return t('wan', { amount: wan(Number(value)) })
      case 'payback':
        return t('years', { n: fixed(Number(value), 1) })
      case 'flagged':
        return t(value === 'yes' ? 'yes' : 'no')
      case 'responses':
        return format.number(Number(value))
    }
  }
}
