'use client'

import { Alert, List, Stack, Table, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import type { Save } from '../../ui/save.ts'
import type { FrameGroup } from '../frame/frame.ts'
import { AnnounceForm } from './announce-form.tsx'
import { DrawCheck } from './draw-check.tsx'
import { DrawRecord } from './draw-record.tsx'
import { drawnStrata } from './drawn-strata.ts'
import { RevealForm } from './reveal-form.tsx'
import classes from './sampling.module.css'
import { type Announcement, drawInForce, drawState, type Reveal } from './sampling-draw.ts'
import { planInForce, type SamplingRecord } from './sampling-record.ts'

interface DrawPanelProps {
  readonly groups: readonly FrameGroup[]
  readonly record: SamplingRecord
  /** YYYY-MM-DD in China. */
  readonly today: string
  readonly closed: boolean
  readonly readOnly: boolean
  /** The downloads of draws are under this address. */
  readonly filesHref: string
  readonly announce: Save<Announcement>
  readonly reveal: Save<Reveal>
}

/** The draw of households: the rule, the announcement, the number, and every draw there ever was. */
export function DrawPanel(props: DrawPanelProps) {
  const { record, today, closed, readOnly, filesHref, reveal } = props
  const t = useTranslations('sampling.draw')
  const { draws } = record
  const awaited = draws.find((draw) => drawState(draw, draws) === 'awaited')
  const inForce = drawInForce(draws)
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Stack gap="lg">
        <Rule />
        {closed ? <Alert color="dai">{t('closed')}</Alert> : !readOnly && <Announcing {...props} />}
        {awaited && !closed && !readOnly && (
          <RevealForm
            // A form of its own for each announcement.
            key={awaited.seq}
            draw={awaited}
            today={today}
            save={reveal}
          />
        )}
        <Stack gap="sm">
          <Text fw={600}>{t('records')}</Text>
          {draws.length === 0 && <Text c="ink.6">{t('none')}</Text>}
          {draws.toReversed().map((draw) => (
            <DrawRecord
              key={draw.seq}
              draw={draw}
              state={drawState(draw, draws)}
              inForce={draw.seq === inForce?.seq}
              filesHref={filesHref}
              mayDownload={!readOnly}
            />
          ))}
        </Stack>
        {inForce && <DrawCheck draw={inForce} />}
      </Stack>
    </Panel>
  )
}

function Rule() {
  const t = useTranslations('sampling.draw')
  return (
    <details>
      <summary className={classes.summary}>{t('how')}</summary>
      <List type="ordered" size="sm" spacing={6} mt="xs" maw="46rem">
        {(['announce', 'seed', 'ticket', 'take', 'check', 'inside'] as const).map((step) => (
          <List.Item key={step}>{t(`steps.${step}`)}</List.Item>
        ))}
      </List>
    </details>
  )
}

function Announcing({ groups, record, announce }: DrawPanelProps) {
  const t = useTranslations('sampling.draw')
  const strata = drawnStrata(planInForce(record), groups, record.lists)
  const plan = useTranslations('sampling.plan')
  if (!strata.ok) {
    const words = {
      'no-sampling-plan': t('noPlan'),
      'plan-not-by-households': t('byPersons'),
      'plan-outdated': plan('outdated'),
    }
    return <Alert color="ink">{words[strata.reason]}</Alert>
  }
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('ready')}</Text>
      <Table.ScrollContainer
        minWidth={240}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('ready') } }}
      >
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('selfGroup')}</Table.Th>
              <Table.Th className={classes.number}>{t('size')}</Table.Th>
              <Table.Th className={classes.number}>{t('sample')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {strata.value.map(({ groupId, name, size, sample }) => (
              <Table.Tr key={groupId}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.number}>{size.toLocaleString('en')}</Table.Td>
                <Table.Td className={classes.number}>{sample.toLocaleString('en')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <AnnounceForm again={record.draws.length > 0} save={announce} />
    </Stack>
  )
}
