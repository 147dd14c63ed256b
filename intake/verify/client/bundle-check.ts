/**
 * The page that recomputes a bundle, in the browser of whoever wants to know. It reads a file that the visitor chose, computes, looks
 * the code up in the register of this site, and shows; the file itself goes nowhere. Text is set as text, never as markup.
 */
import type { FigureValue } from '../../../lib/approval/bundle/figures.ts'
import {
  type ComparedFigure,
  type Recomputation,
  recomputeBundle,
} from '../../../lib/approval/bundle/recompute.ts'
import { isRegistered, registrationShape } from '../../../lib/approval/bundle/registration.ts'
import { digestBytes } from '../../../lib/integrity/digest.ts'
import type { Messages } from '../../../lib/messages/messages.ts'
import { type Say, sayFrom } from '../../../lib/messages/say.ts'
import type { bundle } from '../../../lib/messages/zh-CN/bundle.ts'
import { formatCode } from '../../../lib/survey/codes/code.ts'

type Words = Messages<typeof bundle>

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

const shown = (say: Say<Words>, value: FigureValue | undefined) =>
  value === undefined ? say('figures.absent') : typeof value === 'string' ? value : JSON.stringify(value)

function figureTable(say: Say<Words>, figures: readonly ComparedFigure[]): HTMLElement {
  const head = element('tr', '')
  for (const word of ['path', 'stored', 'recomputed'] as const) {
    const cell = element('th', '', say(`figures.${word}`))
    cell.scope = 'col'
    head.append(cell)
  }
  const rows = figures.map(({ path, stored, recomputed }) => {
    const same = Object.is(stored, recomputed)
    const row = element(
      'tr',
      same ? '' : 'differs',
      element('td', 'path', path),
      element('td', '', shown(say, stored)),
      element('td', '', `${shown(say, recomputed)} ${same ? '✓' : '✗'}`),
    )
    row.lastElementChild?.setAttribute(
      'aria-label',
      `${shown(say, recomputed)} ${say(same ? 'figures.same' : 'figures.differs')}`,
    )
    return row
  })
  return element(
    'div',
    'scroll',
    element('table', '', element('thead', '', head), element('tbody', '', ...rows)),
  )
}

function facts(say: Say<Words>, { title, kind, manifest }: Recomputation): HTMLElement {
  const row = (label: string, value: string, className = '') =>
    element('div', 'r', element('dt', '', label), element('dd', className, value))
  const { version, frozenOn } = manifest
  return element(
    'section',
    'card',
    element('h2', '', say('facts.heading')),
    element(
      'dl',
      '',
      row(say('facts.matter'), title),
      row(say('facts.kind'), say(`kind.${kind}`)),
      row(
        say('facts.version'),
        version === null ? say('facts.draft') : say('facts.frozen', { version, day: frozenOn ?? '' }),
      ),
      row(say('facts.engine'), manifest.engineVersion),
      row(say('facts.scheme'), manifest.schemeId),
      row(say('facts.caseDigest'), (manifest.caseDigest.match(/.{1,16}/g) ?? []).join(' '), 'digest'),
    ),
  )
}

type Standing = 'registered' | 'differs' | 'unknown' | 'unreachable' | 'draft'

/** Long enough for a slow line, short enough to wait for. */
const PATIENCE_MS = 8000

/** What the register of this site says of the bundle. */
async function standingOf(found: Recomputation, fileDigest: string): Promise<Standing> {
  if (found.code === null) return 'draft'
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    const answer = await fetch(`report/${found.code}/record`, { signal: stop.signal })
    if (answer.status === 404) return 'unknown'
    const registration = registrationShape.safeParse(await answer.json())
    if (!registration.success) return 'unreachable'
    return isRegistered(found, fileDigest, registration.data) ? 'registered' : 'differs'
  } catch {
    return 'unreachable'
  } finally {
    clearTimeout(timer)
  }
}

function standingCard(
  say: Say<Words>,
  { code, kind }: Recomputation,
  standing: Standing,
  fileDigest: string,
): HTMLElement {
  const parts: HTMLElement[] = []
  if (code !== null)
    parts.push(
      element('h2', '', say('standing.code')),
      element('p', 'code', formatCode(code)),
      element('p', '', say('standing.compare')),
    )
  if (standing === 'registered') parts.push(element('p', '', element('b', '', say('standing.registered'))))
  if (standing === 'registered' || standing === 'differs') {
    const link = element('a', '', say('standing.open'))
    link.href = `report/${code}`
    parts.push(element('p', '', link))
  }
  if (kind === 'public')
    parts.push(
      element('p', 'hint', say('standing.fileDigest')),
      element('p', 'digest', (fileDigest.match(/.{1,16}/g) ?? []).join(' ')),
    )
  return element('section', 'card', ...parts)
}

