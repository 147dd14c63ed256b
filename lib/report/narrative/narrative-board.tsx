'use client'

import { Text, UnstyledButton } from '@mantine/core'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { NarrativeEntry, NarrativeId, NarrativeState } from '../../assessment/narrative.ts'
import type { Looked, Save } from '../../ui/save.ts'
import type { FieldValue } from './bound-field.ts'
import { ChapterEditor, type ChapterText } from './chapter-editor.tsx'
import classes from './narrative.module.css'
import { placesToCheck } from './review-list.tsx'

interface NarrativeBoardProps {
  readonly chapters: readonly ChapterText[]
  readonly fields: readonly FieldValue[]
  readonly readOnly: boolean
  readonly save: Save<NarrativeEntry>
  readonly history: (chapter: NarrativeId) => Promise<Looked<readonly NarrativeState[]>>
}

/** The chapters that take a text, one open at a time; all keep saving, so that nothing is lost by turning the page. */
export function NarrativeBoard({ chapters, fields, readOnly, save, history }: NarrativeBoardProps) {
  const t = useTranslations('narrative')
  const [open, setOpen] = useState(chapters[0]?.id)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(chapters.map(({ id, text }) => [id, text])),
  )
  return (
    <div className={classes.layout}>
      <nav aria-label={t('choose')}>
        <ul className={classes.chapters}>
          {chapters.map(({ id }) => {
            const text = texts[id] ?? ''
            const places = placesToCheck(text, fields)
            return (
              <li key={id}>
                <UnstyledButton
                  className={classes.chapter}
                  aria-current={id === open ? 'true' : undefined}
                  onClick={() => setOpen(id)}
                >
                  <Text size="sm" fw={id === open ? 600 : 400}>
                    {t(`chapters.${id}`)}
                  </Text>
                  <Text size="xs" c={places > 0 ? 'ochre.8' : 'ink.6'}>
                    {text.trim() === ''
                      ? t('empty')
                      : places > 0
                        ? t('toCheck', { count: places })
                        : t('written', { characters: [...text].length })}
                  </Text>
                </UnstyledButton>
              </li>
            )
          })}
        </ul>
      </nav>
      <div>
        {chapters.map((chapter) => (
          <div key={chapter.id} hidden={chapter.id !== open}>
            <Remembered chapter={chapter} setTexts={setTexts}>
              {(onText) => (
                <ChapterEditor
                  chapter={chapter}
                  fields={fields}
                  readOnly={readOnly}
                  save={save}
                  history={history}
                  onText={onText}
                />
              )}
            </Remembered>
          </div>
        ))}
      </div>
    </div>
  )
}

interface RememberedProps {
  readonly chapter: ChapterText
  readonly setTexts: (
    change: (texts: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  ) => void
  readonly children: (onText: (text: string) => void) => ReactNode
}

/** Hands each editor a callback that stays the same from one drawing to the next. */
function Remembered({ chapter, setTexts, children }: RememberedProps) {
  const onText = useCallback(
    (text: string) =>
      setTexts((texts) => (texts[chapter.id] === text ? texts : { ...texts, [chapter.id]: text })),
    [chapter.id, setTexts],
  )
  return children(onText)
}
