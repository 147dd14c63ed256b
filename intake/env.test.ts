import { expect, test } from 'vitest'
import { readEnvironment } from './env.ts'

test('nothing needs to be set', () => {
  expect(readEnvironment({ PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual({
    HOST: '0.0.0.0',
    PUBLIC_PORT: 3001,
    DATA_DIR: './data',
    LOG_LEVEL: 'info',
    TRUST_PROXY: 'loopback',
  })
})

test.each([
  ['PUBLIC_PORT', 'http'],
  ['PUBLIC_PORT', '70000'],
  ['PUBLIC_URL', 'diaocha'],
  ['LOG_LEVEL', 'loud'],
  ['INTAKE_SECRET', 'short'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(name)
})
