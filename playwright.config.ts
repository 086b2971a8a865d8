import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

const asRoot = process.getuid?.() === 0
const executablePath = findChromium()
const report = process.env.TALONG_REPORT

/** Browser tests run against a started instance (TALONG_URL); `npm test` starts one of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['line'], ['json', { outputFile: report }]] : 'list',
  use: {
    baseURL: process.env.TALONG_URL ?? 'http://localhost:3000',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'off',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(asRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      // A desk has no taps.
      testIgnore: ['taps.spec.ts'],
      use: { browserName: 'chromium', viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      // A phone has no keyboard to speak of; what the server does under load or without its database has no width.
      testIgnore: ['keyboard.spec.ts', 'concurrency.spec.ts', 'outage.spec.ts'],
      use: { browserName: 'chromium', viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    },
  ],
})
