/** The recomputation of a bundle as a command, without its process: what it prints, and how it ends. */
import { readFileSync } from 'node:fs'
import type { FigureValue } from '../lib/approval/bundle/figures.ts'
import { type BundleFault, recomputeBundle } from '../lib/approval/bundle/recompute.ts'
import { bundle as en } from '../lib/messages/en/bundle.ts'
import type { Messages } from '../lib/messages/messages.ts'
import { sayFrom } from '../lib/messages/say.ts'
import { bundle as zhCN } from '../lib/messages/zh-CN/bundle.ts'

export interface Terminal {
  out(line: string): void
  err(line: string): void
}

const printed = (value: FigureValue | undefined, absent: string) =>
  value === undefined ? absent : JSON.stringify(value)

const valuesOf = (fault: BundleFault) => {
  const { fault: _, ...values } = fault
  return values
}

/**
 * Prints every figure of a bundle as stored and as recomputed.
 * @returns the exit code: 0 when all is the same, 1 on any difference, 2 when the file is no bundle.
 */
export function runRecompute(args: readonly string[], terminal: Terminal, locale: 'zh-CN' | 'en'): 0 | 1 | 2 {
  const say = sayFrom<Messages<typeof zhCN>>(locale === 'en' ? en : zhCN)
  const [file] = args
  if (args.length !== 1 || file === undefined) {
    terminal.err(say('command.usage'))
    return 2
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    terminal.err(say('command.cannotRead', { file }))
    return 2
  }
  const result = recomputeBundle(bytes)
  if (!result.ok) {
    terminal.err(say(`refusals.${result.reason}`, result.details))
    return 2
  }
  const { manifest, title, kind, figures, different, faults, notRecomputed, sound } = result.value
  const absent = say('figures.absent')
  terminal.out(`${say('facts.matter')}  ${title}`)
  terminal.out(`${say('facts.kind')}  ${say(`kind.${kind}`)}`)
  terminal.out(`${say('facts.engine')}  ${manifest.engineVersion}`)
  terminal.out(`${say('facts.caseDigest')}  ${manifest.caseDigest}`)
  for (const { path, stored, recomputed } of figures) {
    const mark = Object.is(stored, recomputed) ? '=' : '≠'
    terminal.out(`${mark} ${path}  ${printed(stored, absent)}  ${printed(recomputed, absent)}`)
  }
  for (const path of notRecomputed) terminal.out(`? ${path}  ${say('figures.left')}`)
  for (const fault of faults) terminal.err(`! ${say(`faults.${fault.fault}`, valuesOf(fault))}`)
  for (const { path, stored, recomputed } of different)
    terminal.err(`≠ ${path}  ${printed(stored, absent)}  ${printed(recomputed, absent)}`)
  terminal.out(
    sound
      ? say('command.sound', { count: figures.length })
      : say('command.unsound', { different: different.length, faults: faults.length }),
  )
  return sound ? 0 : 1
}
