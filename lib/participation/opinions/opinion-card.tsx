'use client'

import { Button, NativeSelect, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Save } from '../../ui/save.ts'
import { useSaving } from '../../ui/use-saving.tsx'
import type { OpinionToCode } from './coding.ts'
import classes from './opinions.module.css'
import type { RestoringEntry } from './striking.ts'

interface OpinionCardProps {
  readonly opinion: OpinionToCode
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (themeId: string) => string
  readonly groupName: (groupId: string) => string
  readonly restore: Save<RestoringEntry>
  readonly readOnly: boolean
  readonly onPick: (themeId: string | null) => void
  readonly onOpen: (form: 'split' | 'mask' | 'strike') => void
}

/** The words of one opinion, where they came from, and what can be done with them. */
export function OpinionCard(props: OpinionCardProps) {
  const { opinion, themes, nameOf, groupName, restore, readOnly, onPick, onOpen } = props
  const t = useTranslations('opinions.coding')
  const sources = useTranslations('opinions.sources')
  const kinds = useTranslations('opinions.striking.kinds')
  const saving = useSaving()
  const { names, struck } = opinion
  return (
    <>
      <p className={classes.words}>
        {names.map((name, i) => (
          <span key={name.start}>
            {opinion.text.slice(names[i - 1]?.end ?? 0, name.start)}
            <mark>{name.text}</mark>
          </span>
        ))}
        {opinion.text.slice(names.at(-1)?.end ?? 0)}
      </p>
      <Text size="xs" c="ink.6">
        {[
          sources(opinion.source),
          ...(opinion.groupId === null ? [] : [groupName(opinion.groupId)]),
          ...(opinion.themeId === null ? [] : [nameOf(opinion.themeId)]),
          ...(names.length > 0 ? [t('names', { names: names.map(({ text }) => text).join('、') })] : []),
        ].join(' · ')}
      </Text>
      {struck && (
        <Text size="sm" c="cinnabar.8" mt={4}>
          {t('struckBecause', { kind: kinds(struck.kind), because: struck.because })}
        </Text>
      )}
      <Copies {...props} />
      {!readOnly && struck && (
        <div className={classes.tools}>
          <Button
            size="compact-sm"
            variant="light"
            loading={saving.saving}
            onClick={() => void saving.run(restore, { opinionIds: [opinion.id] }, t('restored'))}
          >
            {t('restore')}
          </Button>
        </div>
      )}
      {!readOnly && !struck && (
        <div className={classes.tools}>
          {opinion.suggestions.map((themeId, i) => (
            <Button
              key={themeId}
              size="compact-sm"
              variant={i === 0 ? 'light' : 'default'}
              onClick={() => onPick(themeId)}
            >
              <span className={classes.key} aria-hidden>
                {i + 1}
              </span>
              {nameOf(themeId)}
            </Button>
          ))}
          <NativeSelect
            size="xs"
            aria-label={t('other')}
            value=""
            onChange={(event) => onPick(event.currentTarget.value)}
            data={[
              { value: '', label: t('other'), disabled: true },
              ...themes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {opinion.themeId !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => onPick(null)}>
              {t('uncode')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen('split')}>
            {t('split')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color={names.length > 0 ? 'ochre' : 'dai'}
            onClick={() => onOpen('mask')}
          >
            {t('mask')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="cinnabar" onClick={() => onOpen('strike')}>
            {t('strike')}
          </Button>
        </div>
      )}
    </>
  )
}

/** More than these nobody compares by eye. */
const WORDINGS_SHOWN = 5

/** What will be coded along, in its own words where they differ. */
function Copies({ opinion: { copies, themeId }, nameOf }: OpinionCardProps) {
  const t = useTranslations('opinions.coding')
  if (copies.length === 0) return null
  const open = copies.filter((copy) => copy.themeId === null).length
  const elsewhere = [...new Set(copies.flatMap((copy) => copy.themeId ?? []))]
  const wordings = [...new Set(copies.flatMap(({ text }) => text ?? []))]
  return (
    <div className={classes.copies}>
      <Text size="xs" c="ink.7">
        {t('copies', { n: copies.length + 1 })}
        {themeId === null && open > 0 && t('codedAlong', { n: open })}
        {elsewhere.length > 0 &&
          t('codedElsewhere', {
            n: copies.length - open,
            themes: elsewhere.map(nameOf).join('、'),
          })}
      </Text>
      {wordings.length > 0 && (
        <>
          <Text size="xs" c="ink.7">
            {t('otherWordings')}
          </Text>
          <ul>
            {wordings.slice(0, WORDINGS_SHOWN).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {wordings.length > WORDINGS_SHOWN && (
            <Text size="xs" c="ink.7">
              {t('moreWordings', { n: wordings.length - WORDINGS_SHOWN })}
            </Text>
          )}
        </>
      )}
    </div>
  )
}
