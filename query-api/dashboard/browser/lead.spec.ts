import { expect, test } from './desk'
import { organizationKey } from './stack'

test('a lead says what its score is made of, and everything that happened', async ({ desk, page, stack, t }) => {
  const { items } = await stack.get<{ items: { lead_email: string }[] }>('/api/hot-leads?limit=1', organizationKey())
  const email = items[0]?.lead_email ?? ''
  await desk.signIn(organizationKey())
  await page.getByLabel(t.bar.search).fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: email })).toBeVisible()
  const table = page.getByRole('table', { name: t.lead.contributions })
  const sum = await table.locator('tfoot .points').textContent()
  const points = await table.locator('tbody .points').allTextContents()
  expect(points.map(digits).reduce((a, b) => a + b, 0)).toBe(digits(sum ?? ''))
  const timeline = page.getByRole('region', { name: t.lead.timeline }).getByRole('listitem')
  expect(await timeline.count()).toBeGreaterThanOrEqual(points.length)
  await timeline.first().getByText(t.lead.raw).click()
  await expect(timeline.first().locator('pre')).toContainText(email)
  await desk.isFit()
})

test('who is hot can be told apart from who is not', async ({ desk, page, stack, t }) => {
  await desk.signIn(organizationKey())
  await desk.go('leads')
  await expect(desk.rows().first()).toBeVisible()
  await desk.main().getByLabel(t.leads.hotOnly).check()
  const rows = page.getByRole('table', { name: t.leads.title }).locator('tbody').getByRole('row')
  await expect(async () => {
    // Further rows come by themselves before the end is reached.
    await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }))
    // Asked each time: somebody may become hot meanwhile.
    const { items } = await stack.get<{ items: unknown[] }>('/api/hot-leads?hot=true&limit=100', organizationKey())
    expect(items.length).toBeGreaterThan(0)
    await expect(rows).toHaveCount(items.length, { timeout: 1_000 })
    await expect(rows.filter({ hasText: t.hot })).toHaveCount(items.length, { timeout: 1_000 })
  }).toPass()
  await desk.isFit()
})

function digits(text: string): number {
  return Number(text.replaceAll(/[^\d-]/g, ''))
}
