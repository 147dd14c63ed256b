import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { frameDigest } from '../frame/frame.ts'
import { byBytes, countedHouseholds, listDigest } from '../frame/household-list.ts'
import { drawDigest, drawHouseholds, seedText } from './draw.ts'
import { type PublicDraw, repeatCommands } from './public-draw.ts'

const LISTS = {
  "O'Neill 庄 $HOME": ['3-012', '3-013', 'A/7', '11', '2', '1', '10'],
  东村: countedHouseholds(120),
  空村: ['9'],
}
const SAMPLES = [3, 30, 0]
const names = Object.keys(LISTS) as (keyof typeof LISTS)[]

function record(publicNumber: string): PublicDraw {
  const strata = names.map((name, i) => ({
    groupId: name,
    name,
    size: LISTS[name].length,
    sample: SAMPLES[i]!,
    listDigest: listDigest(LISTS[name].toSorted(byBytes)),
  }))
  const frame = frameDigest(strata)
  const drawn = strata.flatMap(({ name, sample }) => {
    const draw = drawHouseholds(
      seedText(frame, publicNumber),
      name,
      LISTS[name as keyof typeof LISTS],
      sample,
    )
    if (!draw.ok) throw new Error(draw.reason)
    return draw.value.drawn.map((number) => ({ group: name, number }))
  })
  return {
    seq: 1,
    announcedOn: '2026-11-01',
    source: '上证指数收盘',
    revealOn: '2026-11-03',
    reason: '',
    frameDigest: frame,
    strata: strata.map(({ groupId: _, ...stratum }) => stratum),
    outcome: { publicNumber, drawnOn: '2026-11-04', digest: drawDigest(drawn) },
  }
}

const hasTools = spawnSync('sh', ['-c', 'printf x | sha256sum']).status === 0

describe('the commands of the public record', () => {
  test.runIf(hasTools)('say the same three digests in a shell that knows nothing of the workbench', () => {
    const draw = record('３３１２.４５')
    const folder = mkdtempSync(join(tmpdir(), 'wenping-draw-'))
    const say = (command: string) =>
      execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).slice(0, 64)
    try {
      // In any order, and as an editor may leave it: without a last line feed.
      names.forEach((name, i) => {
        writeFileSync(join(folder, `list-${i + 1}.txt`), LISTS[name].toReversed().join('\n'))
      })
      const { lists, frame, drawn } = repeatCommands(draw)
      expect(lists.map(say)).toEqual(draw.strata.map((stratum) => stratum.listDigest))
      expect(say(frame)).toBe(draw.frameDigest)
      expect(say(drawn!)).toBe(draw.outcome!.digest)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('ask for no draw before the number is known', () => {
    expect(repeatCommands({ ...record('3312.45'), outcome: null }).drawn).toBeNull()
  })
})
