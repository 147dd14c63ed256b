'use client'

import { Alert, ScrollArea, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconUsersGroup } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { COVERAGE_CHANNELS, type Coverage } from './coverage.ts'
import classes from './participation.module.css'

/** Groups by ways of being heard; an empty cell is drawn as an empty cell. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('participation.coverage')
  const format = useFormatter()
  const { rows, unheard } = coverage
  return (
    <Panel id="coverage" title={t('title')} description={t('lead')}>
      {rows.length === 0 ? (
        <EmptyState icon={<IconUsersGroup size={44} aria-hidden />} title={t('emptyTitle')} order={3}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <>
          {unheard.length > 0 ? (
            <Alert
              color="cinnabar"
              icon={<IconAlertTriangle aria-hidden />}
              title={t('unheardTitle', { n: unheard.length })}
              mb="md"
            >
              {t('unheardBody', { names: format.list(unheard.map(({ name }) => name)) })}
            </Alert>
          ) : (
            <Alert color="pine" icon={<IconCheck aria-hidden />} mb="md">
              {t('allHeard')}
            </Alert>
          )}
          <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('title') }}>
            <table className={classes.coverage}>
              <thead>
                <tr>
                  <th scope="col">{t('group')}</th>
                  {COVERAGE_CHANNELS.map((channel) => (
                    <th key={channel} scope="col">
                      {t(`channels.${channel}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.groupId} className={row.anyHeard ? undefined : classes.unheard}>
                    <th scope="row">
                      {row.name}
                      <Text size="xs" c="ink.6">
                        {t(row.effect)} · {t('persons', { n: format.number(row.persons) })}
                      </Text>
                    </th>
                    {COVERAGE_CHANNELS.map((channel) => {
                      const n = row.heard[channel]
                      return (
                        <td key={channel} className={n > 0 ? classes.heard : classes.silent}>
                          {n === 0
                            ? t('none')
                            : t(channel === 'survey' ? 'answers' : 'count', { n: format.number(n) })}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </>
      )}
    </Panel>
  )
}
