'use client'

import { Alert, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { intake as english } from '../messages/en/intake.ts'
import { intake as chinese } from '../messages/zh-CN/intake.ts'
import { LanguageName } from './language-name.tsx'
import { directionOf, languagesOf, localized } from './localized.ts'
import { QuestionFace } from './question-types/faces.tsx'
import type { QuestionWords } from './question-types/question-words.ts'
import { askedQuestions, numberOf, type Questionnaire } from './questionnaire.ts'
import styles from './questionnaire-preview.module.css'
import { askedIfWords } from './show-if-words.ts'

/** The page's own words as residents get them: Chinese, or English where the questionnaire is read in English. */
function wordsIn(language: string): QuestionWords {
  const words = language.startsWith('en') ? english.question : chinese.question
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The questionnaire on a telephone, with the controls residents get. Nothing that is entered here goes anywhere. */
export function QuestionnairePreview({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useTranslations('survey.builder')
  const languages = languagesOf(questionnaire)
  const [chosen, setChosen] = useState(languages[0] ?? '')
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? '')
  const shown = localized(questionnaire, language)
  const words = wordsIn(language)
  return (
    <Stack gap="md">
      <Alert color="dai" icon={<IconEye aria-hidden />}>
        {t('previewNote')}
      </Alert>
      {languages.length > 1 && (
        <Group>
          <SegmentedControl
            aria-label={t('previewLanguage')}
            value={language}
            onChange={setChosen}
            data={languages.map((tag) => ({ value: tag, label: <LanguageName tag={tag} /> }))}
          />
        </Group>
      )}
      <div className={styles.phone} lang={language} dir={directionOf(language)}>
        <h1>{shown.title || '—'}</h1>
        <p className={styles.lead}>{shown.introduction}</p>
        {shown.questions.map((question) => (
          <QuestionFace
            // The frame keeps what was ticked while the language changes, not while the question does.
            key={`${language} ${JSON.stringify(question)}`}
            question={question}
            number={numberOf(shown, question.id)}
            total={askedQuestions(shown)}
            sent={{}}
            error={null}
            words={words}
            askedIf={askedIfWords(shown, question, words)}
          />
        ))}
        <button type="button" disabled>
          {language.startsWith('en') ? english.submit.button : chinese.submit.button}
        </button>
      </div>
    </Stack>
  )
}
