import { readonly, ref, type Ref } from 'vue'

const TICK_MS = 15_000
const now = ref(Date.now())
let started = false

/** The time all relative times on the page are counted from; it moves on every 15 s, not per element. */
export function useNow(): Readonly<Ref<number>> {
  if (!started) {
    started = true
    setInterval(() => (now.value = Date.now()), TICK_MS)
  }
  return readonly(now)
}

/** Called when something just arrived, so that it does not seem to lie in the future. */
export function touchNow(): void {
  now.value = Date.now()
}
