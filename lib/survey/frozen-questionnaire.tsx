'use client'

import { Anchor, Code, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { digestValue } from '../integrity/digest.ts'
import { AppLink } from '../ui/app-link.tsx'
import { Day } from '../ui/day.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { QuestionList } from './question-list.tsx'
import type { Questionnaire } from './questionnaire.ts'
import { QuestionnairePreview } from './questionnaire-preview.tsx'

interface FrozenQuestionnaireProps {
  /** Null: none has been published. */
  readonly questionnaire: Questionnaire | null
  readonly publishedOn: string | null
  readonly surveyHref: string
}

/** A published questionnaire: to read, to see as residents do, and to compare by its digest. */
export function FrozenQuestionnaire({ questionnaire, publishedOn, surveyHref }: FrozenQuestionnaireProps) {
  const t = useTranslations('survey.frozen')
  const back = (
    <Anchor component={AppLink} href={surveyHref}>
      {t('back')}
    </Anchor>
  )
  if (!questionnaire)
    return (
      <Panel>
        <EmptyState icon={<IconMessageQuestion size={40} stroke={1.4} />} title={t('none')} action={back}>
          {t('explain')}
        </EmptyState>
      </Panel>
    )
  return (
    <>
      <Panel title={questionnaire.title} description={t('explain')} aside={back}>
        <Stack gap="xs">
          {publishedOn && <Text>{t.rich('published', { day: () => <Day value={publishedOn} /> })}</Text>}
          <Text size="sm" c="ink.6">
            {t('digest')}
          </Text>
          <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{digestValue(questionnaire)}</Code>
        </Stack>
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={t('read')}>
          <Text mb="md" style={{ whiteSpace: 'pre-wrap' }}>
            {questionnaire.introduction}
          </Text>
          <QuestionList
            draft={questionnaire}
            fresh={null}
            readOnly
            issues={new Map()}
            onChange={() => undefined}
          />
        </Panel>
        <Panel title={t('preview')}>
          <QuestionnairePreview questionnaire={questionnaire} />
        </Panel>
      </SimpleGrid>
    </>
  )
}
