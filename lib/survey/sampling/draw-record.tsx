'use client'

import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useDay } from '../../ui/day.tsx'
import classes from './sampling.module.css'
import type { DrawState, SamplingDraw } from './sampling-draw.ts'

interface DrawRecordProps {
  readonly draw: SamplingDraw
  readonly state: DrawState
  readonly inForce: boolean
  readonly filesHref: string
  /** Lists of numbers go to those who conduct the survey. */
  readonly mayDownload: boolean
}

const COLOR = { awaited: 'dai', drawn: 'pine', replaced: 'ink' } as const

/** One announcement with its draw: everything somebody else needs to repeat it. */
export function DrawRecord({ draw, state, inForce, filesHref, mayDownload }: DrawRecordProps) {
  const t = useTranslations('sampling.draw')
  const dayOf = useDay()
  const { outcome } = draw
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('announcedOn'), dayOf(draw.announcedOn)],
    [t('source'), draw.source],
    [t('revealOn'), dayOf(draw.revealOn)],
    ...(draw.reason === '' ? [] : [[t('reason'), draw.reason] as const]),
    [t('frameDigest'), <Digest key="frame" value={draw.frameDigest} />],
    ...(outcome
      ? [
          [t('number'), outcome.publicNumber] as const,
          [t('drawnOn'), dayOf(outcome.drawnOn)] as const,
          [t('resultDigest'), <Digest key="result" value={outcome.digest} />] as const,
        ]
      : []),
  ]
  return (
    <div className={classes.draw} data-state={state}>
      <Stack gap="sm">
        <Group gap="xs">
          <Text fw={600}>{t('nth', { n: draw.seq })}</Text>
          <Badge color={COLOR[state]} variant="light">
            {t(`state.${state}`)}
          </Badge>
          {inForce && <Badge color="pine">{t('inForce')}</Badge>}
        </Group>
        <dl className={classes.facts}>
          {facts.flatMap(([label, value]) => [
            <dt key={`${label} label`}>{label}</dt>,
            <dd key={label}>{value}</dd>,
          ])}
        </dl>
        <Strata draw={draw} />
        <Group gap="md">
          <Download
            href={`${filesHref}/draw-${draw.seq}.pdf`}
            icon={<IconPrinter size={15} aria-hidden />}
            words={outcome ? t('sheet') : t('announcementSheet')}
          />
          {outcome && mayDownload && (
            <>
              <Download
                href={`${filesHref}/draw-${draw.seq}.xlsx`}
                icon={<IconDownload size={15} aria-hidden />}
                words={t('list')}
              />
              <Download
                href={`${filesHref}/draw-${draw.seq}-tickets.csv`}
                icon={<IconDownload size={15} aria-hidden />}
                words={t('check')}
              />
            </>
          )}
        </Group>
      </Stack>
    </div>
  )
}

function Strata({ draw }: { draw: SamplingDraw }) {
  const t = useTranslations('sampling.draw')
  return (
    <Table.ScrollContainer
      minWidth={300}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
    >
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('selfGroup')}</Table.Th>
            <Table.Th className={classes.number}>{t('size')}</Table.Th>
            <Table.Th className={classes.number}>{t('sample')}</Table.Th>
            {draw.outcome && <Table.Th>{t('lastTicket')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {draw.strata.map(({ groupId, name, size, sample }) => (
            <Table.Tr key={groupId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td className={classes.number}>{size.toLocaleString('en')}</Table.Td>
              <Table.Td className={classes.number}>{sample.toLocaleString('en')}</Table.Td>
              {draw.outcome && (
                <Table.Td>
                  <Ticket value={draw.outcome.lastTickets[groupId]} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Digest({ value }: { value: string }) {
  return <span className={classes.digest}>{value}</span>
}

/** Its beginning tells tickets apart; the whole stands on the printed record. */
function Ticket({ value }: { value: string | undefined }) {
  return (
    <span className={classes.digest} title={value}>
      {value === undefined ? '—' : `${value.slice(0, 12)}…`}
    </span>
  )
}

function Download({ href, icon, words }: { href: string; icon: ReactNode; words: string }) {
  return (
    <Anchor href={href} size="sm" download>
      <Group gap={5} component="span" wrap="nowrap">
        {icon}
        {words}
      </Group>
    </Anchor>
  )
}
