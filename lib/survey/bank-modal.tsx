'use client'

import { Badge, Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { AUDIENCES, type Audience } from './bank/bank-item.ts'
import { searchBank } from './bank/item-bank.ts'
import { addBankQuestion, MOST_QUESTIONS } from './drafting.ts'
import { optionsOf, type Questionnaire } from './questionnaire.ts'
import styles from './survey.module.css'

interface BankModalProps {
  readonly draft: Questionnaire
  readonly opened: boolean
  onClose(): void
  onChange(draft: Questionnaire): void
}

/** The bank of standard items: searched, read with its source, and added one by one. */
export function BankModal({ draft, opened, onClose, onChange }: BankModalProps) {
  const t = useTranslations('survey')
  const narrow = useMediaQuery('(max-width: 48em)')
  const [audience, setAudience] = useState<Audience>('residents')
  const [search, setSearch] = useState('')
  const found = searchBank(audience, search)
  const full = draft.questions.length >= MOST_QUESTIONS
  return (
    <Modal opened={opened} onClose={onClose} title={t('bank.title')} size="xl" fullScreen={narrow ?? false}>
      <Stack gap="md">
        <Text size="sm" c="ink.6">
          {t('bank.explain')}
        </Text>
        <SegmentedControl
          aria-label={t('bank.audience')}
          value={audience}
          onChange={(value) => setAudience(AUDIENCES.find((each) => each === value) ?? 'residents')}
          data={AUDIENCES.map((each) => ({ value: each, label: t(`bank.audiences.${each}`) }))}
        />
        <TextInput
          label={t('bank.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <Text size="sm" role="status" c="ink.6">
          {found.length === 0 ? t('bank.nothing') : t('bank.found', { n: found.length })}
        </Text>
        <ul className={styles.questions}>
          {found.map(({ question, source }) => {
            const present = draft.questions.some(({ title }) => title === question.title)
            return (
              <li key={question.id} className={styles.question}>
                <div className={styles.head}>
                  <div className={styles.words}>
                    <Text fw={500}>{question.title}</Text>
                    <Text size="sm" c="ink.6">
                      {optionsOf(question)
                        .map(({ label }) => label)
                        .join(' / ')}
                    </Text>
                    <Group gap={8} mt={4}>
                      <Badge variant="outline" color="ink" radius="sm" tt="none">
                        {t(`types.${question.type}`)}
                      </Badge>
                      <Text size="xs" c="ink.6">
                        {t(`bank.sources.${source}`)}
                      </Text>
                    </Group>
                  </div>
                  <Button
                    variant="default"
                    size="compact-md"
                    leftSection={<IconPlus size={16} aria-hidden />}
                    disabled={present || full}
                    aria-label={t('bank.addItem', { title: question.title })}
                    onClick={() => onChange(addBankQuestion(draft, question))}
                  >
                    {present ? t('standard.present') : t('bank.add')}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
      </Stack>
    </Modal>
  )
}
