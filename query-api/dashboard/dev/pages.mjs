/**
 * Opens every screen of a finished build in a real browser under the real content security policy, checks it with axe,
 * for sideways scrolling and for refused resources, and takes pictures.
 * Needs Chromium (CHROMIUM=path) and `npm run build` first. Pictures go to PICTURES (default: none are kept).
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const PORT = 8799
const BASE = `http://127.0.0.1:${PORT}`
const pictures = process.env.PICTURES
const only = process.argv[2]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const arguments_ = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 640 }
const tablet = { width: 820, height: 1180 }
const person = '/leads/' + encodeURIComponent('ada.lindqvist@oakandtide.example')

/** name, key, path, size, and what differs from light and English. */
const cases = [
  ['sign-in', null, '/', desktop, {}],
  ['sign-in-dark-phone-de', null, '/', phone, { dark: true, de: true }],
  ['now', 'fixture-org', '/', desktop, { settle: 5_000 }],
  ['now-dark', 'fixture-org', '/', desktop, { dark: true, settle: 5_000 }],
  ['now-de', 'fixture-org', '/', desktop, { de: true, settle: 5_000 }],
  ['now-admin-full', 'fixture-admin', '/', desktop, { full: true, settle: 5_000 }],
  ['now-busy', 'fixture-busy', '/', desktop, { act: staysQuick }],
  ['now-phone', 'fixture-org', '/', phone, { settle: 5_000 }],
  ['now-phone-dark-full-admin', 'fixture-admin', '/', phone, { dark: true, full: true, settle: 5_000 }],
  ['now-narrow-de-full', 'fixture-admin', '/', narrow, { de: true, full: true, settle: 3_000 }],
  ['leads', 'fixture-org', '/leads', desktop, {}],
  ['leads-dark-phone', 'fixture-org', '/leads', phone, { dark: true }],
  ['leads-big', 'fixture-big', '/leads', desktop, { act: readOn }],
  ['leads-big-phone', 'fixture-big', '/leads', phone, { act: readOn }],
  ['inbox', 'fixture-org', '/inbox', desktop, {}],
  ['inbox-dark-de', 'fixture-org', '/inbox', desktop, { dark: true, de: true }],
  ['inbox-thread', 'fixture-org', '/inbox?thread=t1', desktop, {}],
  ['inbox-thread-dark-de', 'fixture-org', '/inbox?thread=t1', desktop, { dark: true, de: true }],
  ['inbox-decide', 'fixture-org', '/inbox?folder=decide', desktop, { act: press('j', 'Enter') }],
  ['inbox-reply', 'fixture-connected', '/inbox?thread=t6', desktop, { act: suggest }],
  ['inbox-sent', 'fixture-connected', '/inbox?thread=t2', desktop, { act: sendByKeys }],
  ['inbox-reply-no-connection-phone', 'fixture-org', '/inbox?thread=t0', phone, { full: true, act: suggest }],
  ['inbox-html', 'fixture-org', '/inbox?thread=t0', desktop, { act: asSent }],
  ['inbox-html-dark', 'fixture-org', '/inbox?thread=t0', desktop, { dark: true, act: asSent }],
  ['inbox-keys', 'fixture-org', '/inbox?folder=to_answer', desktop, { act: workByKeys }],
  ['inbox-refused', 'fixture-stubborn', '/inbox?folder=to_answer', desktop, { act: refuseChange }],
  ['inbox-live', 'fixture-connected', '/inbox?folder=to_answer', desktop, { act: newsWaits }],
  ['inbox-search', 'fixture-org', '/inbox?folder=all&q=price', desktop, {}],
  ['inbox-filters', 'fixture-org', '/inbox?folder=all&assigned=m1&category=meeting_request', desktop, {}],
  ['inbox-filters-nothing-de', 'fixture-org', '/inbox?folder=all&assigned=m2', desktop, { de: true }],
  ['inbox-phone', 'fixture-org', '/inbox', phone, {}],
  ['inbox-phone-dark-de', 'fixture-org', '/inbox', phone, { dark: true, de: true }],
  ['inbox-thread-phone', 'fixture-org', '/inbox?thread=t1', phone, { full: true }],
  ['inbox-thread-phone-dark-de', 'fixture-org', '/inbox?thread=t8', phone, { full: true, dark: true, de: true }],
  ['inbox-narrow-de', 'fixture-org', '/inbox?thread=t3', narrow, { full: true, de: true }],
  ['inbox-narrow-list', 'fixture-org', '/inbox?folder=all&unread=true', narrow, { full: true }],
  ['inbox-tablet', 'fixture-org', '/inbox?thread=t1', tablet, {}],
  ['inbox-big', 'fixture-big', '/inbox?folder=all', desktop, { act: scrollFar }],
  ['inbox-big-phone', 'fixture-big', '/inbox?folder=all', phone, { act: scrollFar }],
  ['inbox-empty', 'fixture-empty', '/inbox', desktop, {}],
  ['inbox-empty-phone-de', 'fixture-empty', '/inbox', phone, { de: true }],
  ['inbox-unknown', 'fixture-org', '/inbox?thread=nothing', desktop, {}],
  ['inbox-down', 'fixture-down', '/inbox', desktop, { settle: 6_000 }],
  ['inbox-forbidden', 'fixture-forbidden', '/inbox', desktop, {}],
  ['inbox-slow', 'fixture-slow', '/inbox', desktop, { settle: 600 }],
  ['inbox-more-phone', 'fixture-admin', '/inbox', phone, { act: openMore }],
  ['lead', 'fixture-org', 'top', desktop, { full: true }],
  ['lead-dark', 'fixture-org', 'top', desktop, { dark: true, full: true }],
  ['lead-phone-de', 'fixture-org', 'top', phone, { de: true, full: true }],
  ['lead-narrow', 'fixture-org', 'top', narrow, { full: true }],
  ['lead-thread', 'fixture-org', '/inbox?thread=t1', desktop, { full: true, act: openLead }],
  ['lead-thread-dark-phone-de', 'fixture-org', '/inbox?thread=t1', phone, { full: true, dark: true, de: true, act: openLead }],
  ['lead-unknown', 'fixture-org', person, desktop, {}],
  ['campaigns', 'fixture-org', '/campaigns?range=30d', desktop, {}],
  ['campaigns-dark-de', 'fixture-org', '/campaigns?range=30d', desktop, { dark: true, de: true }],
  ['campaigns-phone', 'fixture-org', '/campaigns?range=30d', phone, { full: true }],
  ['campaigns-narrow-de', 'fixture-org', '/campaigns?range=30d', narrow, { full: true, de: true }],
  ['campaign', 'fixture-org', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', desktop, { full: true }],
  ['campaign-dark', 'fixture-org', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', desktop, { full: true, dark: true }],
  ['campaign-phone-de', 'fixture-org', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', phone, { full: true, de: true }],
  ['campaign-heat-table', 'fixture-org', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', narrow, { full: true, act: hoursAsTable }],
  ['campaign-instantly', 'fixture-connected', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', desktop, { act: pauseCampaign }],
  ['campaign-import', 'fixture-connected', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', desktop, { act: chooseLeads }],
  ['campaign-import-dark-phone-de', 'fixture-connected', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', phone, { dark: true, de: true, act: chooseLeads }],
  ['campaign-import-done', 'fixture-connected', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', desktop, { dark: true, act: importLeads }],
  ['campaign-copy-narrow-de', 'fixture-connected', '/campaigns/6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01?range=30d', narrow, { full: true, de: true, act: copyCampaign }],
  ['campaign-unknown', 'fixture-org', '/campaigns/nowhere', desktop, {}],
  ['mailboxes', 'fixture-org', '/mailboxes?range=30d', desktop, {}],
  ['mailboxes-dark-phone-de', 'fixture-org', '/mailboxes?range=30d', phone, { full: true, dark: true, de: true }],
  ['mailboxes-instantly', 'fixture-connected', '/mailboxes?range=30d', desktop, { act: pauseMailbox }],
  ['mailboxes-instantly-dark-de', 'fixture-connected', '/mailboxes?range=30d', desktop, { dark: true, de: true }],
  ['mailboxes-instantly-phone-de', 'fixture-connected', '/mailboxes?range=30d', phone, { full: true, de: true }],
  ['mailboxes-instantly-narrow', 'fixture-connected', '/mailboxes?range=30d', narrow, { full: true, dark: true }],
  ['mailboxes-empty', 'fixture-empty', '/mailboxes', desktop, {}],
  ['money', 'fixture-org', '/money?range=30d', desktop, { full: true }],
  ['money-dark-de', 'fixture-org', '/money?range=30d', desktop, { full: true, dark: true, de: true }],
  ['money-phone-de', 'fixture-org', '/money?range=30d', phone, { full: true, de: true }],
  ['money-empty', 'fixture-empty', '/money', desktop, { full: true }],
  ['settings', 'fixture-org', '/settings', desktop, {}],
  ['settings-dark-phone-de', 'fixture-org', '/settings', phone, { full: true, dark: true, de: true }],
  ['settings-team', 'fixture-org', '/settings?section=team', desktop, { full: true }],
  ['settings-team-narrow-de', 'fixture-org', '/settings?section=team', narrow, { full: true, de: true }],
  ['settings-team-empty-dark', 'fixture-empty', '/settings?section=team', desktop, { dark: true }],
  ['settings-answers', 'fixture-org', '/settings?section=answers', desktop, { full: true }],
  ['settings-answers-dark-phone-de', 'fixture-org', '/settings?section=answers', phone, { full: true, dark: true, de: true }],
  ['settings-follow-ups-de', 'fixture-org', '/settings?section=follow_ups', desktop, { full: true, de: true }],
  ['settings-alerts', 'fixture-org', '/settings?section=alerts', desktop, { full: true, act: testTarget }],
  ['settings-alerts-dark-narrow-de', 'fixture-org', '/settings?section=alerts', narrow, { full: true, dark: true, de: true }],
  ['settings-instantly', 'fixture-connected', '/settings?section=instantly', desktop, { full: true }],
  ['settings-instantly-dark-phone-de', 'fixture-connected', '/settings?section=instantly', phone, { full: true, dark: true, de: true }],
  ['settings-instantly-rule', 'fixture-connected', '/settings?section=instantly', desktop, { full: true, act: addPauseRule }],
  ['settings-instantly-narrow-de', 'fixture-connected', '/settings?section=instantly', narrow, { full: true, de: true }],
  ['settings-instantly-dark', 'fixture-connected', '/settings?section=instantly', desktop, { full: true, dark: true }],
  ['settings-instantly-not', 'fixture-org', '/settings?section=instantly', desktop, {}],
  ['settings-refused', 'fixture-stubborn', '/settings', desktop, { act: refuseSetting }],
  ['settings-down', 'fixture-down', '/settings', desktop, { settle: 6_000 }],
  ['settings-forbidden', 'fixture-forbidden', '/settings', desktop, {}],
  ['admin', 'fixture-admin', '/admin', desktop, { full: true }],
  ['admin-dark-phone-de', 'fixture-admin', '/admin', phone, { full: true, dark: true, de: true }],
  ['admin-refused', 'fixture-org', '/admin', desktop, {}],
  ['first-run', 'fixture-empty', '/', desktop, {}],
  ['first-run-dark-phone', 'fixture-empty', '/', phone, { dark: true, full: true }],
  ['no-organization', 'fixture-new', '/', desktop, {}],
  ['down', 'fixture-down', '/', desktop, { settle: 6_000 }],
  ['forbidden', 'fixture-forbidden', '/', desktop, {}],
  ['slow', 'fixture-slow', '/', desktop, { settle: 600 }],
  ['offline', 'fixture-offline', '/', desktop, {}],
  ['offline-phone', 'fixture-offline', '/', phone, {}],
  ['kit', 'fixture-org', '/kit', desktop, { full: true }],
  ['kit-dark-de', 'fixture-org', '/kit', desktop, { full: true, dark: true, de: true }],
  ['not-found', 'fixture-org', '/nowhere', desktop, {}],
]

const server = spawn(process.execPath, [new URL('fixture-server.mjs', import.meta.url).pathname], { env: { ...process.env, PORT: String(PORT) }, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise((resolve) => server.stdout.once('data', resolve))
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: arguments_ })
if (pictures) mkdirSync(pictures, { recursive: true })
let problems = 0

try {
  for (const [name, key, path, size, look] of cases) {
    if (only && !name.startsWith(only)) continue
    for (const problem of await visit(name, key, path, size, look)) {
      problems++
      console.error(`${name}: ${problem}`)
    }
  }
} finally {
  await browser.close()
  server.kill()
}
console.log(problems === 0 ? 'pages: no findings' : `pages: ${problems} findings`)
process.exitCode = problems === 0 ? 0 : 1

function press(...keys) {
  return async (page) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
    }
  }
}

async function suggest(page) {
  await page.locator('.suggestions [aria-pressed]').first().click()
  await page.waitForTimeout(300)
}

/** Nothing says "sent" before it is; then the next conversation opens. */
async function sendByKeys(page) {
  await press('r')(page)
  await page.keyboard.type('Yes, it does.')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('.bar.only', { timeout: 5_000 })
  await page.waitForTimeout(300)
  return new URL(page.url()).searchParams.get('thread') === 't2' ? ['after sending the next conversation does not open'] : []
}

async function asSent(page) {
  await page.locator('.message .as').first().click()
  await page.waitForTimeout(800)
  const frame = page.frames().at(-1)
  const styled = await frame?.evaluate(() => getComputedStyle(document.body).marginTop)
  return styled === '12px' ? [] : [`the frame of a letter is not styled: ${styled}`]
}

/** Opens the first, sets it done, takes that back, corrects a category: all without a pointer. */
async function workByKeys(page) {
  const count = async () => Number((await page.locator('.folder .count').first().textContent()).match(/\d+/)?.[0])
  const opened = () => new URL(page.url()).searchParams.get('thread')
  const findings = []
  const before = await count()
  await press('j', 'Enter')(page)
  const first = opened()
  await press('e')(page)
  if ((await count()) !== before - 1) findings.push('done by key does not leave the folder')
  if (opened() === first || opened() === null) findings.push('the next conversation does not open')
  await press('z')(page)
  if ((await count()) !== before || opened() !== first) findings.push('undo does not bring it back')
  await press('4')(page)
  if ((await count()) !== before - 1) findings.push('a category by key does not move it')
  await page.waitForTimeout(1_500)
  if ((await count()) !== before - 1) findings.push('what the server says differs from what was shown')
  await press('z')(page)
  await press('r')(page)
  await page.keyboard.type('e4z')
  if ((await page.locator('textarea').inputValue()) !== 'e4z') findings.push('keys fire inside a field')
  return findings
}

async function refuseChange(page) {
  const count = () => page.locator('.folder .count').first().textContent()
  await press('j', 'Enter')(page)
  await page.waitForTimeout(900)
  const before = await count()
  await press('e')(page)
  await page.waitForTimeout(1_200)
  const findings = (await count()) === before ? [] : ['a refused change is not rolled back']
  return (await page.locator('[role=alert] .bar').count()) === 1 ? findings : [...findings, 'a refused change is not told']
}

/** Far down a long list: rows keep coming, few are in the page, and frames are quick. */
async function scrollFar(page) {
  let slowest = 0
  for (let turn = 0; turn < 12; turn++) {
    slowest = Math.max(slowest, await page.evaluate(async () => {
      const list = document.querySelector('.box')
      const box = list.scrollHeight > list.clientHeight ? list : document.scrollingElement
      const start = performance.now()
      box.scrollTo({ top: box.scrollHeight })
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return performance.now() - start
    }))
    await page.waitForTimeout(250)
  }
  const [drawn, last] = await page.evaluate(() => {
    const rows = document.querySelectorAll('.box li')
    return [rows.length, rows[rows.length - 1]?.getAttribute('aria-posinset')]
  })
  console.log(`inbox-big: ${drawn} rows drawn, the last is number ${last}, slowest two frames ${Math.round(slowest)} ms`)
  return drawn <= 60 && Number(last) > 300 ? [] : [`${drawn} rows drawn, the last is number ${last}`]
}

/** Frames go on coming and letters appear while fifty events a second arrive. */
async function staysQuick(page) {
  const gaps = await page.evaluate(async () => {
    const frames = []
    const end = performance.now() + 5_000
    let last = performance.now()
    while (last < end) {
      const now = await new Promise((resolve) => requestAnimationFrame(resolve))
      frames.push(now - last)
      last = now
    }
    return frames.sort((a, b) => a - b)
  })
  const at = (share) => Math.round(gaps[Math.floor(share * (gaps.length - 1))])
  const field = page.locator('#known-leads, [list=known-leads]').first()
  const start = Date.now()
  await field.pressSequentially('anna@example.com')
  const letterMs = (Date.now() - start) / 16
  console.log(`now-busy: frames every ${at(0.5)} ms (median), ${at(0.95)} ms (95th of a hundred), ${at(1)} ms at most; a letter in ${Math.round(letterMs)} ms`)
  return at(0.95) <= 100 && letterMs <= 100 ? [] : ['slow under fifty events a second']
}

/** Far down ten thousand leads: rows keep coming, few are in the page, frames are quick, and the first ones are still there. */
async function readOn(page) {
  let last = 0
  for (let turn = 0; turn < 300 && last < 3_001; turn++) {
    await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }))
    await page.waitForTimeout(60)
    last = Number(await page.locator('table.leads').getAttribute('aria-rowcount'))
  }
  // As a wheel does it: a bit with each frame.
  const gaps = await page.evaluate(async () => {
    const frames = []
    let before = performance.now()
    for (let turn = 0; turn < 300; turn++) {
      window.scrollBy({ top: turn % 100 < 80 ? -120 : 300 })
      const now = await new Promise((resolve) => requestAnimationFrame(resolve))
      frames.push(now - before)
      before = now
    }
    return frames.sort((a, b) => a - b)
  })
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }))
  await page.waitForTimeout(300)
  const drawn = await page.locator('table.leads tbody tr[aria-rowindex]').count()
  const end = Number(await page.locator('table.leads tbody tr[aria-rowindex]').last().getAttribute('aria-rowindex'))
  last = Number(await page.locator('table.leads').getAttribute('aria-rowcount'))
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  await page.waitForTimeout(500)
  const first = await page.locator('table.leads tbody tr[aria-rowindex]').first().getAttribute('aria-rowindex')
  console.log(`leads-big: ${last - 1} rows, ${drawn} of them drawn, frames while scrolling every ${Math.round(gaps[150])} ms (median), ${Math.round(gaps[285])} ms (95th of a hundred)`)
  return drawn <= 120 && end > last - 300 && last > 3_000 && first === '2' ? [] : [`${drawn} rows drawn, the last is ${end} of ${last}, the first again ${first}`]
}

