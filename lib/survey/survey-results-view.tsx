'use client'

import { Alert, Button, Divider, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import type { Result } from '../result.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Day } from '../ui/day.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import type { CredibilityReport } from './credibility/check.ts'
import { CredibilityPanel } from './credibility-panel.tsx'
import { CrossTablePanel, type CrossTablePanelProps } from './cross-table/cross-table-panel.tsx'
import { crossDimensions } from './cross-table/dimensions.ts'
import type { WeightedEstimates } from './estimates.ts'
import { EstimatesPanel } from './estimates-panel.tsx'
import { ExportPanel } from './export/export-panel.tsx'
import type { Fieldwork } from './fieldwork.ts'
import { FieldworkPanel } from './fieldwork-panel.tsx'
import { IndexTable } from './index-table.tsx'
import { OpenAnswers } from './open-answers.tsx'
import type { OpenAnswer } from './open-text.ts'
import { OppositionTable } from './opposition-table.tsx'
import { numberOf, type Questionnaire } from './questionnaire.ts'
import { QuestionResultView } from './result-faces/question-result-view.tsx'
import type { ShownResults } from './shown-results.ts'

interface SurveyResultsViewProps {
  readonly questionnaire: Questionnaire
  readonly results: ShownResults
  readonly fieldwork: Fieldwork
  readonly estimates: WeightedEstimates
  readonly publishedOn: string | null
  readonly closedOn: string | null
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** Null where nothing was checked; as shown-findings.ts leaves it. */
  readonly credibility: Result<CredibilityReport> | null
  /** So few answered that a finding would tell what one of them said. */
  readonly credibilityWithheld: boolean
  /** k: what fewer people answered is not shown. */
  readonly fewest: number
  readonly openAnswers: readonly OpenAnswer[]
  readonly exportHref: string
  readonly pageHref: string
  readonly crossed: CrossTablePanelProps['asked']
  /** Null for whoever may not, and for a survey that another one has followed. */
  readonly startNew: Save<null> | null
}

/** Below this many answers the interval around 50 % is wider than ±17 points: a share is then no more than a hint. */
const FEW = 30

/**
 * A closed survey: indices with what they are made of, opposition by group, every question, every word. All of it goes to the
 * browser, so nothing is handed over here that is not to be seen.
 */
export function SurveyResultsView({
  questionnaire,
  results,
  fieldwork,
  estimates,
  publishedOn,
  closedOn,
  groups,
  credibility,
  credibilityWithheld,
  fewest,
  openAnswers,
  exportHref,
  pageHref,
  crossed,
  startNew,
}: SurveyResultsViewProps) {
  const t = useTranslations('survey.results')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const ask = (begin: Save<null>) =>
    confirm({
      title: t('startNewTitle'),
      body: t('startNewText'),
      confirmLabel: t('startNewConfirm'),
      cancelLabel: t('cancel'),
      onConfirm: () => void run(begin, null, t('started')),
    })
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? id
  const place = (groupId: string) => groups.findIndex((group) => group.id === groupId)
  const inOrder = results.opposition.toSorted((a, b) => place(a.groupId) - place(b.groupId))
  const titleOf = (id: string) => questionnaire.questions.find((question) => question.id === id)?.title ?? ''
  return (
    <>
      <Panel
        title={t('heading')}
        description={
          publishedOn &&
          closedOn &&
          t.rich('dates', { from: () => <Day value={publishedOn} />, to: () => <Day value={closedOn} /> })
        }
        aside={
          startNew && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={18} aria-hidden />}
              loading={saving}
              onClick={() => ask(startNew)}
            >
              {t('startNew')}
            </Button>
          )
        }
      >
        <Stack gap="md">
          <Text fw={600} fz="lg">
            {t('responses', { n: results.responses })}
          </Text>
          {results.responses === 0 ? (
            <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
              {t('none')}
            </Alert>
          ) : (
            <>
              {results.responses < FEW && (
                <Alert color="ochre" icon={<IconAlertTriangle aria-hidden />}>
                  {t('few', { n: results.responses })}
                </Alert>
              )}
              <IndexTable questionnaire={questionnaire} indices={results.indices} fewest={fewest} />
              <Text size="sm" c="ink.6">
                <IconInfoCircle size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('interval')}
              </Text>
            </>
          )}
        </Stack>
      </Panel>
      <FieldworkPanel work={fieldwork} />
      {results.responses > 0 && (
        <>
          {results.opposition.length > 0 && (
            <Panel title={t('opposition')}>
              <OppositionTable groups={inOrder} nameOf={nameOf} />
            </Panel>
          )}
          <EstimatesPanel estimates={estimates} nameOf={nameOf} fewest={fewest} />
          <CredibilityPanel credibility={credibility} withheld={credibilityWithheld} />
          <Panel title={t('questions')}>
            <Stack gap="xl">
              {results.questions.map((shown, i) => {
                const question = questionnaire.questions.find(({ id }) => id === shown.questionId)
                return (
                  question && (
                    <Fragment key={question.id}>
                      {i > 0 && <Divider />}
                      <QuestionResultView
                        question={question}
                        shown={shown}
                        responses={results.responses}
                        fewest={fewest}
                      />
                    </Fragment>
                  )
                )
              })}
            </Stack>
          </Panel>
          <CrossTablePanel
            href={pageHref}
            dimensions={crossDimensions(questionnaire)}
            asked={crossed}
            fewest={fewest}
          />
          <ExportPanel href={exportHref} fewest={fewest} />
          {openAnswers.length > 0 && (
            <Panel title={t('texts')} description={t('textsNote')}>
              <Stack gap="xl">
                {openAnswers.map((answer) => (
                  <OpenAnswers
                    key={answer.key}
                    n={numberOf(questionnaire, answer.questionId) ?? 0}
                    title={titleOf(answer.questionId)}
                    answer={answer}
                    href={pageHref}
                    fewest={fewest}
                  />
                ))}
              </Stack>
            </Panel>
          )}
        </>
      )}
    </>
  )
}
