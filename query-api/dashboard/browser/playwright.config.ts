import { defineConfig } from '@playwright/test'
import type { Look } from './desk'

/**
 * The screens as people use them: a real browser on a running installation. SALESBRAIN_URL says where it is,
 * SALESBRAIN_ADMIN_KEY and SALESBRAIN_KEY are an administrator's key and that of an organization connected to Instantly,
 * CHROMIUM is the browser, RESULTS the folder for what is left of a failure.
 */
export default defineConfig<Look>({
  testDir: '.',
  outputDir: process.env['RESULTS'] ?? '../node_modules/.browser-results',
  // One stack and two cores: side by side they would only wait for each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env['SALESBRAIN_URL'] ?? 'http://127.0.0.1:8080',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 }, locale: 'en-GB', colorScheme: 'light', look: { language: 'en', phone: false } } },
    {
      name: 'german',
      testIgnore: /(hostile|pictures)/,
      use: { viewport: { width: 1280, height: 800 }, locale: 'de-DE', colorScheme: 'dark', look: { language: 'de', phone: false } },
    },
    {
      name: 'phone',
      testIgnore: /(hostile|pictures)/,
      grepInvert: /by keyboard/,
      use: { viewport: { width: 390, height: 844 }, locale: 'en-GB', colorScheme: 'light', hasTouch: true, isMobile: true, look: { language: 'en', phone: true } },
    },
  ],
})
