import type { Page } from '@playwright/test'
import { expect, test, type Desk } from './desk'
import { hostile } from './hostile'
import type { Customer, Stack } from './stack'

const leadOf = (index: number): string => `lead-${index}@customer.example`

/** The later the number, the longer ago, so that lists have them in their order. */
const at = (index: number, minutesBefore: number): string => new Date(Date.now() - index * 1_000 - minutesBefore * 60_000).toISOString()

/** Every text a sender chooses is hostile: the letters themselves, names, subjects, campaigns, columns, links. */
async function send(stack: Stack, customer: Customer): Promise<void> {
  const events = hostile.flatMap((text, index) => {
    const event = {
      timestamp: at(index, 10),
      campaign_id: `campaign-${index % 8}`,
      campaign_name: text,
      lead_email: leadOf(index),
      email_account: 'sales@agency.example',
      step: 1,
      variant: 1,
      firstName: text,
      companyName: text,
      website: `javascript:top.harm=1`,
      custom: { [text.slice(0, 60)]: text },
    }
    return [
      { ...event, event_type: 'email_sent', email_subject: text, email_html: text, email_text: text },
      { ...event, event_type: 'link_clicked', timestamp: at(index, 5), link: text },
      { ...event, event_type: 'reply_received', timestamp: at(index, 0), reply_subject: text, reply_html: `<p>Yes, gladly.</p>${text}`, reply_text: `Yes, gladly.\n${text}`, reply_text_snippet: text, unibox_url: `javascript:top.harm=1` },
      { ...event, event_type: text.slice(0, 100) },
    ]
  })
  await stack.post('/webhooks/instantly/webhook', customer.secret, events)
  const replies = async (): Promise<number> => {
    const { folders } = await stack.get<{ folders: { all: { threads: number } } }>('/api/inbox?limit=1', customer.key)
    return folders.all.threads
  }
  await expect.poll(replies, { timeout: 60_000 }).toBe(hostile.length)
}

async function harm(page: Page): Promise<readonly unknown[]> {
  return Promise.all(page.frames().map((frame) => frame.evaluate(() => (globalThis as unknown as { harm?: unknown }).harm ?? null).catch(() => null)))
}

async function nothingRan(desk: Desk): Promise<void> {
  expect((await harm(desk.page)).filter((found) => found !== null)).toEqual([])
  desk.isQuiet()
}

// What is recorded for a trace is a script in each frame, and would be told as a script that was refused.
test.use({ trace: 'off' })

test('whatever is written in a reply, a name or a campaign, nothing of it runs', async ({ desk, page, stack, baseURL, t }) => {
  test.setTimeout(300_000)
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/harm/.test(decodeURIComponent(url.pathname)) || !['data:', 'about:', 'blob:'].includes(url.protocol) && url.origin !== new URL(baseURL ?? '').origin) asked.push(request.url())
  })
  page.context().on('page', (opened) => asked.push(`a window opened: ${opened.url()}`))
  const customer = await stack.customer('hostile')
  await send(stack, customer)
  await desk.signIn(customer.key)
  await nothingRan(desk)

  await desk.go('inbox')
  await page.getByRole('navigation', { name: t.inbox.folderLabel }).getByRole('link', { name: t.inbox.folders.all }).click()
  const list = page.getByRole('list', { name: t.inbox.listLabel })
  await expect(list.locator('[data-row-link]').first()).toBeVisible()
  await desk.press('j', 'Enter')
  const reader = page.getByRole('region', { name: t.inbox.threadLabel, exact: true })
  for (let index = 0; index < hostile.length; index++) {
    await expect(reader.getByRole('link', { name: leadOf(index) })).toBeVisible()
    await reader.getByRole('button', { name: t.inbox.html, exact: true }).first().click()
    await expect(page.frameLocator('iframe.letter').getByText('Yes, gladly.')).toBeVisible()
    await nothingRan(desk)
    await desk.page.getByRole('main').focus()
    await desk.press('j')
  }

  for (let index = 0; index < hostile.length; index += 6) {
    await page.getByLabel(t.bar.search).fill(leadOf(index))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: leadOf(index) })).toBeVisible()
    await expect(page.getByRole('region', { name: t.lead.timeline }).getByRole('listitem').nth(3)).toBeVisible()
    await nothingRan(desk)
  }
  for (const screen of ['leads', 'campaigns', 'mailboxes', 'money', 'settings', 'now'] as const) {
    await desk.go(screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await nothingRan(desk)
  }
  await desk.go('campaigns')
  await desk.rows().first().click()
  await expect(page.getByRole('heading', { name: t.campaign.funnel })).toBeVisible()
  await nothingRan(desk)
  expect(asked).toEqual([])
})
