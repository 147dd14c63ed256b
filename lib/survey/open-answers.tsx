'use client'

import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './survey.module.css'

interface OpenAnswersProps {
  readonly n: number
  readonly title: string
  /** Sorted by the words themselves: any other order would be a trace. */
  readonly texts: readonly string[]
  /** k: what fewer people wrote is not shown. */
  readonly fewest: number
}

const STEP = 30

/** What residents wrote, in their own words. */
export function OpenAnswers({ n, title, texts, fewest }: OpenAnswersProps) {
  const t = useTranslations('survey.results')
  const [asked, setAsked] = useState('')
  const [shown, setShown] = useState(STEP)
  const found = texts.filter((text) => text.includes(asked.trim()))
  return (
    <Stack gap="xs">
      <div>
        <Title order={3} size="h4">
          {n}. {title}
        </Title>
        <Text size="sm" c="ink.6">
          {t('textsCount', { n: texts.length })}
        </Text>
      </div>
      {texts.length === 0 ? (
        <Text c="ink.6">{t('textsEmpty')}</Text>
      ) : texts.length < fewest ? (
        <Text c="ink.6">{t('tooFew', { k: fewest })}</Text>
      ) : (
        <>
          {texts.length > 10 && (
            <TextInput
              aria-label={t('searchTexts')}
              placeholder={t('searchTexts')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={asked}
              maw={360}
              onChange={(event) => {
                setAsked(event.currentTarget.value)
                setShown(STEP)
              }}
            />
          )}
          <Text size="sm" c="ink.6" role="status">
            {asked.trim() !== '' && t('found', { n: found.length })}
          </Text>
          <ul className={styles.texts}>
            {found.slice(0, shown).map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two residents may have written the same words
              <li key={i}>{text}</li>
            ))}
          </ul>
          {found.length > shown && (
            <Button variant="default" w="fit-content" onClick={() => setShown(shown + STEP)}>
              {t('showMore', { n: Math.min(STEP, found.length - shown) })}
            </Button>
          )}
        </>
      )}
    </Stack>
  )
}
