import { expect, test } from './desk'
import { organizationKey } from './stack'

test('costs and deals by form and table say what a campaign pays back', async ({ desk, page, stack, t }) => {
  const { items } = await stack.get<{ items: { lead_email: string }[] }>('/api/hot-leads?limit=1', organizationKey())
  await desk.signIn(organizationKey())
  await desk.go('money')
  const form = page.getByRole('region', { name: t.money.add })
  await form.getByLabel(t.money.amount).fill('250')
  await form.getByRole('combobox', { name: t.campaigns.name }).selectOption({ index: 1 })
  await form.getByRole('button', { name: t.money.save }).click()
  await expect(form.getByText(t.money.took, { exact: true })).toBeVisible()

  await form.getByRole('radio', { name: t.money.deal }).check()
  await form.getByLabel(t.money.lead, { exact: true }).fill(items[0]?.lead_email ?? '')
  await form.getByLabel(t.money.amount).fill('1000,50')
  await form.getByRole('button', { name: t.money.save }).click()
  await expect(form.getByText(t.money.took, { exact: true })).toBeVisible()

  await expect(async () => {
    await page.reload()
    await page.getByLabel(t.signIn.key, { exact: true }).fill(organizationKey())
    await desk.press('Enter')
    await expect(page.getByRole('heading', { name: /EUR/ })).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await page.getByRole('combobox', { name: t.money.model }).selectOption('linear')
  await expect(page).toHaveURL(/model=linear/)
  await desk.isFit()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t.money.download }).first().click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})

test('a table with a wrong line says which, and nothing of it is booked', async ({ desk, page, t }) => {
  desk.expected.push(/422/)
  await desk.signIn(organizationKey())
  await desk.go('money')
  const form = page.getByRole('region', { name: t.money.add })
  const csv = 'cost_id,amount,currency,incurred_at,campaign_id\nok-1,10,EUR,2026-01-05,\nbad-1,ten,EUR,2026-01-05,\n'
  await form.getByLabel(t.money.csv).setInputFiles({ name: 'costs.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(form.getByRole('listitem').filter({ hasText: /3/ })).toBeVisible()
  await form.getByLabel(t.money.csv).setInputFiles({ name: 'costs.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.replace('ten', '12')) })
  await expect(form.getByText(t.money.tookLines(2), { exact: true })).toBeVisible()
})
