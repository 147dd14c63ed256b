'use client'

import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { Panel } from '../ui/panel.tsx'
import { ProgressMark } from '../ui/progress-mark.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { useLanguageName } from './language-name.tsx'

interface PublishPanelProps {
  readonly groups: number
  readonly groupsHref: string
  readonly measuresOpposition: boolean
  /** The stored questionnaire is the one on screen. */
  readonly saved: boolean
  /** Texts without a translation, by language: a warning, not an obstacle. */
  readonly untranslated: readonly { readonly language: string; readonly n: number }[]
  readonly publish: Save<null>
  /** What the stored questionnaire weighs on a telephone. */
  readonly weights: ReactNode
}

/** What publishing needs, and the one button that cannot be taken back. */
export function PublishPanel({
  groups,
  groupsHref,
  measuresOpposition,
  saved,
  untranslated,
  publish,
  weights,
}: PublishPanelProps) {
  const t = useTranslations('survey.publish')
  const tLanguages = useTranslations('survey.languages')
  const languageName = useLanguageName()
  const warnings = untranslated
    .filter(({ n }) => n > 0)
    .map(({ language, n }) => tLanguages('warn', { language: languageName(language), n }))
  const confirm = useConfirm()
  const { saving, run } = useSaving()
  const ready = groups > 0 && measuresOpposition && saved
  const ask = () =>
    confirm({
      title: t('confirmTitle'),
      body: [t('confirmText'), ...warnings].join(' '),
      confirmLabel: t('confirm'),
      cancelLabel: t('cancel'),
      onConfirm: () => void run(publish, null, t('published')),
    })
  return (
    <Panel title={t('heading')} description={t('explain')}>
      <Stack gap="sm">
        <Condition met={groups > 0}>
          {groups > 0 ? t('groups', { n: groups }) : t('noGroups')}
          {groups === 0 && (
            <>
              {' '}
              <Anchor component={AppLink} href={groupsHref} size="sm">
                {t('goToGroups')}
              </Anchor>
            </>
          )}
        </Condition>
        <Condition met={measuresOpposition}>
          {measuresOpposition ? t('opposition') : t('noOpposition')}
        </Condition>
        <Condition met={saved}>{saved ? t('saved') : t('notSaved')}</Condition>
        {warnings.map((warning) => (
          <Text key={warning} size="sm" c="ochre.8">
            <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {warning}
          </Text>
        ))}
        {saved && weights}
        <Button
          w="fit-content"
          leftSection={<IconSend size={18} aria-hidden />}
          disabled={!ready}
          loading={saving}
          onClick={ask}
        >
          {t('button')}
        </Button>
      </Stack>
    </Panel>
  )
}

function Condition({ met, children }: { met: boolean; children: ReactNode }) {
  return (
    <Group gap={8} wrap="nowrap">
      <ProgressMark state={met ? 'done' : 'todo'} />
      <Text size="sm">{children}</Text>
    </Group>
  )
}
