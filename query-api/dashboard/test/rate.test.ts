import { describe, expect, it } from 'vitest'
import { formatInterval, formatPercent, hasFewData, shareOf, wilson } from '../src/format/rate'

describe('a rate', () => {
  it('is a dash and never 0 % where the denominator is empty', () => {
    expect(formatPercent(shareOf(null, 0).rate, 'en')).toBe('–')
    expect(formatPercent(0, 'en')).toBe('0.0\u00a0%')
  })

  it('carries the count it is made of', () => {
    expect(shareOf(0.042, 500)).toEqual({ rate: 0.042, numerator: 21, denominator: 500 })
  })

  it('says few data under 30', () => {
    expect(hasFewData(shareOf(0.5, 29))).toBe(true)
    expect(hasFewData(shareOf(0.5, 30))).toBe(false)
  })

  it('comes with Wilson\u2019s interval, written as the language does', () => {
    const interval = wilson(21, 500)
    expect(interval).not.toBeNull()
    expect(formatInterval(interval!, 'en')).toBe('2.8–6.3\u00a0%')
    expect(formatInterval(interval!, 'de')).toBe('2,8–6,3\u00a0%')
  })

  it('has an interval within 0 and 1 for none and for all', () => {
    for (const [hits, of] of [[0, 5], [5, 5]] as const) {
      const interval = wilson(hits, of)!
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeLessThanOrEqual(1)
    }
  })
})
