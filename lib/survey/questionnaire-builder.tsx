'use client'

import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import {
  IconAlertTriangle,
  IconEye,
  IconFilePlus,
  IconMessageQuestion,
  IconPencil,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { useIssueText } from '../ui/form/issue-text.tsx'
import { useRefusalText } from '../ui/form/refusal-text.tsx'
import { useUnsaved } from '../ui/form/unsaved-guard.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import { useSaving } from '../ui/use-saving.tsx'
import { AddQuestions } from './add-questions.tsx'
import { emptyQuestionnaire } from './drafting.ts'
import { IndexNaming } from './index-naming.tsx'
import { missingTranslations, withLiveTranslations } from './localized.ts'
import { PublishPanel } from './publish-panel.tsx'
import { QuestionList } from './question-list.tsx'
import { type Questionnaire, questionnaireShape } from './questionnaire.ts'
import { QuestionnairePreview } from './questionnaire-preview.tsx'
import { startingQuestionnaire } from './standard-items.ts'
import styles from './survey.module.css'
import { TranslationsEditor } from './translations-editor.tsx'

interface QuestionnaireBuilderProps {
  /** What is stored; null before the first save. */
  readonly questionnaire: Questionnaire | null
  readonly matterTitle: string
  readonly groups: number
  readonly groupsHref: string
  readonly readOnly: boolean
  readonly save: Save<Questionnaire>
  readonly publish: Save<null>
  /** What the stored questionnaire weighs on a telephone. */
  readonly weights: ReactNode
}

/** Codes by path of the place, as the shape or the server found them. */
type Issues = ReadonlyMap<string, string>

function issuesOf(draft: Questionnaire): Issues {
  const parsed = questionnaireShape.safeParse(draft)
  if (parsed.success) return new Map()
  return new Map(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

/** The questionnaire while it is a draft: words, questions, the naming of the indices, and publication. */
export function QuestionnaireBuilder({
  questionnaire,
  matterTitle,
  groups,
  groupsHref,
  readOnly,
  save,
  publish,
  weights,
}: QuestionnaireBuilderProps) {
  const t = useTranslations('survey')
  const issueText = useIssueText()
  const refusalText = useRefusalText()
  const narrow = useMediaQuery('(max-width: 48em)')
  const { saving, refusal, run } = useSaving()
  const stored = JSON.stringify(questionnaire)
  const [draft, setDraft] = useState(questionnaire)
  const [applied, setApplied] = useState(stored)
  const [checked, setChecked] = useState(false)
  const [fresh, setFresh] = useState<string | null>(null)
  const [previewing, { open: openPreview, close: closePreview }] = useDisclosure(false)
  const page = useRef<HTMLDivElement>(null)
  const dirty = !readOnly && JSON.stringify(draft) !== stored
  useUnsaved(dirty)
  useEffect(() => {
    if (dirty || applied === stored) return
    setApplied(stored)
    setDraft(JSON.parse(stored))
  }, [dirty, applied, stored])

  if (!draft) {
    return (
      <Panel>
        <EmptyState
          icon={<IconMessageQuestion size={40} stroke={1.4} />}
          title={t('builder.emptyTitle')}
          action={
            !readOnly && (
              <Group justify="center">
                <Button
                  leftSection={<IconFilePlus size={18} aria-hidden />}
                  onClick={() => setDraft(startingQuestionnaire(matterTitle))}
                >
                  {t('builder.useTemplate')}
                </Button>
                <Button variant="default" onClick={() => setDraft(emptyQuestionnaire())}>
                  {t('builder.useBlank')}
                </Button>
              </Group>
            )
          }
        >
          {t('builder.empty')}
        </EmptyState>
      </Panel>
    )
  }

  const issues = checked ? issuesOf(draft) : new Map<string, string>()
  const issueAt = (path: string) => issueText(issues.get(path))
  const submit = async () => {
    setChecked(true)
    // Trimmed as the shape trims, so that what is shown after saving is what was stored.
    const parsed = questionnaireShape.safeParse(withLiveTranslations(draft))
    if (!parsed.success) {
      const [list, index] = parsed.error.issues[0]?.path ?? []
      if (list === 'questions') setFresh(draft.questions[Number(index)]?.id ?? null)
      // After the question has unfolded.
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setDraft(parsed.data)
    if (await run(save, parsed.data, t('builder.saved'))) setChecked(false)
  }

  return (
    <div ref={page}>
      <Panel title={t('builder.about')}>
        <Stack maw={720}>
          <TextInput
            label={t('builder.title')}
            value={draft.title}
            error={issueAt('title')}
            readOnly={readOnly}
            withAsterisk
            onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('builder.introduction')}
            description={t('builder.introductionHelp')}
            value={draft.introduction}
            error={issueAt('introduction')}
            readOnly={readOnly}
            withAsterisk
            autosize
            minRows={3}
            onChange={(event) => setDraft({ ...draft, introduction: event.currentTarget.value })}
          />
        </Stack>
      </Panel>
      <Panel
        title={t('builder.questions')}
        aside={
          <Text size="sm" c="ink.6">
            {t('builder.questionCount', { n: draft.questions.length })}
          </Text>
        }
      >
        <Stack>
          <QuestionList draft={draft} fresh={fresh} readOnly={readOnly} issues={issues} onChange={setDraft} />
          {!readOnly && (
            <AddQuestions
              draft={draft}
              onChange={(next, open) => {
                setDraft(next)
                if (open) setFresh(next.questions.at(-1)?.id ?? null)
              }}
            />
          )}
        </Stack>
      </Panel>
      <Panel title={t('naming.heading')} description={t('naming.explain')}>
        <IndexNaming draft={draft} readOnly={readOnly} issueAt={issueAt} onChange={setDraft} />
      </Panel>
      <Panel title={t('languages.heading')} description={t('languages.explain')}>
        <TranslationsEditor draft={draft} readOnly={readOnly} onChange={setDraft} />
        {issueAt('languages') && <Text c="cinnabar.7">{issueAt('languages')}</Text>}
      </Panel>
      {!readOnly && (
        <PublishPanel
          untranslated={missingTranslations(draft).map(({ language, places }) => ({
            language,
            n: places.length,
          }))}
          groups={groups}
          groupsHref={groupsHref}
          measuresOpposition={draft.indices.opposition !== null}
          saved={!dirty && questionnaire !== null}
          publish={publish}
          weights={weights}
        />
      )}
      <div className={styles.bar}>
        <Group gap="sm">
          {!readOnly && (
            <Button onClick={submit} loading={saving} disabled={!dirty}>
              {t('builder.save')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconEye size={18} aria-hidden />} onClick={openPreview}>
            {t('builder.preview')}
          </Button>
          <Text size="sm" role="status" c={issues.size > 0 || refusal ? 'cinnabar.7' : 'ink.6'}>
            {issues.size > 0 ? (
              <>
                <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                {refusalText({ ok: false, reason: 'invalid-input' })}
                {issueAt('questions')}
              </>
            ) : refusal ? (
              refusalText(refusal)
            ) : (
              dirty && (
                <>
                  <IconPencil size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                  {t('builder.unsaved')}
                </>
              )
            )}
          </Text>
        </Group>
      </div>
      {readOnly && (
        <Alert color="ink" mt="md">
          {t('builder.readOnly')}
        </Alert>
      )}
      <Modal
        opened={previewing}
        onClose={closePreview}
        title={t('builder.previewTitle')}
        size="xl"
        fullScreen={narrow ?? false}
      >
        <QuestionnairePreview questionnaire={draft} />
      </Modal>
    </div>
  )
}
