/** The recomputation of a bundle as a command, without its process: what it prints, and how it ends. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { FigureValue } from '../lib/approval/bundle/figures.ts'
import { type BundleFault, recomputeBundle } from '../lib/approval/bundle/recompute.ts'
import { digestBytes } from '../lib/integrity/digest.ts'
import { bundle as en } from '../lib/messages/en/bundle.ts'
import type { Messages } from '../lib/messages/messages.ts'
import { sayFrom } from '../lib/messages/say.ts'
import { bundle as zhCN } from '../lib/messages/zh-CN/bundle.ts'
import { formatCode, parseCode } from '../lib/survey/codes/code.ts'

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

/** Null where the arguments are none. */
function askedOf(
  args: readonly string[],
): { readonly file: string; readonly code: string | undefined } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { code: { type: 'string' } },
    })
    const [file] = positionals
    return positionals.length === 1 && file !== undefined ? { file, code: values.code } : null
  } catch {
    return null // an option that does not exist
  }
}

/**
 * Prints every figure of a bundle as stored and as recomputed.
 * `--code` holds it against the code on paper: a bundle that was made anew as a whole agrees with itself.
 * @returns the exit code: 0 when all is the same, 1 on any difference, 2 when the file is no bundle.
 */
export function runRecompute(args: readonly string[], terminal: Terminal, locale: 'zh-CN' | 'en'): 0 | 1 | 2 {
  const say = sayFrom<Messages<typeof zhCN>>(locale === 'en' ? en : zhCN)
  const asked = askedOf(args)
  if (!asked) {
    terminal.err(say('command.usage'))
    return 2
  }
  const { file } = asked
  const onPaper = asked.code === undefined ? null : parseCode(asked.code)
  if (onPaper && !onPaper.ok) {
    terminal.err(say('command.codeMistyped', { code: asked.code ?? '' }))
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
  const { manifest, title, kind, code, figures, different, faults, notRecomputed, sound } = result.value
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
  if (kind === 'public') {
    for (const path of manifest.leftOut) terminal.out(`- ${path}  ${say('figures.outside')}`)
    terminal.out(`${say('standing.fileDigest')}  ${digestBytes(bytes)}`)
    terminal.out(say('command.codeStated'))
  }
  const genuine = onPaper === null || onPaper.value === code
  if (onPaper === null) {
    if (code !== null) terminal.out(`${say('standing.code')}  ${formatCode(code)}`)
    terminal.out(say(code === null ? 'standing.draft' : 'command.codeUnchecked'))
  } else if (genuine) terminal.out(say('command.codeSame', { code: formatCode(onPaper.value) }))
  else
    terminal.err(
      `! ${say('command.codeDiffers', { asked: formatCode(onPaper.value), code: code === null ? absent : formatCode(code) })}`,
    )
  terminal.out(
    sound
      ? say('command.sound', { count: figures.length })
      : say('command.unsound', { different: different.length, faults: faults.length }),
  )
  return sound && genuine ? 0 : 1
}
