'use client'

import { Alert, Badge, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowRight, IconInfoCircle, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { AppLink } from '../ui/app-link.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { BatchScores } from './batch-scores.tsx'
import styles from './catalogue-picker.module.css'
import type { Catalogue, CatalogueFactor } from './catalogues/catalogue.ts'
import type { FactorBatch, FactorPick } from './factor-batch.ts'
import { useRiskWords } from './scheme-words.tsx'

interface CataloguePickerProps {
  readonly catalogue: Catalogue
  /** Ids that the assessment has already. */
  readonly present: readonly string[]
  /** Sum of the weights it has already. */
  readonly otherWeights: number
  readonly scheme: Scheme
  /** The list of the assessment's factors. */
  readonly backHref: string
  readonly save: Save<FactorBatch>
  readonly onSaved: () => void
}

/** A case is written in Chinese whatever the language of the screen: its report is. */
function pickOf({ id, category, name, phases }: CatalogueFactor, catalogue: Catalogue): FactorPick {
  const group = catalogue.categories.find((candidate) => candidate.id === category)
  // Scores are asked for; a default would be a judgement that nobody made.
  const open = null as unknown as number
  return {
    catalogueId: id,
    category: group?.name.zh ?? category,
    name: name.zh,
    phases: [...phases],
    weight: open,
    probability: open,
    impact: open,
  }
}

/** First choose, then score: the catalogue reminds, it does not judge. */
export function CataloguePicker({
  catalogue,
  present,
  otherWeights,
  scheme,
  backHref,
  save,
  onSaved,
}: CataloguePickerProps) {
  const t = useTranslations('risk.catalogue')
  const { name: words } = useRiskWords(scheme)
  const [asked, setAsked] = useState('')
  const [picks, setPicks] = useState<readonly FactorPick[]>([])
  const [scoring, setScoring] = useState(false)
  if (scoring) {
    return (
      <BatchScores
        picks={picks}
        otherWeights={otherWeights}
        scheme={scheme}
        save={save}
        onSaved={onSaved}
        onBack={(kept) => {
          setPicks(kept)
          setScoring(false)
        }}
      />
    )
  }
  const word = asked.trim().toLowerCase()
  const found = catalogue.factors.filter(({ name, indicator }) =>
    [name.zh, name.en, indicator.zh, indicator.en].some((text) => text.toLowerCase().includes(word)),
  )
  const categories = catalogue.categories.filter(({ id }) => found.some(({ category }) => category === id))
  const toggle = (factor: CatalogueFactor, chosen: boolean) =>
    setPicks(
      chosen
        ? [...picks, pickOf(factor, catalogue)]
        : picks.filter(({ catalogueId }) => catalogueId !== factor.id),
    )
  return (
    <>
      <Alert color="dai" icon={<IconInfoCircle aria-hidden />} mb="lg">
        {t('explain')}
      </Alert>
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={asked}
        maw={420}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <Text size="sm" c="ink.6" mt={4} mb="md" role="status">
        {found.length === 0 ? t('none') : t('results', { n: found.length })}
      </Text>
      {categories.map((category) => (
        <Panel key={category.id} title={words(category.name)}>
          <div className={styles.factors}>
            {found
              .filter((factor) => factor.category === category.id)
              .map((factor) => {
                const already = present.includes(factor.id)
                return (
                  <Checkbox
                    key={factor.id}
                    label={
                      <Group gap={8} component="span">
                        {words(factor.name)}
                        {already && (
                          <Badge variant="light" color="ink" radius="sm" tt="none">
                            {t('already')}
                          </Badge>
                        )}
                      </Group>
                    }
                    description={t('reference', { text: words(factor.indicator) })}
                    disabled={already}
                    checked={already || picks.some(({ catalogueId }) => catalogueId === factor.id)}
                    onChange={(event) => toggle(factor, event.currentTarget.checked)}
                  />
                )
              })}
          </div>
        </Panel>
      ))}
      <Stack className={styles.bar}>
        <Group justify="space-between">
          <Text role="status">{t('selected', { n: picks.length })}</Text>
          <Button component={AppLink} href={backHref} variant="subtle" ml="auto">
            {t('leave')}
          </Button>
          <Button
            disabled={picks.length === 0}
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => setScoring(true)}
          >
            {t('next')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}
