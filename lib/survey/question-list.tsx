'use client'

import { Alert, Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { Fragment, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '../ui/form/issue-text.tsx'
import {
  duplicateQuestion,
  moveQuestion,
  type Removed,
  removeQuestion,
  replaceQuestion,
  restoreQuestion,
} from './drafting.ts'
import { QuestionCard } from './question-card.tsx'
import { INDEX_NAMES, type Questionnaire } from './questionnaire.ts'
import styles from './survey.module.css'

interface QuestionListProps {
  readonly draft: Questionnaire
  /** Id of a question that was just added and is to be worded. */
  readonly fresh: string | null
  readonly readOnly: boolean
  /** Codes by path, e.g. `questions.2.title`. */
  readonly issues: ReadonlyMap<string, string>
  onChange(draft: Questionnaire): void
}

/** The questions in their order; one is open for editing, and the last deletion can be taken back where it happened. */
export function QuestionList({ draft, fresh, readOnly, issues, onChange }: QuestionListProps) {
  const t = useTranslations('survey')
  const issueText = useIssueText()
  const [open, setOpen] = useState<string | null>(fresh)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (fresh) setOpen(fresh)
  }, [fresh])

  if (draft.questions.length === 0 && !removed) return <Text c="ink.6">{t('builder.noQuestions')}</Text>

  const undo = removed && (
    <Alert color="ochre" role="status">
      <Group gap="sm">
        <Text size="sm">
          {t('question.removed', { title: removed.question.title.trim() || t('question.untitled') })}
          {INDEX_NAMES.some((name) => removed.indices[name]?.questionIds.includes(removed.question.id)) &&
            t('question.removedIndex')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => {
            onChange(restoreQuestion(draft, removed))
            setRemoved(null)
          }}
        >
          {t('question.undo')}
        </Button>
      </Group>
    </Alert>
  )
  const place = Math.min(removed?.index ?? 0, draft.questions.length)

  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <ol className={styles.questions}>
        {draft.questions.map((question, i) => {
          const at = `questions.${i}.`
          return (
            <Fragment key={question.id}>
              {undo && place === i && <li>{undo}</li>}
              <QuestionCard
                draft={draft}
                index={i}
                open={open === question.id}
                fresh={fresh === question.id}
                readOnly={readOnly}
                wrong={[...issues.keys()].some((path) => path.startsWith(at))}
                issueAt={(path) => issueText(issues.get(at + path))}
                actions={{
                  toggle: () => setOpen(open === question.id ? null : question.id),
                  duplicate: () => {
                    const next = duplicateQuestion(draft, i)
                    onChange(next)
                    setOpen(next.questions[i + 1]?.id ?? null)
                  },
                  move: (by) => {
                    onChange(moveQuestion(draft, i, by))
                    setSaid(t('question.moved', { n: i + 1 + by }))
                  },
                  remove: (what) => {
                    onChange(removeQuestion(draft, i))
                    setRemoved(what)
                  },
                  change: (changed) => onChange(replaceQuestion(draft, i, changed)),
                }}
              />
            </Fragment>
          )
        })}
        {undo && place === draft.questions.length && <li>{undo}</li>}
      </ol>
    </>
  )
}
