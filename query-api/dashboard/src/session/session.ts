import { computed, reactive, readonly } from 'vue'
import { getJson } from '../api/client'
import type { WhoAmI } from '../api/types'
import { readStored, writeStored } from './preferences'

const PLACE = 'salesbrain.key'

interface Session {
  key: string
  who: WhoAmI | null
  /** True after the server refused a key that had been accepted before. */
  expired: boolean
}

const state = reactive<Session>({ key: '', who: null, expired: false })

export const session = readonly(state)
export const isAdmin = computed(() => state.who?.role === 'admin')

/** Whether the key may change things, beside costs and the inbox. */
export const mayWrite = computed(() => state.who?.permissions?.includes('write') ?? true)

/** Asks the server who holds this key; only then it is kept. */
export async function signIn(key: string, remember: boolean): Promise<void> {
  const who = await getJson<WhoAmI>(key, '/api/whoami')
  state.key = key
  state.who = who
  state.expired = false
  if (remember) writeStored(() => sessionStorage, PLACE, key)
}

export function signOut(expired = false): void {
  state.key = ''
  state.who = null
  state.expired = expired
  writeStored(() => sessionStorage, PLACE, null)
}

export function rememberedKey(): string | null {
  return readStored(() => sessionStorage, PLACE)
}
