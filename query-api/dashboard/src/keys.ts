/** What a key means. Pure, so that it can be tested without a page. */

export type Command =
  | 'help' | 'search' | 'now' | 'leads' | 'inbox' | 'campaigns' | 'mailboxes' | 'money' | 'settings' | 'admin' | 'next' | 'previous' | 'back' | 'shorter' | 'longer' | 'go'

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

const single: Readonly<Record<string, Command>> = {
  '?': 'help',
  '/': 'search',
  j: 'next',
  k: 'previous',
  g: 'go',
  ',': 'shorter',
  '.': 'longer',
}

const afterGo: Readonly<Record<string, Command>> = { n: 'now', l: 'leads', i: 'inbox', c: 'campaigns', m: 'mailboxes', o: 'money', s: 'settings', a: 'admin' }

/** Keys typed into a field, with a modifier or while composing a character are text, not commands. */
export function commandFor(pressed: Pressed, inField: boolean, going: boolean, letterKeys: boolean): Command | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing || inField) return null
  if (pressed.key === 'Escape') return 'back'
  if (!letterKeys) return null
  if (going && Object.hasOwn(afterGo, pressed.key)) return afterGo[pressed.key] ?? null
  return Object.hasOwn(single, pressed.key) ? (single[pressed.key] ?? null) : null
}

export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Moves the focus along the rows of the list on the screen. */
export function moveInList(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('main [data-row-link]'))
  if (links.length === 0) return
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))
  const link = links[next]
  link?.focus({ focusVisible: true } as FocusOptions)
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}
