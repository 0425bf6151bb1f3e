import { defineConfig } from '@playwright/test'
import { LAUNCH } from './e2e/launch'
import { ONE_WIDTH } from './e2e/widths'
import { environment } from './lib/environment'

// Run by `npm test -- e2e`, which builds the app, starts it on data and a port of its own, and finds a Chromium.
const { url, chromium } = environment().test
if (!url) throw new Error('The journeys need a running app: start them with npm test -- e2e')

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  use: {
    baseURL: url,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    launchOptions: { ...LAUNCH, ...(chromium && { executablePath: chromium }) },
    // A service worker stands between the page and what a journey intercepts; the journeys without a network let it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Without a film: what the page held at each step says more, and the film takes a tenth of the processor.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  projects: [
    { name: 'narrow', use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    {
      name: 'wide',
      use: { viewport: { width: 1280, height: 800 } },
      grepInvert: new RegExp(ONE_WIDTH.tag),
    },
  ],
})
