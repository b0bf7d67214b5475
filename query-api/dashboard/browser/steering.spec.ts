import { expect, test } from './desk'
import { organizationKey } from './stack'

test('campaigns are sorted, and one says which variant is better', async ({ desk, page, stack, t }) => {
  const largest = await stack.largestCampaign()
  await desk.signIn(organizationKey())
  await desk.go('campaigns')
  await desk.main().getByRole('button', { name: t.figures.windows.all }).click()
  await expect(page).toHaveURL(/range=all/)
  await expect(desk.rows().first()).toBeVisible()
  const names = await desk.rows().allTextContents()
  expect(names.length).toBeGreaterThan(1)
  if (!desk.phone) {
    await desk.main().getByRole('button', { name: t.campaigns.contacted }).click()
    await expect(page.getByRole('columnheader', { name: t.campaigns.contacted })).toHaveAttribute('aria-sort', 'descending')
    const contacted = (await desk.main().locator('tbody .contacted').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')))
    expect(contacted).toEqual([...contacted].sort((a, b) => b - a))
  }
  await desk.isFit()
  await desk.rows().filter({ hasText: largest }).first().click()
  await expect(page.getByRole('heading', { name: t.campaign.funnel })).toBeVisible()
  await expect(page.getByRole('heading', { name: t.campaign.steps, exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: t.campaign.tests })).toBeVisible()
  await page.getByRole('region', { name: t.campaign.heat }).getByRole('button', { name: t.campaign.asTable }).click()
  await expect(page.getByRole('table', { name: t.campaign.heat })).toBeVisible()
  await desk.isFit()
})

test('by keyboard: a campaign and the next range', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.press('g', 'c')
  await expect(page).toHaveURL(/\/campaigns/)
  await desk.press('.', '.', '.')
  await expect(page).toHaveURL(/range=all/)
  await expect(desk.rows().first()).toBeVisible()
  await desk.press('j', 'Enter')
  await expect(page.getByRole('heading', { name: t.campaign.funnel })).toBeVisible()
  await desk.press('Escape')
  await expect(page).toHaveURL(/\/campaigns(\?|$)/)
})

test('mailboxes say how they are and what they may still send', async ({ desk, page, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('mailboxes')
  await desk.main().getByRole('button', { name: t.figures.windows.all }).click()
  const rows = page.getByRole('table', { name: t.mailboxes.title }).locator('tbody').getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  const states = Object.values(t.mailboxes.states)
  for (const row of await rows.all()) await expect(row).toContainText(new RegExp(states.join('|')))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/)
  await desk.isFit()
})
