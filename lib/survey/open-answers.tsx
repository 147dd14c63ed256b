'use client'

import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AppLink } from '../ui/app-link.tsx'
import { type OpenAnswer, type ShownText, TEXTS_PER_PAGE, type TextPage } from './open-text.ts'
import styles from './survey.module.css'

interface OpenAnswersProps {
  readonly n: number
  readonly title: string
  readonly answer: OpenAnswer
  /** The page itself: what is looked for stands in its address. */
  readonly href: string
  /** k: what fewer people wrote is not shown. */
  readonly fewest: number
}

/** What residents wrote, in their own words, without the numbers that lead to them; one page at a time. */
export function OpenAnswers({ n, title, answer, href, fewest }: OpenAnswersProps) {
  const t = useTranslations('survey.results')
  const id = `texts-${answer.key.replace('.', '-')}`
  return (
    <Stack gap="xs" id={id} component="section" aria-labelledby={`${id}-title`}>
      <div>
        <Title order={3} size="h4" id={`${id}-title`}>
          {n}. {answer.other ? t('textsOther', { title }) : title}
        </Title>
        {(answer.page !== null || answer.n === 0) && (
          <Text size="sm" c="ink.6">
            {t('textsCount', { n: answer.n })}
          </Text>
        )}
      </div>
      {answer.page ? (
        <Page answer={answer} page={answer.page} href={href} id={id} />
      ) : (
        <Text c="ink.6">{answer.n === 0 ? t('textsEmpty') : t('tooFew', { k: fewest })}</Text>
      )}
    </Stack>
  )
}

interface PageProps {
  readonly answer: OpenAnswer
  readonly page: TextPage
  readonly href: string
  readonly id: string
}

function Page({ answer: { key, n, masked, named }, page, href, id }: PageProps) {
  const t = useTranslations('survey.results')
  const { texts, words, onlyNamed, more } = page
  const filtered = words !== '' || onlyNamed
  const to = (at: number) => {
    const query = new URLSearchParams({ texts: key, page: String(at) })
    if (words !== '') query.set('words', words)
    if (onlyNamed) query.set('named', '1')
    return `${href}?${query}#${id}`
  }
  const first = page.page * TEXTS_PER_PAGE + 1
  return (
    <>
      {masked > 0 && <Text size="sm">{t('textsMasked', { n: masked })}</Text>}
      {named > 0 && <Text size="sm">{t('textsNames', { n: named })}</Text>}
      {n > TEXTS_PER_PAGE / 2 && (
        <form method="get" action={`${href}#${id}`}>
          <input type="hidden" name="texts" value={key} />
          <Group align="center" gap="sm">
            <TextInput
              name="words"
              aria-label={t('searchTexts')}
              placeholder={t('searchTexts')}
              leftSection={<IconSearch size={16} aria-hidden />}
              defaultValue={words}
              maxLength={60}
              style={{ flex: '1 1 220px', maxWidth: 360 }}
            />
            {named > 0 && (
              <Checkbox name="named" value="1" label={t('textsOnlyNames')} defaultChecked={onlyNamed} />
            )}
            <Button type="submit" variant="default">
              {t('find')}
            </Button>
            {filtered && (
              <Button component={AppLink} href={`${href}#${id}`} variant="subtle">
                {t('textsAll')}
              </Button>
            )}
          </Group>
        </form>
      )}
      {texts.length === 0 ? (
        <Text c="ink.6" role="status">
          {t('textsNotFound')}
        </Text>
      ) : (
        <ul className={styles.texts}>
          {texts.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two residents may have written the same words
            <li key={i}>
              <Marked {...text} />
            </li>
          ))}
        </ul>
      )}
      {(page.page > 0 || more) && (
        <Group gap="sm" component="nav" aria-labelledby={`${id}-title`}>
          {page.page > 0 && (
            <Button
              component={AppLink}
              href={to(page.page - 1)}
              variant="default"
              leftSection={<IconChevronLeft size={16} aria-hidden />}
            >
              {t('textsBefore')}
            </Button>
          )}
          <Text size="sm" c="ink.6" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {filtered
              ? t('textsRange', { from: first, to: first + texts.length - 1 })
              : t('textsRangeOf', { from: first, to: first + texts.length - 1, n })}
          </Text>
          {more && (
            <Button
              component={AppLink}
              href={to(page.page + 1)}
              variant="default"
              rightSection={<IconChevronRight size={16} aria-hidden />}
            >
              {t('textsNext')}
            </Button>
          )}
        </Group>
      )}
    </>
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
