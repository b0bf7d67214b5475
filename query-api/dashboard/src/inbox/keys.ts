import type { Pressed } from '../keys'
import { categories } from './thread'

/** What a key means in the inbox. Pure, so that it can be tested without a page. */
export type InboxCommand =
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'done' | 'unread' | 'assign' | 'reply' | 'followUp' | 'undo' | 'next' | 'previous' | 'open' | 'back' | 'search' | 'filter' }

export interface InboxPressed extends Pressed {
  /** Held down: what acts must not act on a whole list. */
  readonly repeat: boolean
}

const single: Readonly<Record<string, Exclude<InboxCommand['kind'], 'category'>>> = {
  e: 'done',
  u: 'unread',
  a: 'assign',
  r: 'reply',
  h: 'followUp',
  z: 'undo',
  j: 'next',
  k: 'previous',
  f: 'filter',
  '/': 'search',
}

/** Keys in a field, with a modifier or while composing are text; Enter on a control is that control's. */
export function inboxCommandFor(pressed: InboxPressed, inField: boolean, onControl: boolean, letterKeys: boolean): InboxCommand | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing || inField) return null
  if (pressed.key === 'Escape') return { kind: 'back' }
  if (pressed.key === 'Enter') return onControl || pressed.repeat ? null : { kind: 'open' }
  if (!letterKeys) return null
  if (pressed.key === 'j' || pressed.key === 'k') return { kind: pressed.key === 'j' ? 'next' : 'previous' }
  if (pressed.repeat) return null
  const category = /^[1-8]$/.test(pressed.key) ? categories[Number(pressed.key) - 1] : undefined
  if (category !== undefined) return { kind: 'category', category }
  const kind = Object.hasOwn(single, pressed.key) ? single[pressed.key] : undefined
  return kind === undefined ? null : { kind }
}
