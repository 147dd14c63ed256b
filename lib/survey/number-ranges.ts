/** Numbers in short: three or more in a row become a range. 1, 2, 3, 5, 6 → "1–3", "5", "6". */
export function numberRanges(numbers: readonly number[]): string[] {
  const runs: number[][] = []
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && n === run.at(-1)! + 1) run.push(n)
    else runs.push([n])
  }
  return runs.flatMap((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.map(String)))
}
