import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By default one core is left to whoever sits at the machine: half of a machine with two.
    maxWorkers: availableParallelism(),
    // A hostile clock (UTC+5:45): any code that leans on the machine's zone fails here first.
    env: { TZ: 'Asia/Kathmandu' },
    exclude: ['node_modules/**', '.next/**', '**/*.contract.test.ts'],
    // Guards against hanging, not a claim about speed: two cores are shared with whatever else runs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      // What opens databases and starts servers reads the environment while it is loaded: every file begins anew.
      {
        extends: true,
        test: { name: 'programs', include: ['{db,intake,app,recompute,bin}/**/*.test.{ts,tsx}'] },
      },
      // What only thinks keeps nothing between two tests, so its modules are loaded once and not once for each of 188 files:
      // 202 instead of 243 s for everything on two cores.
      {
        extends: true,
        test: { name: 'thinking', include: ['{lib,reference}/**/*.test.{ts,tsx}'], isolate: false },
      },
    ],
  },
})
