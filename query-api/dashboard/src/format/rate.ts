/** Rates never stand alone: with them go what they are made of and how sure they are. */

/** Below this many in the denominator a rate says "few data". */
export const FEW = 30

const Z_95 = 1.959964

export interface Share {
  /** null where the denominator is empty: shown as a dash, never as 0 %. */
  readonly rate: number | null
  readonly numerator: number
  readonly denominator: number
}

export interface Interval {
  readonly low: number
  readonly high: number
}

/** The server sends the rate of the cohort and its size; the count behind it follows from both. */
export function shareOf(rate: number | null, denominator: number): Share {
  if (rate === null || denominator <= 0) return { rate: null, numerator: 0, denominator: Math.max(0, denominator) }
  return { rate, numerator: Math.round(rate * denominator), denominator }
}

/** Wilson's 95 % interval: stays inside 0..1 and is honest for few and for none. */
export function wilson(numerator: number, denominator: number): Interval | null {
  if (denominator <= 0) return null
  const p = numerator / denominator
  const z2 = Z_95 * Z_95
  const centre = p + z2 / (2 * denominator)
  const spread = Z_95 * Math.sqrt((p * (1 - p)) / denominator + z2 / (4 * denominator * denominator))
  const scale = 1 + z2 / denominator
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

export function hasFewData(share: Share): boolean {
  return share.denominator < FEW
}

function digitsFor(fraction: number): number {
  return fraction > 0 && fraction < 0.01 ? 2 : 1
}

function percentNumber(fraction: number, digits: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    fraction * 100,
  )
}

export function formatPercent(fraction: number | null, locale: string): string {
  return fraction === null ? '–' : `${percentNumber(fraction, digitsFor(fraction), locale)}\u00a0%`
}

export function formatInterval(interval: Interval, locale: string): string {
  const digits = interval.high < 0.01 ? 2 : 1
  const low = percentNumber(interval.low, digits, locale)
  return `${low}–${percentNumber(interval.high, digits, locale)}\u00a0%`
}

export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}
