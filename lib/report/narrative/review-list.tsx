'use client'

import { Anchor, List, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { FieldValue } from './bound-field.ts'
import { boundField, unknownFields } from './bound-text.ts'
import { handTypedConclusions } from './conclusions.ts'
import { unboundNumerals } from './numerals.ts'

interface ReviewListProps {
  readonly text: string
  readonly fields: readonly FieldValue[]
  /** Selects a stretch of the text. */
  readonly onShow: (start: number, end: number) => void
}

/** How many places of a text a person should look at. */
export function placesToCheck(text: string, fields: readonly FieldValue[]): number {
  return (
    unknownFields(text, fields).length +
    handTypedConclusions(text).length +
    unboundNumerals(text, fields).length
  )
}

export function ReviewList({ text, fields, onShow }: ReviewListProps) {
  const t = useTranslations('narrative.review')
  const unknown = unknownFields(text, fields)
  const unbound = unboundNumerals(text, fields)
  const conclusions = handTypedConclusions(text)
  return (
    <Stack gap={6} aria-live="polite">
      <Title order={3} fz="sm">
        {t('heading')}
      </Title>
      {unknown.length + unbound.length + conclusions.length === 0 && (
        <Text size="sm" c="ink.6">
          {t('clean')}
        </Text>
      )}
      <List size="sm" spacing={4}>
        {unknown.map((id) => {
          const written = boundField(id)
          const start = text.indexOf(written)
          return (
            <List.Item key={id}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                onClick={() => onShow(Math.max(0, start), Math.max(0, start) + written.length)}
              >
                {t('unknown', { id })}
              </Anchor>
            </List.Item>
          )
        })}
        {conclusions.map((statement) => (
          <List.Item key={`conclusion ${statement.start}`}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              title={t('show', { text: statement.text })}
              onClick={() => onShow(statement.start, statement.end)}
            >
              {t('conclusion', { text: statement.text })}
            </Anchor>
          </List.Item>
        ))}
        {unbound.map((numeral) => (
          <List.Item key={numeral.start}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              title={t('show', { text: numeral.text })}
              onClick={() => onShow(numeral.start, numeral.end)}
            >
              {t('unbound', { text: numeral.text })}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {conclusions.length > 0 && (
        <Text size="xs" c="ink.6">
          {t('conclusionHint')}
        </Text>
      )}
      {unbound.length > 0 && (
        <Text size="xs" c="ink.6">
          {t('unboundHint')}
        </Text>
      )}
    </Stack>
  )
}
