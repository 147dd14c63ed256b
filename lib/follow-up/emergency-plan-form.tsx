'use client'

import { Alert, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Scheme } from '../scheme/scheme.ts'
import { useDay } from '../ui/day.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { EntryFormBox } from '../ui/form/entry-form-box.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { SubmitBar } from '../ui/form/submit-bar.tsx'
import { TextAreaField, TextField } from '../ui/form/text-field.tsx'
import { useEntryForm } from '../ui/form/use-entry-form.tsx'
import { Panel } from '../ui/panel.tsx'
import type { Save } from '../ui/save.ts'
import {
  type EmergencyPlan,
  emergencyPlanShape,
  isPlan,
  nextDrill,
  RESPONSE_LEVELS,
  type ResponseLevel,
} from './emergency-plan.ts'
import classes from './follow-up.module.css'
import { proposedScenarios, scenariosOf } from './scenario-proposals.ts'

interface EmergencyPlanFormProps {
  readonly plan: EmergencyPlan | null
  readonly scheme: Scheme
  readonly today: string
  readonly save: Save<EmergencyPlan>
  readonly readOnly: boolean
}

const NO_PLAN: EmergencyPlan = { scenarios: [], contacts: [], drills: [] }

/** Scenarios, with those that the scheme's rules ask about, whom to call, and what the drills taught. */
export function EmergencyPlanForm({ plan, scheme, today, save, readOnly }: EmergencyPlanFormProps) {
  const t = useTranslations('followUp.plan')
  const form = useEntryForm<EmergencyPlan>({
    shape: emergencyPlanShape(today),
    values: plan ?? NO_PLAN,
    save,
    savedMessage: t('saved'),
    readOnly,
  })
  const scenarios = useFieldArray({ control: form.control, name: 'scenarios', keyName: 'key' })
  const contacts = useFieldArray({ control: form.control, name: 'contacts', keyName: 'key' })
  const drills = useFieldArray({ control: form.control, name: 'drills', keyName: 'key' })
  const written = form.methods.watch('scenarios')
  const proposals = proposedScenarios(scheme, { scenarios: written })
  const ruleName = (ruleId: string) =>
    scenariosOf(scheme).find((one) => one.ruleId === ruleId)?.name ?? ruleId
  return (
    <Panel title={t('title')} description={t('lead')}>
      <EntryFormBox form={form} label={t('title')}>
        <Stack gap="lg">
          {isPlan(plan) ? (
            <DrillReminder plan={plan} everyDays={scheme.reminders.drill.value} today={today} />
          ) : (
            <Text size="sm" c="ochre.8">
              {t('empty')}
            </Text>
          )}
          {!readOnly && proposals.length > 0 && (
            <section aria-label={t('proposals')}>
              <Text size="sm" mb="xs">
                {t('proposals')}
              </Text>
              <Group gap="xs">
                {proposals.map((proposal) => (
                  <Button
                    key={proposal.ruleId}
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconPlus size={16} aria-hidden />}
                    styles={{ root: { height: 'auto', minHeight: 30 }, label: { whiteSpace: 'normal' } }}
                    onClick={() => scenarios.append(proposal)}
                  >
                    {t('propose', { name: proposal.name })}
                  </Button>
                ))}
              </Group>
            </section>
          )}
          <Entries
            title={t('scenarios')}
            add={t('addScenario')}
            keys={scenarios.fields.map(({ key }) => key)}
            readOnly={readOnly}
            onAdd={() =>
              scenarios.append({
                ruleId: null,
                name: '',
                trigger: '',
                level: '' as ResponseLevel,
                unit: '',
                response: '',
              })
            }
            onRemove={scenarios.remove}
          >
            {(i) => (
              <>
                {written[i]?.ruleId && (
                  <Badge variant="light" style={{ height: 'auto', whiteSpace: 'normal' }}>
                    {t('rule', { rule: ruleName(written[i].ruleId) })}
                  </Badge>
                )}
                <SimpleGrid cols={{ base: 1, sm: 3 }}>
                  <TextField form={form} name={`scenarios.${i}.name`} label={t('name')} required />
                  <SelectField
                    form={form}
                    name={`scenarios.${i}.level`}
                    label={t('level')}
                    required
                    placeholder={t('chooseLevel')}
                    choices={RESPONSE_LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
                  />
                  <TextField form={form} name={`scenarios.${i}.unit`} label={t('unit')} required />
                </SimpleGrid>
                <TextAreaField
                  form={form}
                  name={`scenarios.${i}.trigger`}
                  label={t('trigger')}
                  required
                  minRows={1}
                />
                <TextAreaField
                  form={form}
                  name={`scenarios.${i}.response`}
                  label={t('response')}
                  required
                  minRows={2}
                />
              </>
            )}
          </Entries>
          <Entries
            title={t('contacts')}
            add={t('addContact')}
            keys={contacts.fields.map(({ key }) => key)}
            readOnly={readOnly}
            onAdd={() => contacts.append({ office: '', duty: '', phone: '' })}
            onRemove={contacts.remove}
          >
            {(i) => (
              <SimpleGrid cols={{ base: 1, sm: 3 }}>
                <TextField form={form} name={`contacts.${i}.office`} label={t('office')} required />
                <TextField form={form} name={`contacts.${i}.duty`} label={t('duty')} required />
                <TextField form={form} name={`contacts.${i}.phone`} label={t('phone')} required />
              </SimpleGrid>
            )}
          </Entries>
          <Entries
            title={t('drills')}
            add={t('addDrill')}
            keys={drills.fields.map(({ key }) => key)}
            readOnly={readOnly}
            onAdd={() => drills.append({ heldOn: '', scenario: '', units: '', lessons: '' })}
            onRemove={drills.remove}
          >
            {(i) => (
              <>
                <SimpleGrid cols={{ base: 1, sm: 3 }}>
                  <DateField
                    form={form}
                    name={`drills.${i}.heldOn`}
                    label={t('heldOn')}
                    latest={today}
                    required
                  />
                  <TextField form={form} name={`drills.${i}.scenario`} label={t('drillScenario')} required />
                  <TextField form={form} name={`drills.${i}.units`} label={t('units')} required />
                </SimpleGrid>
                <TextAreaField
                  form={form}
                  name={`drills.${i}.lessons`}
                  label={t('lessons')}
                  required
                  minRows={1}
                />
              </>
            )}
          </Entries>
          <SubmitBar form={form} label={t('save')} />
        </Stack>
      </EntryFormBox>
    </Panel>
  )
}

