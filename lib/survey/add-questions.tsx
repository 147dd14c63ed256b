'use client'

import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBooks, IconChevronDown, IconPlaylistAdd, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { BankModal } from './bank-modal.tsx'
import { BulkScaleModal } from './bulk-scale-modal.tsx'
import { addQuestion, addScaleQuestions, addStandardItem, MOST_QUESTIONS } from './drafting.ts'
import { QUESTION_TYPES, type QuestionTypeName } from './question-types/definitions.ts'
import type { Questionnaire } from './questionnaire.ts'
import { STANDARD_ITEMS, type StandardItem } from './standard-items.ts'

interface AddQuestionsProps {
  readonly draft: Questionnaire
  /** `open`: the last question is to be worded now. */
  onChange(draft: Questionnaire, open: boolean): void
}

/** The ways to add questions: an empty one of a type, ready-made items, or many scales at once. */
export function AddQuestions({ draft, onChange }: AddQuestionsProps) {
  const t = useTranslations('survey')
  const [bulk, { open, close }] = useDisclosure(false)
  const [bank, { open: openBank, close: closeBank }] = useDisclosure(false)
  const room = MOST_QUESTIONS - draft.questions.length
  if (room <= 0) return <Text c="ink.6">{t('add.full', { n: MOST_QUESTIONS })}</Text>
  const present = (item: StandardItem) => draft.questions.some(({ id }) => id === STANDARD_ITEMS[item].id)
  return (
    <Stack gap={8}>
      <Text fw={600}>{t('add.heading')}</Text>
      <Group gap={8}>
        {(Object.keys(QUESTION_TYPES) as QuestionTypeName[]).map((type) => (
          <Button
            key={type}
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange(addQuestion(draft, type), true)}
          >
            {t(`types.${type}`)}
          </Button>
        ))}
        <Button variant="default" leftSection={<IconPlaylistAdd size={18} aria-hidden />} onClick={open}>
          {t('add.bulk')}
        </Button>
        <Button variant="default" leftSection={<IconBooks size={18} aria-hidden />} onClick={openBank}>
          {t('bank.open')}
        </Button>
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('add.standard')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('add.standardHelp')}</Menu.Label>
            {(Object.keys(STANDARD_ITEMS) as StandardItem[]).map((item) => (
              <Menu.Item
                key={item}
                disabled={present(item)}
                onClick={() => onChange(addStandardItem(draft, item), false)}
              >
                {t(`standard.${item}`)}
                {present(item) && (
                  <Text size="xs" c="ink.6">
                    {t('standard.present')}
                  </Text>
                )}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <BankModal draft={draft} opened={bank} onClose={closeBank} onChange={(next) => onChange(next, false)} />
      <BulkScaleModal
        opened={bulk}
        room={room}
        onClose={close}
        onAdd={(lines, labels) => onChange(addScaleQuestions(draft, lines, labels), false)}
      />
    </Stack>
  )
}
