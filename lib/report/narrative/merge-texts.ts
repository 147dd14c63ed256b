/**
 * Two people have written on from the same text: what both keep, what one of them changed, and where they disagree.
 *
 * Three-way merge by sentences (diff3), because a paragraph of an official paper is one line and two people mostly work
 * on different sentences of it. Sentences that all three have stay in step; between them the side that changed wins, and
 * where both changed differently both stand one after the other, for a person to decide. Nothing of either is dropped
 * unseen.
 */

export type MergePart =
  | { readonly kind: 'same' | 'mine' | 'theirs'; readonly text: string }
  | { readonly kind: 'conflict'; readonly mine: string; readonly theirs: string }

export interface Merge {
  readonly parts: readonly MergePart[]
  /** With both versions wherever they disagree, mine first. */
  readonly text: string
  readonly conflicts: number
}

export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const [old, ours, others] = [sentencesOf(base), sentencesOf(mine), sentencesOf(theirs)]
  const inOurs = commonPieces(old, ours)
  const inOthers = commonPieces(old, others)
  const parts: MergePart[] = []
  let from = { old: 0, ours: 0, others: 0 }
  const close = (to: typeof from) => {
    const part = partBetween(
      old.slice(from.old, to.old).join(''),
      ours.slice(from.ours, to.ours).join(''),
      others.slice(from.others, to.others).join(''),
    )
    if (part) parts.push(part)
  }
  old.forEach((sentence, i) => {
    const [k, m] = [inOurs.get(i), inOthers.get(i)]
    if (k === undefined || m === undefined) return
    close({ old: i, ours: k, others: m })
    const last = parts.at(-1)
    if (last?.kind === 'same') parts[parts.length - 1] = { kind: 'same', text: last.text + sentence }
    else parts.push({ kind: 'same', text: sentence })
    from = { old: i + 1, ours: k + 1, others: m + 1 }
  })
  close({ old: old.length, ours: ours.length, others: others.length })
  return {
    parts,
    text: parts.map((part) => (part.kind === 'conflict' ? both(part) : part.text)).join(''),
    conflicts: parts.filter(({ kind }) => kind === 'conflict').length,
  }
}

/** With the mark or line end that closes each; joined they are the text again. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+$/g) ?? []
}

/** On lines of their own, so that nobody takes two versions for one sentence. */
function both({ mine, theirs }: { readonly mine: string; readonly theirs: string }): string {
  return mine === '' || theirs === '' || mine.endsWith('\n') ? mine + theirs : `${mine}\n${theirs}`
}

function partBetween(base: string, mine: string, theirs: string): MergePart | null {
  if (mine === theirs) return mine === '' ? null : { kind: 'same', text: mine }
  if (mine === base) return { kind: 'theirs', text: theirs }
  if (theirs === base) return { kind: 'mine', text: mine }
  return { kind: 'conflict', mine, theirs }
}

/** Positions of the pieces of a longest common subsequence: index in `a` → index in `b`. */
function commonPieces(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number> {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, k: number) => lengths[i * width + k] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let k = b.length - 1; k >= 0; k--) {
      lengths[i * width + k] = a[i] === b[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1))
    }
  }
  const pairs = new Map<number, number>()
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i] === b[k]) pairs.set(i++, k++)
    else if (at(i + 1, k) >= at(i, k + 1)) i++
    else k++
  }
  return pairs
}
