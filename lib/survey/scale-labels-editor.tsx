'use client'

import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { presetLabels, SCALE_PRESETS, type ScaleLabels, type ScalePreset } from './standard-items.ts'
import styles from './survey.module.css'

interface ScaleLabelsEditorProps {
  readonly legend: string
  readonly labels: ScaleLabels
  issueOf?(label: number): string | undefined
  onChange(labels: ScaleLabels): void
}

/** The words for the five grades, with the usual sets to choose from. */
export function ScaleLabelsEditor({ legend, labels, issueOf, onChange }: ScaleLabelsEditorProps) {
  const t = useTranslations('survey')
  return (
    <Fieldset legend={legend} variant="unstyled">
      <Stack gap={8}>
        <Group gap={6}>
          <Text size="sm" c="ink.6">
            {t('question.preset')}
          </Text>
          {(Object.keys(SCALE_PRESETS) as ScalePreset[]).map((preset) => (
            <Button
              key={preset}
              variant="default"
              size="compact-sm"
              onClick={() => onChange(presetLabels(preset))}
            >
              {t(`presets.${preset}`)}
            </Button>
          ))}
        </Group>
        <div className={styles.answers}>
          {labels.map((label, i) => (
            <TextInput
              // biome-ignore lint/suspicious/noArrayIndexKey: a grade is its place
              key={i}
              label={t('question.label', { n: i + 1 })}
              value={label}
              error={issueOf?.(i)}
              onChange={(event) => {
                const next: ScaleLabels = [...labels]
                next[i] = event.currentTarget.value
                onChange(next)
              }}
            />
          ))}
        </div>
      </Stack>
    </Fieldset>
  )
}
