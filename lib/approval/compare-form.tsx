'use client'

import { Button, Group, NativeSelect } from '@mantine/core'
import { useTranslations } from 'use-intl'

interface CompareFormProps {
  /** The page that compares; gets `from` and `to`. */
  readonly action: string
  /** Versions there are, the newest first. */
  readonly numbers: readonly number[]
  readonly from: number
  /** Null: the draft. */
  readonly to: number | null
}

/** Chooses two states of the assessment. A plain form: the address of the comparison can be kept and passed on. */
export function CompareForm({ action, numbers, from, to }: CompareFormProps) {
  const t = useTranslations('approval.difference')
  const versions = numbers.map((number) => ({ value: String(number), label: t('version', { number }) }))
  return (
    <form action={action} method="get">
      <Group align="flex-end" gap="md">
        <NativeSelect name="from" label={t('from')} defaultValue={String(from)} data={versions} />
        <NativeSelect
          name="to"
          label={t('to')}
          defaultValue={to === null ? '' : String(to)}
          data={[{ value: '', label: t('current') }, ...versions]}
        />
        <Button type="submit" variant="default">
          {t('compare')}
        </Button>
      </Group>
    </form>
  )
}
