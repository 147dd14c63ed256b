/** Every message of the workbench can be said in both languages, and English counts one thing as one. */
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

type Tree = { readonly [key: string]: string | Tree }

function leavesOf(tree: Tree, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value] as [string, string]]
      : leavesOf(value, [...path, key]),
  )
}

/** The message with every number one. */
function said(locale: 'zh-CN' | 'en', key: string, message: string): string {
  const say = createTranslator({
    locale,
    messages: { message } as Record<string, string>,
    onError: (error) => {
      throw new Error(`${key}: ${error.message}`)
    },
  })
  const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name!, 1] as const)
  const tags = [...message.matchAll(/<(\w+)>/g)].map(
    ([, name]) => [name!, (chunks: unknown) => chunks] as const,
  )
  return String(say.rich('message', Object.fromEntries([...names, ...tags]) as never))
}

test.each([
  ['zh-CN', zhCN],
  ['en', en],
] as const)('every message in %s can be said', (locale, messages) => {
  const leaves = leavesOf(messages as unknown as Tree)
  expect(leaves.length).toBeGreaterThan(1500)
  for (const [key, message] of leaves) expect(said(locale, key, message), key).not.toBe('')
})

/**
 * What is said to residents and on the command line has no plural (say.ts), and of these there is never one: draws of a simulation,
 * a decimal number, a bound, the sample of a whole place, the levels of an office when all are worth a remark.
 */
const NEVER_ONE =
  /^(bundle|intake)\.|^economics\.indicators\.|^economics\.sensitivity\.together$|^risk\.level\.statistic\.points$|^robustness\.(weights|silence|panel)\.|^sampling\.plan\.|^survey\.(add\.full|cross\.test)$|^office\.onlyLow\.title$|^report\.warnings\.figures-as-tables$/
const SEVERAL =
  /(?<!(?:most|least|than|of|on|within|from|below|Only) )\b1 (?:(?:new|more|valid|risk) )?(?!is\b|was\b|has\b|fails\b|less\b|serious\b)[a-z]+s\b/

test('English counts one thing as one', () => {
  const counted = leavesOf(en as unknown as Tree).filter(([key]) => !NEVER_ONE.test(key))
  const sentences = counted.map(([key, message]) => `${key}: ${said('en', key, message)}`)
  expect(sentences.filter((words) => SEVERAL.test(words))).toEqual([])
})
