/** A matter and a group, entered as an official enters them. */
import { expect, type Page } from '@playwright/test'
import { zhCN } from '../lib/messages/zh-CN.ts'

const { matter, workbench: words } = zhCN

export interface RegisteredMatter {
  readonly title: string
  readonly decisionBody: string
  readonly assessor: string
  readonly implementer: string
  readonly area: string
  readonly summary: string
}

/** From the list of assessments. @returns the path of the new assessment. */
export async function registerProject(page: Page, project: RegisteredMatter): Promise<string> {
  await page.getByRole('link', { name: words.list.create }).first().click()
  await page.getByRole('radio', { name: new RegExp(`^${words.kinds.project}`) }).check()
  for (const field of ['title', 'decisionBody', 'assessor', 'implementer', 'area', 'summary'] as const)
    await page.getByLabel(matter.fields[field], { exact: false }).first().fill(project[field])
  await page.getByRole('button', { name: matter.create }).click()
  await page.waitForURL(/\/assessments\/(?!new)[^/]+/)
  return /\/assessments\/(?!new)[^/]+/.exec(new URL(page.url()).pathname)![0]
}

/** On the page of the matter. */
export async function addFirstGroup(
  page: Page,
  group: { readonly name: string; readonly households: number; readonly persons: number },
): Promise<void> {
  await page.getByRole('button', { name: matter.groups.addFirst }).click()
  await page.getByLabel(matter.groups.name).fill(group.name)
  await page.getByLabel(matter.groups.households).fill(String(group.households))
  await page.getByLabel(matter.groups.persons).fill(String(group.persons))
  await page.getByRole('button', { name: matter.groups.save }).click()
  await expect(
    page.getByText(new RegExp(`${group.households.toLocaleString('en')}\\s*户`.replace(',', ',?'))).first(),
  ).toBeVisible()
}
