import { defineConfig } from 'vitest/config'

// The store contract: run once per engine, named by DATABASE_URL.
export default defineConfig({
  test: {
    env: { TZ: 'Asia/Kathmandu' },
    include: ['db/**/*.contract.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
