import { describe, expect, it } from 'vitest'
import { formatExact, formatRelative } from '../src/format/time'

const now = Date.parse('2026-06-10T12:00:00.000Z')

describe('a time', () => {
  it('is relative within a week and a date after it', () => {
    expect(formatRelative('2026-06-10T10:00:00.000Z', now, 'en', 'just now')).toContain('2')
    expect(formatRelative('2026-05-01T10:00:00.000Z', now, 'en', 'just now')).toBe('May 1')
  })

  it('of a clock ahead of ours is just now', () => {
    expect(formatRelative('2026-06-10T12:00:30.000Z', now, 'en', 'just now')).toBe('just now')
  })

  it('names its zone when exact', () => {
    expect(formatExact('2026-06-10T10:00:00.000Z', 'en', 'UTC')).toContain('UTC')
  })
})