async function testTarget(page) {
  await page.locator('.items .button').nth(2).click()
  await page.waitForTimeout(400)
}

async function refuseSetting(page) {
  await page.locator('input[type=number]').first().fill('12')
  await page.locator('main button[type=submit]').click()
  await page.waitForTimeout(1_200)
  return (await page.locator('.note.bad').count()) === 1 ? [] : ['a refused setting is not told']
}

/** What arrives while the pointer is in the list waits; without it, it comes at once. */
async function newsWaits(page) {
  const first = () => page.locator('.box [data-thread]').first().getAttribute('data-thread')
  const reply = () => page.request.post(`${BASE}/api/fixture/reply`, { headers: { Authorization: 'Bearer fixture-connected' } })
  const findings = []
  const before = await first()
  await page.mouse.move(600, 300)
  await reply()
  await page.waitForTimeout(1_500)
  if ((await first()) !== before) findings.push('the list moves under the pointer')
  if ((await page.locator('.fresh').count()) !== 1) findings.push('what waits is not told')
  await page.locator('.fresh .button').click()
  if ((await first()) === before) findings.push('what waited does not come')
  await page.mouse.move(5, 5)
  const now = await first()
  await reply()
  await page.waitForTimeout(1_500)
  if ((await first()) === now) findings.push('a new reply does not come by itself')
  await page.mouse.move(600, 300)
  await reply()
  await page.waitForTimeout(1_500)
  return findings
}