function summary(
  say: Say<Words>,
  { kind, figures, different, faults, notRecomputed, sound }: Recomputation,
): string {
  if (!sound) return say('unsound', { different: different.length, faults: faults.length })
  if (kind === 'public' && notRecomputed.length > 0)
    return say('soundPublic', { count: figures.length, left: notRecomputed.length })
  return say('sound', { count: figures.length })
}

/** A path with the name of what it belongs to, for people who do not read paths. */
function named({ names }: Words, path: string): string {
  const key = path.replace(/\[.*$/, '').replaceAll('.', '-')
  return Object.hasOwn(names, key) ? `${names[key as keyof Words['names']]}　${path}` : path
}

function report(
  say: Say<Words>,
  words: Words,
  found: Recomputation,
  standing: Standing,
  fileDigest: string,
): HTMLElement[] {
  const { figures, different, faults, notRecomputed, sound, manifest } = found
  // In order by itself is not yet genuine: green only where the register says so too.
  const look = !sound || standing === 'differs' ? 'bad' : standing === 'registered' ? 'ok' : 'warn'
  const verdict = element('p', `verdict ${look}`, element('b', '', summary(say, found)))
  if (standing !== 'registered') verdict.append(element('br', ''), say(`standing.${standing}`))
  const sections: HTMLElement[] = [verdict, standingCard(say, found, standing, fileDigest), facts(say, found)]
  if (faults.length > 0)
    sections.push(
      element(
        'section',
        'card',
        element('h2', '', say('faults.heading')),
        element(
          'ul',
          '',
          ...faults.map(({ fault, ...values }) => element('li', '', say(`faults.${fault}`, values))),
        ),
      ),
    )
  if (different.length > 0)
    sections.push(
      element('section', 'card', element('h2', '', say('figures.different')), figureTable(say, different)),
    )
  if (notRecomputed.length > 0)
    sections.push(
      element(
        'section',
        'card',
        element('h2', '', say('figures.left')),
        element('p', '', say('figures.leftWhy')),
        element('ul', 'path', ...notRecomputed.map((path) => element('li', '', named(words, path)))),
      ),
    )
  if (manifest.leftOut.length > 0)
    sections.push(
      element(
        'details',
        'card',
        element('summary', '', say('figures.outside')),
        element('p', '', say('figures.outsideWhy')),
        element('ul', 'path', ...manifest.leftOut.map((path) => element('li', '', path))),
      ),
    )
  sections.push(
    element(
      'details',
      'card',
      element('summary', '', say('figures.all', { count: figures.length })),
      figureTable(say, figures),
    ),
  )
  return sections
}

function start(): void {
  const words = document.getElementById('words')
  const input = document.getElementById('bundle')
  const area = document.getElementById('area')
  const result = document.getElementById('result')
  if (!words?.textContent || !(input instanceof HTMLInputElement) || !area || !result) return
  const phrases = JSON.parse(words.textContent) as Words
  const say = sayFrom(phrases)

  const show = (...nodes: Node[]) => result.replaceChildren(...nodes)
  const check = async (file: File) => {
    show(element('p', '', say('working')))
    // Painted before the computing begins, which holds the page for a moment.
    await new Promise((resolve) => setTimeout(resolve, 30))
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await file.arrayBuffer())
    } catch {
      show(element('p', 'verdict bad', say('refusals.unreadable')))
      return
    }
    const found = recomputeBundle(bytes)
    if (found.ok) {
      const fileDigest = digestBytes(bytes)
      const standing = await standingOf(found.value, fileDigest)
      show(...report(say, phrases, found.value, standing, fileDigest))
    } else show(element('p', 'verdict bad', element('b', '', say(`refusals.${found.reason}`, found.details))))
  }

  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void check(file)
    // The same file, changed meanwhile, may be chosen again.
    input.value = ''
  })
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.classList.add('over')
  })
  area.addEventListener('dragleave', () => area.classList.remove('over'))
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    area.classList.remove('over')
    const [file] = event.dataTransfer?.files ?? []
    if (file) void check(file)
  })
  area.hidden = false
}

start()
