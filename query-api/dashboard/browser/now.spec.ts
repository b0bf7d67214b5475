import { randomUUID } from 'node:crypto'
import { expect, test } from './desk'
import { organizationKey } from './stack'

test('the hottest leads say why, and one opens', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/)
  const rows = page.getByRole('table', { name: t.now.list }).locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(10)
  for (const row of await rows.all()) await expect(row.locator('.reason')).toContainText(/\p{L}/u)
  await desk.isFit()
  const link = rows.first().getByRole('link')
  const who = await link.getAttribute('title')
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: who ?? '' })).toBeVisible()
})

test('by keyboard: from Now to a lead and back', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await expect(desk.rows().nth(2)).toBeVisible()
  await desk.press('g', 'l')
  await expect(page).toHaveURL(/\/leads/)
  await expect(desk.rows().nth(2)).toBeVisible()
  await desk.press('j', 'j')
  await expect(desk.rows().nth(1)).toBeFocused()
  const who = await desk.rows().nth(1).getAttribute('title')
  await desk.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: who ?? '' })).toBeVisible()
  await desk.press('Escape')
  await expect(page).toHaveURL(/\/leads(\?|$)/)
  await desk.press('?')
  await expect(page.getByRole('dialog', { name: t.help.title })).toBeVisible()
  await desk.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a new reply appears by itself', async ({ desk, page, stack, t }, info) => {
  const secret = await stack.secretOfConnected()
  await desk.signIn(organizationKey())
  const feed = page.getByRole('region', { name: t.feed.title, exact: true })
  await expect(page.getByRole('banner').getByText(t.live.live, { exact: true })).toBeVisible()
  const lead = `news-${randomUUID().slice(0, 8)}@customer.example`
  const reply = { event_type: 'reply_received', campaign_id: 'browser-tests', campaign_name: 'Browser tests', lead_email: lead, email_account: 'sales@agency.example', step: 1, variant: 1 }
  await stack.webhook(secret, { ...reply, reply_text: 'Yes, please call me tomorrow.' })
  const answeredMs = Date.now()
  await expect(feed.getByRole('link', { name: lead }).first()).toBeVisible()
  info.annotations.push({ type: 'figure', description: `a reply is on the screen ${Date.now() - answeredMs} ms after it was accepted` })
  console.log(info.annotations.at(-1)?.description)
})

test('an alert is silenced, by keyboard', async ({ desk, page, stack, t }) => {
  const secret = await stack.secretOfConnected()
  const account = `box-${randomUUID().slice(0, 8)}@agency.example`
  await stack.webhook(secret, { event_type: 'account_error', email_account: account })
  await desk.signIn(organizationKey())
  await desk.press('g', 'm')
  await expect(page).toHaveURL(/\/mailboxes/)
  const alert = page.getByRole('region', { name: t.alerts.title }).getByRole('listitem').filter({ hasText: account })
  await expect(alert).toBeVisible()
  const acknowledge = alert.getByRole('button', { name: t.alerts.acknowledge })
  await acknowledge.focus()
  await desk.press('Enter')
  await expect(acknowledge).toBeHidden()
  await expect(alert.getByText(t.alerts.acknowledged, { exact: true })).toBeVisible()
})

test('a follow-up that is due is done', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  const due = page.getByRole('region', { name: t.followUps.title }).getByRole('listitem')
  await expect(due.first()).toBeVisible()
  const who = (await due.first().getByRole('link').textContent()) ?? ''
  // A lead may have several, for reasons of their own.
  const ofThem = page.getByRole('button', { name: t.followUps.doneFor(who) })
  const before = await ofThem.count()
  await ofThem.first().click()
  await expect(ofThem).toHaveCount(before - 1)
})
