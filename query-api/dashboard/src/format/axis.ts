import { wilson, type Share } from './rate'

/** Thresholds of a bounce rate of which one can be sure; the same as those of alerts. */
const BOUNCES_BAD = 0.05
const BOUNCES_WATCHED = 0.02

/** Where the axis of a column of rates ends: as far as the intervals reach, but not for the sake of rows with few data. */
export function axisEnd(shares: readonly Share[]): number {
  const ends = shares.map((share) => Math.min(wilson(share.numerator, share.denominator)?.high ?? 0, 3 * (share.rate ?? 0) + 0.02))
  return Math.max(0.01, ...ends)
}

/** What is certain of a rate; 0 of none. */
export function certain(share: Share): number {
  return wilson(share.numerator, share.denominator)?.low ?? 0
}

export function bounceTone(share: Share): 'plain' | 'warn' | 'bad' {
  const low = certain(share)
  if (low > BOUNCES_BAD) return 'bad'
  return low > BOUNCES_WATCHED ? 'warn' : 'plain'
}