async function openLead(page) {
  await page.locator('.reader .lead a').first().click()
  await page.waitForSelector('.timeline')
  await page.waitForTimeout(1_000)
}

async function hoursAsTable(page) {
  await page.locator('.heat .button').click()
  await page.waitForTimeout(200)
}

/** Two presses pause; what it is then is said, and the other thing is offered. */
async function pauseCampaign(page) {
  await page.getByRole('button', { name: /^Pause: / }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.waitForTimeout(900)
  return (await page.getByRole('button', { name: /^Resume: / }).count()) === 1 ? [] : ['a paused campaign cannot be resumed']
}

async function pauseMailbox(page) {
  await page.getByRole('button', { name: /^Pause: nina@outreach-one/ }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.waitForTimeout(900)
  return (await page.getByRole('button', { name: /^Resume: nina@outreach-one/ }).count()) === 1 ? [] : ['a paused mailbox cannot be resumed']
}

async function chooseLeads(page) {
  await page.locator('summary').first().click()
  await page.locator('input[type=file]').setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from('email\nada@example.com\n') })
  await page.waitForSelector('.lines')
  await page.locator('.lines').scrollIntoViewIfNeeded()
  await page.waitForTimeout(300)
}

async function importLeads(page) {
  await chooseLeads(page)
  await page.locator('details .button.primary').click()
  await page.waitForSelector('progress')
  await page.waitForSelector('details .good', { timeout: 10_000 })
  await page.waitForTimeout(300)
}

