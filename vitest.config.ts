import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By default one core is left to whoever sits at the machine: half of a machine with two.
    maxWorkers: availableParallelism(),
    // A hostile clock (UTC+5:45): any code that leans on the machine's zone fails here first.
    env: { TZ: 'Asia/Kathmandu' },
    include: ['{lib,db,intake,app,recompute,reference,bin}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next/**', '**/*.contract.test.ts'],
    // Guards against hanging, not a claim about speed: two cores are shared with whatever else runs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
