'use client'

import { Text, VisuallyHidden } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { ECONOMIC_VERDICTS, GOES_AHEAD } from '../scheme/decision-gate.ts'
import { RISK_LEVELS } from '../scheme/level-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './decision-matrix.module.css'
import type { Verdict } from './results.ts'

interface DecisionMatrixProps {
  readonly verdict: Verdict
  readonly gate: Scheme['decisionGate']
}

/** Economics down, stability across: every combination with the decisions it leaves open, the case's own marked. */
export function DecisionMatrix({ verdict, gate }: DecisionMatrixProps) {
  const t = useTranslations('verdict')
  const locale = useLocale()
  const given = verdict.status === 'given' ? verdict : null
  const reason = given && gate[given.level][given.economic].reason
  return (
    <Panel title={t('matrix.heading')} description={t('matrix.explain')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{t('matrix.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t('matrix.corner')}
              </th>
              {RISK_LEVELS.map((level) => (
                <th key={level} scope="col">
                  <span className={styles.wide}>
                    <LevelBadge level={level} />
                  </span>
                  <span className={styles.narrow}>{t(`levels.${level}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ECONOMIC_VERDICTS.map((economic) => (
              <tr key={economic}>
                <th scope="row">{t(`economic.${economic}`)}</th>
                {RISK_LEVELS.map((level) => {
                  const { decisions } = gate[level][economic]
                  const here = given?.level === level && given.economic === economic
                  return (
                    <td
                      key={level}
                      className={styles.cell}
                      data-ahead={decisions.some((decision) => GOES_AHEAD.includes(decision)) || undefined}
                      data-here={here || undefined}
                    >
                      {here && (
                        <span className={styles.here}>
                          <IconMapPin size={13} aria-hidden />
                          {t('matrix.here')}
                        </span>
                      )}
                      <ul>
                        {decisions.map((decision) => (
                          <li key={decision}>{t(`decisions.${decision}`)}</li>
                        ))}
                      </ul>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="sm" mt="sm" c={reason ? undefined : 'ink.6'}>
        {reason ? (locale === 'en' ? reason.en : reason.zh) : t('matrix.unplaced')}
      </Text>
    </Panel>
  )
}
