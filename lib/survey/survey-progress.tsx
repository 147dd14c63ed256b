'use client'

import { Alert, Button, Modal, Progress, Stack, Text } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconEyeOff, IconFileText, IconLock } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useConfirm } from '../ui/confirm.tsx'
import { Day } from '../ui/day.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { GroupLink } from './group-link.tsx'
import { hasUnfinishedForms, type UnfinishedBatch, UnfinishedForms } from './paper/unfinished-forms.tsx'
import type { Questionnaire } from './questionnaire.ts'
import { QuestionnairePreview } from './questionnaire-preview.tsx'

/** One stakeholder group as the survey sees it while it is open: how many, never what. */
export interface GroupProgress {
  readonly id: string
  readonly name: string
  readonly households: number
  readonly persons: number
  readonly received: number
  /**
   * The address residents of this group open, and the same as a QR code (an SVG document). Null for readers who do not
   * conduct the survey: whoever has the link can answer.
   */
  readonly link: { readonly url: string; readonly qr: string } | null
}

interface SurveyProgressProps {
  readonly questionnaire: Questionnaire
  readonly publishedOn: string | null
  readonly groups: readonly GroupProgress[]
  readonly paper: readonly UnfinishedBatch[]
  readonly channelsHref: string
  readonly readOnly: boolean
  readonly close: Save<null>
}

/** An open survey: how many have answered in each group, the links to hand out, and the end. */
export function SurveyProgress(props: SurveyProgressProps) {
  const { questionnaire, publishedOn, groups, paper, channelsHref, readOnly, close } = props
  const t = useTranslations('survey.progress')
  const narrow = useMediaQuery('(max-width: 48em)')
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const [reading, { open, close: closeReading }] = useDisclosure(false)
  const total = groups.reduce((sum, group) => sum + group.received, 0)
  const ask = () =>
    confirm({
      title: t('closeTitle'),
      body: (
        <Stack gap="md">
          <Text size="sm">{t('closeText', { n: total })}</Text>
          {hasUnfinishedForms(paper) && <UnfinishedForms batches={paper} channelsHref={channelsHref} />}
        </Stack>
      ),
      confirmLabel: t('closeConfirm'),
      cancelLabel: t('closeCancel'),
      destructive: true,
      onConfirm: () => void run(close, null, t('closed')),
    })
  return (
    <>
      <Panel
        title={t('heading')}
        description={publishedOn && t.rich('since', { day: () => <Day value={publishedOn} /> })}
        aside={
          <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} onClick={open}>
            {t('questionnaire')}
          </Button>
        }
      >
        <Stack gap="lg">
          <Alert color="dai" icon={<IconEyeOff aria-hidden />}>
            {t('blind')}
          </Alert>
          <Text fw={600} fz="lg">
            {t('total', { n: total })}
          </Text>
          <Stack gap="md">
            {groups.map((group) => (
              <Received key={group.id} group={group} />
            ))}
          </Stack>
          {!readOnly && (
            <Button
              w="fit-content"
              color="cinnabar"
              variant="outline"
              leftSection={<IconLock size={18} aria-hidden />}
              loading={saving}
              onClick={ask}
            >
              {t('close')}
            </Button>
          )}
        </Stack>
      </Panel>
      {!readOnly && (
        <Panel title={t('links')} description={t('linksHelp')}>
          <Stack gap="lg">
            {groups.map(
              ({ id, name, link }) => link && <GroupLink key={id} name={name} url={link.url} qr={link.qr} />,
            )}
          </Stack>
        </Panel>
      )}
      <Modal
        opened={reading}
        onClose={closeReading}
        title={t('questionnaire')}
        size="xl"
        fullScreen={narrow ?? false}
      >
        <QuestionnairePreview questionnaire={questionnaire} />
      </Modal>
    </>
  )
}

function Received({ group }: { group: GroupProgress }) {
  const t = useTranslations('survey.progress')
  const format = useFormatter()
  const share = group.households > 0 ? group.received / group.households : 0
  const percent = format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <div>
      <Text fw={500}>{group.name}</Text>
      <Progress
        value={Math.min(100, share * 100)}
        size={10}
        my={4}
        aria-label={t('bar', { group: group.name, n: group.received, households: group.households })}
      />
      <Text size="sm" c="ink.6" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('received', { n: group.received, households: group.households, persons: group.persons })}
        {group.households > 0 && t('ofHouseholds', { share: percent })}
      </Text>
    </div>
  )
}
