import { onMounted, onUnmounted } from 'vue'

/** Keys that only one screen knows. It hears of them before the page does, and says whether one was its own. */
export type ScreenKeys = (event: KeyboardEvent) => boolean

let listening: ScreenKeys | null = null

export function useScreenKeys(keys: ScreenKeys): void {
  onMounted(() => (listening = keys))
  onUnmounted(() => {
    if (listening === keys) listening = null
  })
}

export function screenTook(event: KeyboardEvent): boolean {
  return listening?.(event) ?? false
}