async function copyCampaign(page) {
  await page.locator('summary').nth(1).click()
  await page.locator('details form input').fill('Founders, autumn')
  await page.locator('details form button[type=submit]').click()
  await page.waitForTimeout(900)
  await page.locator('details form').evaluate((form) => form.scrollIntoView({ block: 'center' }))
  return (await page.locator('details form .note').textContent()).includes('Founders, autumn') ? [] : ['that a draft was made is not told']
}

async function addPauseRule(page) {
  const rules = () => page.locator('section[aria-labelledby=pause-title] .items > li').count()
  const before = await rules()
  await page.locator('fieldset input[value=account_error]').check()
  await page.locator('section[aria-labelledby=pause-title] input[required]').fill('Mailboxes that fail')
  await page.locator('section[aria-labelledby=pause-title] button[type=submit]').click()
  await page.waitForTimeout(900)
  return (await rules()) === before + 1 ? [] : ['a rule that was added is not in the list']
}

async function openMore(page) {
  await page.locator('.opener button').click()
  await page.waitForTimeout(200)
}

async function visit(name, key, path, size, look) {
  const found = []
  const context = await browser.newContext({
    viewport: size,
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.de ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    hasTouch: size !== desktop,
    isMobile: size !== desktop,
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    const expected = /status of (401|403|404|503)/.test(message.text())
    if ((message.type() === 'error' || message.type() === 'warning') && !expected) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  await page.goto(BASE + (path === 'top' ? '/' : path))
  if (key !== null) {
    await page.fill('#key', key)
    await page.keyboard.press('Enter')
    await page.waitForSelector('nav')
  }
  if (path === 'top') {
    await page.waitForSelector('tr [data-row-link]')
    await page.locator('tr [data-row-link]').first().click()
    await page.waitForSelector('.timeline')
  }
  await page.waitForTimeout(look.settle ?? 1_200)
  for (const problem of (await look.act?.(page)) ?? []) found.push(problem)
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: look.full ?? false })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`)
  // Through the debugger, because the policy would refuse a script element.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  for (const violation of violations) {
    found.push(`${violation.id}: ${violation.help} (${violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')})`)
  }
  await context.close()
  return found
}
