'use client'

import { Anchor, Badge, Table, Text } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { useDay } from '../ui/day.tsx'
import { Panel } from '../ui/panel.tsx'
import type { SurveyListing } from './survey-listing.ts'
import type { SurveyState } from './survey-record.ts'

const COLOR = {
  draft: 'ink',
  published: 'dai',
  closing: 'ochre',
  closed: 'pine',
} as const satisfies Record<SurveyState, string>

interface SurveyListProps {
  /** The first one first. */
  readonly surveys: readonly SurveyListing[]
  readonly latestHref: string
  /** Where closed surveys before the latest are read; the id is added. */
  readonly earlierHref: string
}

/** Every survey of the assessment with its days and how many answered; the latest one counts. */
export function SurveyList({ surveys, latestHref, earlierHref }: SurveyListProps) {
  const t = useTranslations('survey.list')
  const day = useDay()
  const format = useFormatter()
  const latest = surveys.at(-1)
  const hrefOf = ({ id }: SurveyListing) =>
    id === latest?.id ? latestHref : `${earlierHref}/${encodeURIComponent(id)}`
  return (
    <Panel title={t('heading')}>
      {surveys.length === 0 ? (
        <Text c="ink.6">{t('none')}</Text>
      ) : (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('heading') } }}
        >
          <Table tabularNums verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('survey')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th ta="right">{t('answers')}</Table.Th>
                <Table.Th>{t('begun')}</Table.Th>
                <Table.Th>{t('published')}</Table.Th>
                <Table.Th>{t('closed')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {surveys.toReversed().map((survey) => (
                <Table.Tr key={survey.id}>
                  <Table.Th scope="row" fw={500}>
                    <Anchor component={AppLink} href={hrefOf(survey)}>
                      {t('nth', { n: survey.ordinal })}
                    </Anchor>
                    <Text size="sm" c="ink.6" fw={400}>
                      {survey.title}
                    </Text>
                  </Table.Th>
                  <Table.Td>
                    <Badge variant="light" color={COLOR[survey.state]}>
                      {t(`states.${survey.state}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td ta="right">{format.number(survey.answers)}</Table.Td>
                  <Table.Td>{day(survey.begunOn)}</Table.Td>
                  <Table.Td>{survey.publishedOn ? day(survey.publishedOn) : t('notYet')}</Table.Td>
                  <Table.Td>{survey.closedOn ? day(survey.closedOn) : t('notYet')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  )
}
