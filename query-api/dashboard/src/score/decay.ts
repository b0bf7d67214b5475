/** The score as the server defines it: points × likelihood of a person, halved every half-life. */

const DAY_MS = 86_400_000
export const DEFAULT_HALF_LIFE_DAYS = 14

export interface Signal {
  readonly at: string
  readonly points: number
  readonly human: number
}

export interface Valued extends Signal {
  readonly worth_now: number
}

export interface CurvePoint {
  readonly atMs: number
  readonly score: number
}

function worthAt(signal: Signal, atMs: number, halfLifeDays: number): number {
  const ageMs = atMs - Date.parse(signal.at)
  return ageMs < 0 ? 0 : signal.points * signal.human * 2 ** (-ageMs / (halfLifeDays * DAY_MS))
}

export function scoreAt(signals: readonly Signal[], atMs: number, halfLifeDays: number): number {
  return signals.reduce((sum, signal) => sum + worthAt(signal, atMs, halfLifeDays), 0)
}

/**
 * An organization may set its own half-life, which the lead's answer does not name; what each signal is worth by now
 * tells it. The oldest signal tells it best.
 */
export function halfLifeOf(signals: readonly Valued[], nowMs: number): number {
  const oldest = signals
    .filter((signal) => signal.points * signal.human > 0 && signal.worth_now > 0)
    .reduce<Valued | null>((best, signal) => (best === null || signal.at < best.at ? signal : best), null)
  if (oldest === null) return DEFAULT_HALF_LIFE_DAYS
  const halvings = Math.log2((oldest.points * oldest.human) / oldest.worth_now)
  const ageDays = (nowMs - Date.parse(oldest.at)) / DAY_MS
  // Young signals have hardly lost anything yet: rounding would decide, not decay.
  if (ageDays < 1 || halvings < 0.02) return DEFAULT_HALF_LIFE_DAYS
  return ageDays / halvings
}

/** Vertical step at each signal, decay between: before and after every signal, and a few points on the way. */
export function curve(signals: readonly Signal[], fromMs: number, toMs: number, halfLifeDays: number): CurvePoint[] {
  const steps = signals.map((signal) => Date.parse(signal.at)).filter((atMs) => atMs > fromMs && atMs <= toMs)
  const grid = Array.from({ length: 61 }, (_, index) => fromMs + ((toMs - fromMs) * index) / 60)
  const points: CurvePoint[] = grid.map((atMs) => ({ atMs, score: scoreAt(signals, atMs, halfLifeDays) }))
  for (const atMs of steps) {
    points.push({ atMs: atMs - 1, score: scoreAt(signals, atMs - 1, halfLifeDays) })
    points.push({ atMs, score: scoreAt(signals, atMs, halfLifeDays) })
  }
  return points.sort((a, b) => a.atMs - b.atMs)
}

export function formatScore(score: number, locale: string): string {
  const safe = Math.abs(score) < 0.05 ? 0 : score
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(safe)
}

/** What a signal is worth by now: below a tenth it is not nothing, but it does not count any more. */
export function formatWorth(worth: number, locale: string): string {
  if (worth > 0 && worth < 0.05) return `<\u00a0${formatScore(0.1, locale)}`
  return formatScore(worth, locale)
}
