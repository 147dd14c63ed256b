import { expect, test } from 'vitest'
import { newAccountShape } from './account.ts'

const accepts = (username: string) =>
  newAccountShape.safeParse({ username, name: '李四', role: 'expert' }).success

test('usernames are lower case, 3 to 32 characters, and begin with a letter or digit', () => {
  expect(['lisi', 'li.si-2', '007', 'a'.repeat(32)].filter((username) => !accepts(username))).toEqual([])
  expect(['li', 'LiSi', '.lisi', '李四', 'li si', 'a'.repeat(33), ''].filter(accepts)).toEqual([])
})

test('spaces around a username are not part of it', () => {
  const parsed = newAccountShape.parse({ username: ' lisi ', name: ' 李四 ', role: 'expert' })
  expect(parsed).toEqual({ username: 'lisi', name: '李四', role: 'expert' })
})

test('there is no account without a role that exists', () => {
  expect(newAccountShape.safeParse({ username: 'lisi', name: '李四', role: 'root' }).success).toBe(false)
})
