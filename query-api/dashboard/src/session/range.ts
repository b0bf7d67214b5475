import { ref } from 'vue'
import type { StatsWindow } from '../api/types'

export const ranges: readonly StatsWindow[] = ['24h', '7d', '30d', 'all']

/** The span the figures are counted over; the URL holds it as `?range=`. */
export const range = ref<StatsWindow>('7d')

export function parseRange(value: unknown): StatsWindow {
  return ranges.find((window) => window === value) ?? '7d'
}

/** The neighbour, or the same at either end. */
export function rangeBeside(window: StatsWindow, step: -1 | 1): StatsWindow {
  return ranges[ranges.indexOf(window) + step] ?? window
}
