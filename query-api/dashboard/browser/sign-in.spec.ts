import { expect, test } from './desk'
import { adminKey, organizationKey } from './stack'

test('a wrong key is told, the right one opens the day by keyboard', async ({ desk, page, t }) => {
  desk.expected.push(/401/)
  await page.goto('/')
  await expect(page.getByLabel(t.signIn.key, { exact: true })).toBeFocused()
  await page.keyboard.type('a key nobody has')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText(t.signIn.wrong)
  await desk.isFit()
  await page.getByLabel(t.signIn.key, { exact: true }).fill(organizationKey())
  await page.keyboard.press('Enter')
  await expect(desk.rail()).toBeVisible()
  await expect(desk.rail().getByRole('link', { name: t.nav.admin })).toHaveCount(0)
})

test('the admin key brings the administration and the choice of an organization', async ({ desk, page, t }) => {
  await desk.signIn(adminKey())
  await expect(page.getByRole('combobox', { name: t.bar.organization })).toBeVisible()
  await desk.go('admin')
  await expect(desk.main().getByRole('heading', { name: t.pipeline.title })).toBeVisible()
})

test('the language changes at once and stays', async ({ desk, page, t, look }) => {
  await desk.signIn(organizationKey())
  const other = look.language === 'de' ? 'en' : 'de'
  await page.getByRole('combobox', { name: t.bar.language }).selectOption(other)
  await expect(page.locator('html')).toHaveAttribute('lang', other)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', other)
})
