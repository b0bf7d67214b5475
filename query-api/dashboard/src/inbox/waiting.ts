const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Over this, days say more than hours. */
const MOST_HOURS_MS = 48 * HOUR_MS

export interface Span {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'day'
}

/** How long somebody has been waiting; rounded down, so that nobody waits longer here than in truth. */
export function waited(since: string, nowMs: number): Span {
  const ageMs = Math.max(0, nowMs - Date.parse(since)) || 0
  if (ageMs < HOUR_MS) return { count: Math.max(1, Math.floor(ageMs / MINUTE_MS)), unit: 'minute' }
  if (ageMs < MOST_HOURS_MS) return { count: Math.floor(ageMs / HOUR_MS), unit: 'hour' }
  return { count: Math.floor(ageMs / DAY_MS), unit: 'day' }
}