/** When the plan has to be tried again. */
function DrillReminder({
  plan,
  everyDays,
  today,
}: {
  plan: EmergencyPlan
  everyDays: number
  today: string
}) {
  const t = useTranslations('followUp.plan')
  const day = useDay()
  const next = nextDrill(plan, everyDays)
  if (next !== null && next >= today)
    return (
      <Text size="sm" c="ink.6">
        {t('nextDrill', { day: day(next) })}
      </Text>
    )
  return (
    <Alert color="ochre">{next === null ? t('neverDrilled') : t('drillOverdue', { day: day(next) })}</Alert>
  )
}

interface EntriesProps {
  readonly title: string
  readonly add: string
  readonly keys: readonly string[]
  readonly readOnly: boolean
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly children: (index: number) => ReactNode
}

function Entries({ title, add, keys, readOnly, onAdd, onRemove, children }: EntriesProps) {
  const t = useTranslations('followUp.plan')
  return (
    <section aria-label={title}>
      <Title order={3} fz="h4" mb="xs">
        {title}
      </Title>
      {keys.length === 0 && (
        <Text size="sm" c="ink.6" mb="xs">
          {t('none')}
        </Text>
      )}
      {keys.map((key, i) => (
        <fieldset key={key} className={classes.entry} aria-label={`${title} ${i + 1}`}>
          <Stack gap="sm">
            {children(i)}
            {!readOnly && (
              <Group justify="flex-end">
                <Button size="compact-sm" variant="subtle" color="cinnabar" onClick={() => onRemove(i)}>
                  {t('remove')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={onAdd}
        >
          {add}
        </Button>
      )}
    </section>
  )
}
