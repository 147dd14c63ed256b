import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// What must hold on every engine (the stores, and the attack on them): run once per engine, named by DATABASE_URL.
export default defineConfig({
  test: {
    // By default one core is left to whoever sits at the machine: half of a machine with two.
    maxWorkers: availableParallelism(),
    env: { TZ: 'Asia/Kathmandu' },
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      // Alone and on a fresh server: it seizes the server's log, in which others would write beside it or have written before.
      {
        extends: true,
        test: { name: 'attack', include: ['intake/attack.contract.test.ts'], sequence: { groupOrder: 0 } },
      },
      // Each file has a database of its own, and what the stores keep between two calls is kept by random ids; loading their
      // modules for every file anew took longer than the tests: 46 instead of 20 s on SQLite.
      {
        extends: true,
        test: {
          name: 'stores',
          include: ['{db,intake}/**/*.contract.test.ts'],
          exclude: ['intake/attack.contract.test.ts'],
          sequence: { groupOrder: 1 },
          isolate: false,
        },
      },
    ],
  },
})
