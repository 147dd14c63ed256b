import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './e2e/browser.ts'

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  // Starts, typesetting and waiting for a frame leave a core idle in turns: two files at a time took 198 s where one after the
  // other took 278, on two cores with others at work beside them. Each file has a workbench of its own.
  workers: Math.min(2, availableParallelism()),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: './test-results',
  use: {
    ...(await launchOptions()),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    // In the middle of a fade every text has too little contrast; whoever asks for less motion gets none.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 45_000,
  },
})
