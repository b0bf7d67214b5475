import { randomUUID } from 'node:crypto'
import type { Locator } from '@playwright/test'
import { expect, test, type Desk } from './desk'
import { organizationKey } from './stack'

async function openAll(desk: Desk): Promise<void> {
  await desk.signIn(organizationKey())
  await desk.go('inbox')
  await desk.page.getByRole('navigation', { name: desk.t.inbox.folderLabel }).getByRole('link', { name: desk.t.inbox.folders.all }).click()
  await expect(desk.rows().nth(3)).toBeVisible()
}

const reader = (desk: Desk): Locator => desk.page.getByRole('region', { name: desk.t.inbox.threadLabel, exact: true })
const opened = (desk: Desk): string => new URL(desk.page.url()).searchParams.get('thread') ?? ''

test('a conversation is read, noted on, categorized and taken back', async ({ desk, page, t }) => {
  await openAll(desk)
  await desk.rows().nth(1).click()
  await expect(reader(desk).getByRole('article').first()).toBeVisible()
  await desk.isFit()

  const note = `Call on Thursday ${randomUUID().slice(0, 8)}`
  await reader(desk).getByRole('textbox', { name: t.inbox.note }).fill(note)
  await reader(desk).getByRole('button', { name: t.inbox.addNote }).click()
  await expect(reader(desk).getByRole('listitem').filter({ hasText: note })).toBeVisible()

  const thread = opened(desk)
  await reader(desk).getByRole('button', { name: t.inbox.change }).click()
  await reader(desk).getByRole('button', { name: t.categories.other, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: t.categories.other })).toBeVisible()
  await expect.poll(() => opened(desk)).not.toBe(thread)
  await page.getByRole('button', { name: t.inbox.undo }).click()
  await expect.poll(() => opened(desk)).toBe(thread)
  await expect(page.getByRole('status').filter({ hasText: t.categories.other })).toHaveCount(0)
})

test('by keyboard: done, undone, a category, a search', async ({ desk, page, t }) => {
  await openAll(desk)
  await desk.press('j', 'Enter')
  await expect(reader(desk).getByRole('article').first()).toBeVisible()
  const first = opened(desk)
  // After each of these the next conversation opens, and z brings the last one back.
  for (const [key, word] of [['e', saying(t.inbox.acted.done)], ['8', t.categories.other], ['u', saying(t.inbox.acted.unread)]] as const) {
    await desk.press(key)
    await expect(page.getByRole('status').filter({ hasText: word })).toBeVisible()
    await expect.poll(() => opened(desk)).not.toBe(first)
    await desk.press('z')
    await expect.poll(() => opened(desk)).toBe(first)
  }

  const text = (await reader(desk).getByRole('article').first().locator('.text').first().textContent()) ?? ''
  const word = text.match(/\p{L}{5,}/gu)?.[0] ?? ''
  expect(word).not.toBe('')
  await desk.press('/')
  await page.keyboard.type(word)
  await desk.press('Enter')
  await expect(desk.rows().first().locator('mark').first()).toHaveText(new RegExp(word, 'i'))
})

test('an answer goes out through Instantly, by keyboard', async ({ desk, page, stack, t }) => {
  interface Item { readonly thread_id: string; readonly folder: string }
  const { items } = await stack.get<{ items: Item[] }>('/api/inbox?folder=to_answer', organizationKey())
  const answerable = await firstThat(items, async (item) => (await stack.get<{ can_send: boolean }>(`/api/inbox/${encodeURIComponent(item.thread_id)}`, organizationKey())).can_send)
  await desk.signIn(organizationKey())
  await page.goto(`/inbox?thread=${encodeURIComponent(answerable.thread_id)}`)
  await page.getByLabel(t.signIn.key, { exact: true }).fill(organizationKey())
  await desk.press('Enter')
  await expect(reader(desk).getByRole('button', { name: t.inbox.reply, exact: true })).toBeVisible()
  await desk.press('r')
  const sentence = `Thursday at ten suits me. ${randomUUID().slice(0, 8)}`
  await page.keyboard.type(sentence)
  await desk.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: saying(t.inbox.sent) })).toBeVisible()
  await expect(async () => {
    const { messages } = await stack.get<{ messages: { kind: string; text: string; sending?: string }[] }>(`/api/inbox/${encodeURIComponent(answerable.thread_id)}`, organizationKey())
    expect(messages.filter((message) => message.kind === 'answer' && message.text.includes(sentence)).map((message) => message.sending)).toEqual(['sent'])
  }).toPass()
})

test('a suggested answer fills the form', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('inbox')
  await desk.rows().first().click()
  const suggestions = page.getByRole('group', { name: t.inbox.suggestions })
  await suggestions.locator('[aria-pressed]').first().click()
  await expect(page.getByRole('textbox', { name: t.inbox.text })).toHaveValue(/\p{L}{3,}/u)
})

/** The sentence, whoever it is about. */
function saying(sentence: (who: string) => string): RegExp {
  return new RegExp(sentence('§').split('§').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))
}

async function firstThat<T>(items: readonly T[], fits: (item: T) => Promise<boolean>): Promise<T> {
  for (const item of items) if (await fits(item)) return item
  throw new Error(`none of ${items.length} fits`)
}
