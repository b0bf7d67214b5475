import { reactive, watchEffect } from 'vue'

export type Language = 'en' | 'de'
export type Theme = 'auto' | 'light' | 'dark'

interface Preferences {
  language: Language
  theme: Theme
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  letterKeys: boolean
}

const PLACE = 'salesbrain.preferences'

/** Storage may be forbidden by the browser; then the page works without memory. */
export function readStored(storage: () => Storage, place: string): string | null {
  try {
    return storage().getItem(place)
  } catch {
    return null
  }
}

export function writeStored(storage: () => Storage, place: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(place)
    else storage().setItem(place, value)
  } catch {
    // Private windows and strict settings refuse storage; the choice then lasts until the page is left.
  }
}

function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('de') ? 'de' : 'en'
}

export function parsePreferences(text: string | null, browserLanguage: string): Preferences {
  const defaults: Preferences = { language: languageOf(browserLanguage), theme: 'auto', letterKeys: true }
  if (text === null) return defaults
  try {
    const stored = JSON.parse(text) as Partial<Record<keyof Preferences, unknown>>
    return {
      language: stored.language === 'en' || stored.language === 'de' ? stored.language : defaults.language,
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'auto',
      letterKeys: stored.letterKeys !== false,
    }
  } catch {
    return defaults
  }
}

export const preferences = reactive<Preferences>({ language: 'en', theme: 'auto', letterKeys: true })

/** Reads the stored choice and from then on keeps document and storage in step with it. */
export function startPreferences(): void {
  Object.assign(preferences, parsePreferences(readStored(() => localStorage, PLACE), navigator.language))
  watchEffect(() => {
    const root = document.documentElement
    root.lang = preferences.language
    if (preferences.theme === 'auto') delete root.dataset['theme']
    else root.dataset['theme'] = preferences.theme
    writeStored(() => localStorage, PLACE, JSON.stringify(preferences))
  }, { flush: 'sync' })
}
