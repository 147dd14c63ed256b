'use client'

import { Alert, Button, Checkbox, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { optionsOf, type Question, type Questionnaire } from './questionnaire.ts'

/** How the questionnaire reads to a resident. Nothing that is ticked here goes anywhere. */
export function QuestionnairePreview({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useTranslations('survey')
  return (
    <Stack gap="lg" maw={640}>
      <Alert color="dai" icon={<IconEye aria-hidden />}>
        {t('builder.previewNote')}
      </Alert>
      <div>
        <Title order={3} size="h2">
          {questionnaire.title || '—'}
        </Title>
        <Text mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {questionnaire.introduction}
        </Text>
        <Text mt="xs" size="sm" c="ink.6">
          {questionnaire.questions.some((question) => question.required)
            ? t('builder.anonymousRequired')
            : t('builder.anonymous')}
        </Text>
      </div>
      {questionnaire.questions.map((question, i) => (
        <PreviewQuestion key={question.id} question={question} n={i + 1} />
      ))}
      <Button disabled w="fit-content">
        {t('builder.submitSample')}
      </Button>
    </Stack>
  )
}

function PreviewQuestion({ question, n }: { question: Question; n: number }) {
  const t = useTranslations('survey')
  const title = question.title.trim() || t('question.untitled')
  const label = `${n}. ${title}${question.required ? ` (${t('builder.requiredMark')})` : ''}`
  const name = `preview-${question.id}`
  switch (question.type) {
    case 'single':
    case 'scale':
      return (
        <Radio.Group label={label} name={name}>
          <Stack gap={10} mt={8}>
            {optionsOf(question).map((option) => (
              <Radio key={option.id} value={option.id} label={option.label} />
            ))}
          </Stack>
        </Radio.Group>
      )
    case 'multiple':
      return (
        <Checkbox.Group label={label}>
          <Stack gap={10} mt={8}>
            {question.options.map((option) => (
              <Checkbox key={option.id} value={option.id} label={option.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      )
    case 'text':
      return <Textarea label={label} maxLength={question.maxLength} autosize minRows={3} />
  }
}
