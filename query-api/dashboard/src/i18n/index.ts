import { computed, type ComputedRef } from 'vue'
import { preferences, type Language } from '../session/preferences'
import { de } from './de'
import { en, type Messages } from './en'

export type { Messages }

export const languages: Readonly<Record<Language, Messages>> = { en, de }

const current = computed(() => languages[preferences.language])

export function useMessages(): ComputedRef<Messages> {
  return current
}

function wordOf<W extends Readonly<Record<string, string>>>(words: W, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** A name the server knows and this page does not yet is shown readable rather than hidden. */
function readable(key: string): string {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A custom event is the customer's own label and keeps its name as sent. */
export function eventWord(t: Messages, type: string, name?: string | null): string {
  if (type === 'custom' && name) return name
  return wordOf(t.events, type) ?? readable(type)
}

export function didWord(t: Messages, type: string): string {
  return wordOf(t.did, type) ?? eventWord(t, type)
}

export function statusWord(t: Messages, status: string): string {
  return wordOf(t.statuses, status) ?? readable(status)
}

export function categoryWord(t: Messages, category: string): string {
  return wordOf(t.categories, category) ?? readable(category)
}

/** Instantly's word for how a campaign or a mailbox stands. */
export function standingWord(t: Messages, status: string): string {
  return wordOf(t.atInstantly.statuses, status) ?? readable(status)
}

export function alertKindWord(t: Messages, kind: string): string {
  return wordOf(t.pauseRules.kinds, kind) ?? readable(kind)
}

export function flagWords(t: Messages, flag: string): readonly [string, string] {
  const flags: Readonly<Record<string, readonly [string, string]>> = t.flags
  return flags[flag] ?? [readable(flag), '']
}
