/**
 * 公开的抽取记录: what of a draw everybody may read, and how it is repeated without the workbench.
 *
 * Published is what binds and what decides: the digest of the frame and of every list, how many are drawn, the announced source
 * and its number, and the digest of the households drawn. Not published are the list numbers drawn and the last tickets: whoever
 * holds the village's list would see at a glance who is asked, and neighbours would know whom to press. Somebody who has the list
 * can repeat the draw and hold its digest against this one.
 */
import type { DrawnStratum } from '../frame/frame.ts'
import { byBytes } from '../frame/household-list.ts'
import { seedText } from './draw.ts'
import type { Announcement, DrawOutcome } from './sampling-draw.ts'

export type PublicStratum = Omit<DrawnStratum, 'groupId'>

export interface PublicDraw extends Announcement {
  readonly seq: number
  readonly announcedOn: string
  readonly frameDigest: string
  readonly strata: readonly PublicStratum[]
  readonly outcome: Omit<DrawOutcome, 'lastTickets'> | null
}

/** A word of a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** File in which whoever repeats the draw has the numbers of a stratum, one to a line. */
const listFile = (i: number) => `list-${i + 1}.txt`

export interface RepeatCommands {
  /** Says the digest of a list, one command for each stratum in its order. */
  readonly lists: readonly string[]
  /** Says the digest of the frame. */
  readonly frame: string
  /** Says the digest of the households drawn; null until the number is known. */
  readonly drawn: string | null
}

/** Commands of a POSIX shell with `sha256sum` that say the three digests of the record. */
export function repeatCommands({ frameDigest, strata, outcome }: PublicDraw): RepeatCommands {
  const sorted = strata.toSorted((a, b) => byBytes(a.name, b.name))
  const rows = sorted
    .map(({ name, size, listDigest, sample }) => `  ${quoted(name)} ${size} ${listDigest} ${sample}`)
    .join(' \\\n')
  const draws = strata.map(({ name, sample }, i) => `  draw ${quoted(name)} ${listFile(i)} ${sample}`)
  return {
    lists: strata.map((_, i) => `LC_ALL=C sort -u ${listFile(i)} | sha256sum`),
    frame: `printf '%s\\t%s\\t%s\\t%s\\n' \\\n${rows} | sha256sum`,
    drawn:
      outcome &&
      [
        `seed=${quoted(seedText(frameDigest, outcome.publicNumber))}`,
        'draw() {',
        '  while read -r n || [ -n "$n" ]; do',
        '    t=$(printf \'%s\' "$seed:$1:$n" | sha256sum | cut -c1-64)',
        '    printf \'%s\\t%s\\t%s\\n\' "$t" "$1" "$n"',
        '  done < "$2" | LC_ALL=C sort | head -n "$3" | cut -f2-',
        '}',
        '{',
        ...draws,
        '} | LC_ALL=C sort | sha256sum',
      ].join('\n'),
  }
}
