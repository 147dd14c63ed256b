'use client'

import { ActionIcon, Button, Checkbox, Fieldset, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { insertOptions, MOST_OPTIONS, pasteOptions } from './option-list.ts'
import type { Option } from './question-types/question-type.ts'

interface OptionsEditorProps {
  readonly options: readonly Option[]
  readonly error: string | undefined
  readonly legend: string
  /** The most there may be. */
  readonly most?: number
  /** One of them may ask for words. */
  readonly other?: boolean
  issueOf(option: number): string | undefined
  onChange(options: Option[]): void
}

/** The answers of a choice question, one field each. Enter adds the next; several pasted lines become several answers. */
export function OptionsEditor(props: OptionsEditorProps) {
  const { options, legend, error, other = false, most = MOST_OPTIONS, issueOf, onChange } = props
  const t = useTranslations('survey.question')
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  useEffect(() => {
    if (focused === null) return
    list.current?.querySelectorAll('input')[focused]?.focus()
    setFocused(null)
  }, [focused])

  const insertAfter = (index: number) => {
    if (options.length >= most) return
    onChange(insertOptions(options, index, ['']))
    setFocused(index + 1)
  }
  const onPaste = (event: ClipboardEvent, index: number) => {
    const pasted = event.clipboardData.getData('text/plain').split(/[\r\n]+/)
    const lines = pasted.map((line) => line.trim()).filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    onChange(pasteOptions(options, index, lines).slice(0, most))
  }

  return (
    <Fieldset legend={legend} variant="unstyled">
      <Stack gap={8} align="flex-start" ref={list}>
        {options.map((option, i) => (
          <Group key={option.id} gap={6} wrap="nowrap" w="100%" maw={560} align="flex-start">
            <TextInput
              aria-label={t('option', { n: i + 1 })}
              placeholder={t('option', { n: i + 1 })}
              value={option.label}
              error={issueOf(i)}
              flex={1}
              onChange={(event) =>
                onChange(options.toSpliced(i, 1, { ...option, label: event.currentTarget.value }))
              }
              onKeyDown={(event) => {
                // While an input method composes characters, Enter chooses among them.
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                insertAfter(i)
              }}
              onPaste={(event) => onPaste(event, i)}
            />
            {other && (
              <Checkbox
                mt={8}
                label={t('other')}
                aria-label={t('otherOf', { n: i + 1 })}
                checked={option.other === true}
                onChange={(event) => {
                  const on = event.currentTarget.checked
                  // At most one: asking for the words of two answers would leave open whose words they are.
                  onChange(
                    options.map((each, j) => {
                      const { other: _, ...plain } = each
                      return on && j === i ? { ...plain, other: true } : plain
                    }),
                  )
                }}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="ink"
              size="input-sm"
              aria-label={t('removeOption', { n: i + 1 })}
              disabled={options.length <= 2}
              onClick={() => onChange(options.toSpliced(i, 1))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error && <Input.Error role="alert">{error}</Input.Error>}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={options.length >= most}
          onClick={() => insertAfter(options.length - 1)}
        >
          {t('addOption')}
        </Button>
      </Stack>
    </Fieldset>
  )
}
