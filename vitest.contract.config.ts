import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// What must hold on every engine (the stores, and the attack on them): run once per engine, named by DATABASE_URL.
export default defineConfig({
  test: {
    // By default one core is left to whoever sits at the machine: half of a machine with two.
    maxWorkers: availableParallelism(),
    env: { TZ: 'Asia/Kathmandu' },
    include: ['{db,intake}/**/*.contract.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
