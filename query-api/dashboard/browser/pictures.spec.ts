import { expect, test, type Desk, type Screen } from './desk'
import { adminKey, organizationKey } from './stack'

const folder = process.env['PICTURES']
const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** The pictures in docs/images; made where PICTURES names a folder. */
test.skip(folder === undefined, 'PICTURES names no folder')

async function picture(desk: Desk, name: string): Promise<void> {
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.page.locator('.bone')).toHaveCount(0)
  await desk.page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

/** As it is, then in the dark and on a phone. */
async function inEachLook(desk: Desk, name: string): Promise<void> {
  await picture(desk, name)
  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await picture(desk, `${name}-dark`)
  await desk.page.emulateMedia({ colorScheme: 'light' })
  await desk.page.setViewportSize(phone)
  await picture(desk, `${name}-phone`)
  await desk.page.setViewportSize(desktop)
}

test('a picture of every screen', async ({ desk, page, stack, t }) => {
  test.setTimeout(300_000)
  await desk.signIn(organizationKey())
  await expect(desk.rows().first()).toBeVisible()
  // So that the feed has something to show.
  await expect(page.getByRole('region', { name: t.feed.title, exact: true }).getByRole('listitem').nth(4)).toBeVisible()
  await inEachLook(desk, 'now')
  await desk.rows().first().click()
  await expect(page.getByRole('table', { name: t.lead.contributions })).toBeVisible()
  await inEachLook(desk, 'lead')
  await desk.go('inbox')
  await desk.rows().first().click()
  await page.getByRole('group', { name: t.inbox.suggestions }).locator('[aria-pressed]').first().click()
  await inEachLook(desk, 'inbox')
  await desk.go('leads')
  await picture(desk, 'leads')
  await desk.go('campaigns')
  await desk.main().getByRole('button', { name: t.figures.windows.all }).click()
  await expect(desk.rows().first()).toBeVisible()
  await picture(desk, 'campaigns')
  await desk.rows().filter({ hasText: await stack.largestCampaign() }).first().click()
  await expect(page.getByRole('heading', { name: t.campaign.tests })).toBeVisible()
  await inEachLook(desk, 'campaign')
  await desk.go('mailboxes')
  await picture(desk, 'mailboxes')
  await desk.go('money')
  await picture(desk, 'money')
  await desk.go('settings')
  await picture(desk, 'settings')
})

test('a picture of the administration', async ({ desk, t }) => {
  await desk.signIn(adminKey())
  await desk.go('admin' satisfies Screen)
  await expect(desk.main().getByRole('heading', { name: t.pipeline.title })).toBeVisible()
  await picture(desk, 'admin')
})
