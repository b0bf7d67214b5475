const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const JUST_NOW_MS = 45_000
const RELATIVE_UNTIL_MS = 7 * DAY_MS

/** "2h ago" within a week, a date after it. A clock that runs behind the server's must not say "in 3 s". */
export function formatRelative(at: string, nowMs: number, locale: string, justNow: string): string {
  const then = Date.parse(at)
  if (Number.isNaN(then)) return '–'
  const ageMs = Math.max(0, nowMs - then)
  if (ageMs < JUST_NOW_MS) return justNow
  if (ageMs >= RELATIVE_UNTIL_MS) return formatDate(then, nowMs, locale)
  const format = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' })
  if (ageMs < HOUR_MS) return format.format(-Math.max(1, Math.round(ageMs / MINUTE_MS)), 'minute')
  if (ageMs < DAY_MS) return format.format(-Math.round(ageMs / HOUR_MS), 'hour')
  return format.format(-Math.round(ageMs / DAY_MS), 'day')
}

function formatDate(thenMs: number, nowMs: number, locale: string): string {
  const sameYear = new Date(thenMs).getFullYear() === new Date(nowMs).getFullYear()
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, sameYear ? options : { ...options, year: 'numeric' }).format(thenMs)
}

/** Down to the second and with the zone named. */
export function formatExact(at: string, locale: string, timeZone?: string): string {
  const then = Date.parse(at)
  if (Number.isNaN(then)) return at
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(then)
}

export function formatClock(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs)
}

/** Name of the viewer's zone, e.g. "Europe/Berlin". */
export function timeZoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
