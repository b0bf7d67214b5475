import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type ConsoleMessage, type Locator, type Page } from '@playwright/test'
import { de } from '../src/i18n/de'
import { en, type Messages } from '../src/i18n/en'
import { Stack } from './stack'

export interface Look {
  readonly look: { readonly language: 'en' | 'de'; readonly phone: boolean }
}

export type Screen = 'now' | 'leads' | 'inbox' | 'campaigns' | 'mailboxes' | 'money' | 'settings' | 'admin'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const onPhoneBar: readonly Screen[] = ['now', 'leads', 'inbox']

/** A person in front of the dashboard. */
export class Desk {
  /** Answers that a test asks for on purpose, such as 401 for a wrong key. */
  readonly expected: RegExp[] = []
  private readonly complaints: string[] = []

  constructor(
    readonly page: Page,
    readonly t: Messages,
    readonly phone: boolean,
  ) {
    page.on('console', (message) => this.said(message))
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('dialog', (dialog) => {
      this.complaints.push(`a dialog opened: ${dialog.message()}`)
      void dialog.dismiss()
    })
  }

  private said(message: ConsoleMessage): void {
    const text = `${message.text()} ${message.location().url}`
    if (['error', 'warning'].includes(message.type()) && !this.expected.some((pattern) => pattern.test(text))) this.complaints.push(text)
  }

  async signIn(key: string): Promise<void> {
    await this.page.goto('/')
    await this.page.getByLabel(this.t.signIn.key, { exact: true }).fill(key)
    await this.page.keyboard.press('Enter')
    await expect(this.rail()).toBeVisible()
  }

  rail(): Locator {
    return this.page.getByRole('navigation', { name: this.t.nav.label })
  }

  main(): Locator {
    return this.page.getByRole('main')
  }

  /** By pointer, over the rail. */
  async go(screen: Screen): Promise<void> {
    if (this.phone && !onPhoneBar.includes(screen)) await this.rail().getByRole('button', { name: this.t.nav.more }).click()
    await this.rail().getByRole('link', { name: this.t.nav[screen] }).click()
    await expect(this.rail().locator('[aria-current=page]')).toHaveText(new RegExp(this.t.nav[screen]))
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Rows that open something. */
  rows(): Locator {
    return this.main().locator('[data-row-link]')
  }

  /** What a screen owes everybody: nothing for axe to find, no sideways scrolling. */
  async isFit(): Promise<void> {
    const sideways = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(sideways, 'pixels the page scrolls sideways').toBeLessThanOrEqual(0)
    // Through the debugger, because the policy would refuse a script element.
    await this.page.evaluate(axe)
    const found = await this.page.evaluate(async () => {
      interface Found { readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly string[] }[] }[] }
      const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<Found> } }).axe.run
      const { violations } = await run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      return violations.map((violation) => `${violation.id}: ${violation.help} (${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')})`)
    })
    expect(found).toEqual([])
  }

  /** No script failed, nothing was refused by the content security policy. */
  isQuiet(): void {
    expect(this.complaints).toEqual([])
  }
}

interface Tools {
  readonly t: Messages
  readonly stack: Stack
  readonly desk: Desk
}

export const test = base.extend<Tools & Look>({
  look: [{ language: 'en', phone: false }, { option: true }],
  t: async ({ look }, use) => use(look.language === 'de' ? de : en),
  stack: async ({ baseURL }, use) => {
    const stack = await Stack.at(baseURL ?? '')
    await use(stack)
    await stack.close()
  },
  desk: async ({ page, t, look }, use) => {
    const desk = new Desk(page, t, look.phone)
    await use(desk)
    desk.isQuiet()
  },
})

export { expect }
