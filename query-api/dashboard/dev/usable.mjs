/**
 * How soon the dashboard can be used on an installation that is up: from the address to the form, and from the key to the
 * hottest leads. Needs SALESBRAIN_URL, SALESBRAIN_KEY and Chromium (CHROMIUM=path).
 */
import { chromium } from '@playwright/test'

const ROUNDS = 7
const { SALESBRAIN_URL: url, SALESBRAIN_KEY: key } = process.env
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const form = []
const leads = []
for (let round = 0; round < ROUNDS; round++) {
  // A context of its own has an empty cache.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(url)
  await page.locator('#key').waitFor()
  form.push(performance.now() - start)
  await page.locator('#key').fill(key)
  const entered = performance.now()
  await page.keyboard.press('Enter')
  await page.locator('tr [data-row-link]').nth(9).waitFor()
  leads.push(performance.now() - entered)
  await context.close()
}
await browser.close()
const median = (values) => Math.round(values.sort((a, b) => a - b)[Math.floor(values.length / 2)])
console.log(`dashboard, empty cache, median of ${ROUNDS}: form after ${median(form)} ms, hottest leads ${median(leads)} ms after the key (goal 1500 ms together)`)
