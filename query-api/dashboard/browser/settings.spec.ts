import { randomUUID } from 'node:crypto'
import { expect, test } from './desk'
import { adminKey, organizationKey } from './stack'

test('the score is set and set back', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('settings')
  const field = page.getByLabel(t.settings.scoring.fields.half_life_days)
  await field.fill('21')
  await page.getByRole('button', { name: t.money.save }).click()
  await expect(page.getByRole('status').filter({ hasText: t.settings.saved })).toBeVisible()
  await desk.isFit()
  await page.getByRole('button', { name: t.settings.scoring.reset }).click()
  await page.getByRole('button', { name: t.settings.scoring.reset }).click()
  await expect(page.getByText(t.settings.isDefault)).toBeVisible()
})

test('somebody joins the team and leaves it', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('settings')
  await page.getByRole('link', { name: t.settings.sections.team }).click()
  const name = `Mara ${randomUUID().slice(0, 8)}`
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: t.settings.team.add, exact: true }) })
  await form.getByLabel(t.settings.team.name).fill(name)
  await form.getByRole('button', { name: t.settings.team.add, exact: true }).click()
  await expect(page.getByRole('button', { name: `${t.settings.remove}: ${name}` })).toBeVisible()
  await desk.isFit()
  await page.getByRole('button', { name: `${t.settings.remove}: ${name}` }).click()
  await page.getByRole('group', { name: `${t.settings.remove}: ${name}` }).getByRole('button', { name: t.settings.remove }).click()
  await expect(page.getByRole('button', { name: `${t.settings.remove}: ${name}` })).toHaveCount(0)
})

test('the connection to Instantly is told', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('settings')
  await page.getByRole('link', { name: t.settings.sections.instantly }).click()
  await expect(page.getByText(t.settings.instantly.webhooks.active)).toBeVisible()
  await desk.isFit()
})

test('an organization is made; what it sends unreadable is shown and tried again', async ({ desk, page, stack, t }) => {
  await desk.signIn(adminKey())
  await desk.go('admin')
  const id = `made-${randomUUID().slice(0, 8)}`
  const panel = page.getByRole('region', { name: t.admin.organizations })
  await panel.getByLabel(t.admin.id).fill(id)
  await panel.getByLabel(t.admin.name).fill('Made here')
  await panel.getByRole('button', { name: t.admin.create }).click()
  const made = panel.getByRole('status')
  await expect(made).toContainText(t.admin.once('Made here'))
  const secret = (await made.locator('pre, code').allTextContents()).find((text) => text.startsWith('sbw_')) ?? ''
  await stack.broken(secret)
  await page.reload()
  await page.getByLabel(t.signIn.key, { exact: true }).fill(adminKey())
  await desk.press('Enter')
  const item = page.getByRole('region', { name: t.pipeline.quarantined }).getByRole('listitem').filter({ hasText: id })
  await expect(item).toBeVisible()
  await item.getByText(t.admin.asItCame).click()
  await expect(item.locator('pre')).toContainText('{"event_type":')
  await item.getByRole('button', { name: t.admin.replay }).click()
  await expect(page.getByRole('region', { name: t.pipeline.quarantined }).getByRole('status')).toHaveText(t.admin.replayed(0, 1))
  await desk.isFit()
})

test('a new organization is guided to its first event', async ({ desk, page, stack, t }) => {
  const customer = await stack.customer('fresh')
  await desk.signIn(customer.key)
  await expect(page.getByRole('heading', { name: t.firstRun.title })).toBeVisible()
  await expect(page.getByText(/\/webhooks\/instantly\/webhook/).first()).toBeVisible()
  await desk.isFit()
  await stack.webhook(customer.secret, { event_type: 'link_clicked', campaign_id: 'first', campaign_name: 'First', lead_email: 'ada@customer.example', email_account: 'sales@agency.example', step: 1, variant: 1 })
  await expect(page.getByRole('heading', { name: t.firstRun.title })).toHaveCount(0)
  await expect(page.getByText(t.firstRun.arrived)).toBeVisible()
  await expect(page.getByRole('table', { name: t.now.list }).getByRole('link', { name: 'ada@customer.example' })).toBeVisible()
})
