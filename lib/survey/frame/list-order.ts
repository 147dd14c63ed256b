import { byBytes } from './household-list.ts'

/** List numbers as people order them: 2 before 10, 3-2 before 3-10. */
export function inListOrder(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]]
    const both = /^\d/.test(x) && /^\d/.test(y)
    const difference = both ? Number(x) - Number(y) : byBytes(x, y)
    if (difference !== 0) return difference
  }
  return left.length - right.length || byBytes(a, b)
}

const parts = (text: string) => text.match(/\d+|\D+/g) ?? []
