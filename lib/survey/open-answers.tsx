'use client'

import { Button, Checkbox, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ShownText } from './open-text.ts'
import styles from './survey.module.css'

interface OpenAnswersProps {
  readonly n: number
  readonly title: string
  /** True: the words to 其他（请注明）. */
  readonly other: boolean
  /** Sorted by the words themselves: any other order would be a trace. */
  readonly texts: readonly ShownText[]
  /** k: what fewer people wrote is not shown. */
  readonly fewest: number
}

const STEP = 30

/** What residents wrote, in their own words, without the numbers that lead to them. */
export function OpenAnswers({ n, title, other, texts, fewest }: OpenAnswersProps) {
  const t = useTranslations('survey.results')
  const [asked, setAsked] = useState('')
  const [onlyNames, setOnlyNames] = useState(false)
  const [shown, setShown] = useState(STEP)
  const named = texts.filter(({ names }) => names.length > 0).length
  const masked = texts.reduce((sum, text) => sum + text.masked, 0)
  const found = texts.filter(
    ({ text, names }) => text.includes(asked.trim()) && (!onlyNames || names.length > 0),
  )
  return (
    <Stack gap="xs">
      <div>
        <Title order={3} size="h4">
          {n}. {other ? t('textsOther', { title }) : title}
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
          {masked > 0 && <Text size="sm">{t('textsMasked', { n: masked })}</Text>}
          {named > 0 && (
            <>
              <Text size="sm">{t('textsNames', { n: named })}</Text>
              <Checkbox
                label={t('textsOnlyNames')}
                checked={onlyNames}
                onChange={(event) => setOnlyNames(event.currentTarget.checked)}
              />
            </>
          )}
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
              <li key={i}>
                <Marked {...text} />
              </li>
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

/** The text with possible names marked. */
function Marked({ text, names }: ShownText) {
  const t = useTranslations('survey.results')
  const ends = [0, ...names.map(({ end }) => end)]
  return (
    <>
      {names.map(({ start, end }, i) => (
        <span key={start}>
          {text.slice(ends[i], start)}
          <mark title={t('textsName')}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
