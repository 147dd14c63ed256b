'use client'

import { Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { quantileOfSorted } from '../statistics/descriptive.ts'
import { riskDegree } from './composite-index.ts'
import classes from './expert-spread.module.css'
import type { ExpertPanel, PanelStage } from './experts.ts'
import type { RiskFactor } from './factor.ts'
import { useRiskWords } from './scheme-words.tsx'

interface ExpertSpreadProps {
  readonly panel: ExpertPanel
  readonly factors: readonly RiskFactor[]
  readonly scheme: Scheme
}

const STAGES = ['initial', 'residual'] as const

/** Where the experts put each factor, and where the office did: points on a line from 0 to 1. */
export function ExpertSpread({ panel, factors, scheme }: ExpertSpreadProps) {
  const t = useTranslations('experts')
  const { computed } = useRiskWords(scheme)
  return (
    <>
      <Text size="sm" c="ink.6" mb="xs">
        <span className={`${classes.expert} ${classes.key}`} aria-hidden /> {t('spread.expert')}
        <span style={{ display: 'inline-block', width: 20 }} />
        <span className={`${classes.office} ${classes.key}`} aria-hidden /> {t('spread.office')}
      </Text>
      <Table.ScrollContainer
        minWidth={760}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('spread.heading') },
        }}
      >
        <Table verticalSpacing={6} tabularNums aria-label={t('spread.heading')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('factor')}</Table.Th>
              <Table.Th>{t('spread.stage')}</Table.Th>
              <Table.Th w="36%">{t('spread.line')}</Table.Th>
              <Table.Th ta="right">{t('spread.office')}</Table.Th>
              <Table.Th ta="right">{t('spread.median')}</Table.Th>
              <Table.Th ta="right">{t('spread.range')}</Table.Th>
              <Table.Th ta="right">{t('spread.n')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {factors.map((factor) =>
              STAGES.map((stage) => {
                const degrees = degreesOf(panel, factor.id, stage)
                const office = riskDegree(factor[`${stage}Probability`], factor[`${stage}Impact`])
                const [low, high] = [degrees[0], degrees.at(-1)]
                return (
                  <Table.Tr key={`${factor.id} ${stage}`}>
                    {stage === 'initial' && (
                      <Table.Th scope="rowgroup" rowSpan={2} fw={400}>
                        {factor.name}
                      </Table.Th>
                    )}
                    <Table.Td>{t(stage)}</Table.Td>
                    <Table.Td>
                      <Line degrees={degrees} office={office} />
                    </Table.Td>
                    <Table.Td ta="right">{computed(office)}</Table.Td>
                    <Table.Td ta="right">
                      {low === undefined ? '—' : computed(quantileOfSorted(degrees, 0.5))}
                    </Table.Td>
                    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                      {low === undefined || high === undefined ? '—' : `${computed(low)}–${computed(high)}`}
                    </Table.Td>
                    <Table.Td ta="right">{degrees.length}</Table.Td>
                  </Table.Tr>
                )
              }),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function degreesOf(panel: ExpertPanel, factorId: string, stage: PanelStage): number[] {
  return (panel[factorId]?.[stage] ?? [])
    .flatMap((judgement) => (judgement ? riskDegree(judgement.probability, judgement.impact) : []))
    .toSorted((a, b) => a - b)
}

const at = (degree: number) => ({ left: `${degree * 100}%` })

function Line({ degrees, office }: { readonly degrees: readonly number[]; readonly office: number }) {
  const [low, high] = [degrees[0], degrees.at(-1)]
  return (
    <div className={classes.strip} aria-hidden>
      {low !== undefined && high !== undefined && (
        <span className={classes.span} style={{ ...at(low), width: `${(high - low) * 100}%` }} />
      )}
      {degrees.map((degree, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no name of their own
        <span key={i} className={classes.expert} style={at(degree)} />
      ))}
      <span className={classes.office} style={at(office)} />
    </div>
  )
}
