'use client'

import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core'
import { IconArrowNarrowRight, IconFlame, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { AppLink } from '../ui/app-link.tsx'
import { degreeOf, riskDegree } from './composite-index.ts'
import { DegreeMark } from './degree-badge.tsx'
import type { RiskFactor } from './factor.ts'
import styles from './factor-list.module.css'
import { useRiskWords } from './scheme-words.tsx'

export interface LiveDisputes {
  readonly byFactor: Readonly<Record<string, number>>
  readonly href: string
}

interface FactorListProps {
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
  readonly hrefOf: (factorId: string) => string
  /** Disputes without an agreement by factor, and the page they are on. */
  readonly alive: LiveDisputes
  readonly mayScore: boolean
  readonly mayEdit: boolean
  onRemove(factor: RiskFactor): void
}

/** All factors with what they are worth before and after the measures. Wide: columns; narrow: cards. */
export function FactorList({ factors, scheme, hrefOf, alive, mayScore, mayEdit, onRemove }: FactorListProps) {
  const t = useTranslations('risk.list')
  return (
    <div>
      <div className={styles.columns} aria-hidden>
        <span className={styles.number}>{t('number')}</span>
        <span>{t('name')}</span>
        <span>{t('weight')}</span>
        <span>{t('probability')}</span>
        <span>{t('impact')}</span>
        <span>{t('degree')}</span>
        <span>{t('measures')}</span>
        <span />
      </div>
      <ol className={styles.list}>
        {factors.map((factor, i) => (
          <FactorRow
            key={factor.id}
            n={i + 1}
            factor={factor}
            scheme={scheme}
            href={hrefOf(factor.id)}
            alive={alive}
            mayScore={mayScore}
            mayEdit={mayEdit}
            onRemove={onRemove}
          />
        ))}
      </ol>
    </div>
  )
}

interface FactorRowProps
  extends Pick<FactorListProps, 'alive' | 'scheme' | 'mayScore' | 'mayEdit' | 'onRemove'> {
  readonly n: number
  readonly factor: RiskFactor
  readonly href: string
}

function FactorRow({ n, factor, scheme, href, alive, mayScore, mayEdit, onRemove }: FactorRowProps) {
  const t = useTranslations('risk')
  const { entered } = useRiskWords(scheme)
  const initial = riskDegree(factor.initialProbability, factor.initialImpact)
  const residual = riskDegree(factor.residualProbability, factor.residualImpact)
  const disputes = alive.byFactor[factor.id] ?? 0
  return (
    <li className={styles.row}>
      <span className={styles.number} aria-hidden>
        {n}
      </span>
      <div className={styles.name}>
        <div className={styles.sub}>{factor.category}</div>
        <AppLink href={href} className={styles.link}>
          {factor.name}
        </AppLink>
        <div className={styles.sub}>
          {factor.phases.map((phase) => t(`phases.${phase}`)).join(t('list.separator'))}
        </div>
        {disputes > 0 && (
          <Badge
            component={AppLink}
            href={alive.href}
            color="cinnabar"
            variant="light"
            mt={4}
            leftSection={<IconFlame size={13} aria-hidden />}
          >
            {t('list.disputes', { n: disputes })}
          </Badge>
        )}
      </div>
      <Cell label={t('list.weight')} place={styles.weight}>
        {entered(factor.weight)}
      </Cell>
      <Cell label={t('list.probability')}>
        <Change from={entered(factor.initialProbability)} to={entered(factor.residualProbability)} />
      </Cell>
      <Cell label={t('list.impact')}>
        <Change from={entered(factor.initialImpact)} to={entered(factor.residualImpact)} />
      </Cell>
      <Cell label={t('list.degree')} place={styles.wide}>
        <span className={styles.stages}>
          <Degree degree={initial} scheme={scheme} />
          {residual !== initial && <Degree degree={residual} scheme={scheme} after />}
        </span>
      </Cell>
      <Cell label={t('list.measures')} place={styles.measures}>
        {factor.measures.length > 0 ? (
          t('list.measureCount', { n: factor.measures.length })
        ) : (
          <Text span size="sm" c="ochre.7">
            {t('list.noMeasures')}
          </Text>
        )}
      </Cell>
      <div className={styles.tools}>
        {mayScore && (
          <Tooltip label={t('list.edit')}>
            <ActionIcon
              component={AppLink}
              href={href}
              variant="subtle"
              color="ink"
              size={38}
              aria-label={t('list.editNamed', { name: factor.name })}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {mayEdit && (
          <Tooltip label={t('list.remove')}>
            <ActionIcon
              variant="subtle"
              color="ink"
              size={38}
              aria-label={t('list.removeNamed', { name: factor.name })}
              onClick={() => onRemove(factor)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  )
}

function Cell({
  label,
  place,
  children,
}: {
  label: string
  place?: string | undefined
  children: ReactNode
}) {
  return (
    <div className={place}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  )
}

/** Before → after; one value where nothing changes. */
function Change({ from, to }: { from: string; to: string }) {
  return from === to ? (
    <span>{from}</span>
  ) : (
    <span className={styles.pair}>
      <span>{from}</span>
      <Arrow />
      <span>{to}</span>
    </span>
  )
}

function Arrow() {
  const t = useTranslations('risk.stage')
  return <IconArrowNarrowRight size={16} className={styles.arrow} aria-label={t('residual')} role="img" />
}

/** R and its band; the one after the measures stands behind an arrow. */
function Degree({ degree, scheme, after = false }: { degree: number; scheme: Scheme; after?: boolean }) {
  const { computed } = useRiskWords(scheme)
  const bounds = scheme.riskDegreeBands.bands.map((band) => band.upTo)
  return (
    <span className={styles.stage}>
      {after && <Arrow />}
      <span>{computed(degree, bounds)}</span>
      <DegreeMark degree={degreeOf(degree, scheme)} scheme={scheme} />
    </span>
  )
}
