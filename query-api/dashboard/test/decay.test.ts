import { describe, expect, it } from 'vitest'
import { curve, halfLifeOf, scoreAt } from '../src/score/decay'

const DAY_MS = 86_400_000
const at = '2026-06-01T00:00:00.000Z'
const start = Date.parse(at)

describe('a score', () => {
  it('halves every half-life and counts a signal only by its likelihood', () => {
    const signals = [{ at, points: 100, human: 0.5 }]
    expect(scoreAt(signals, start, 14)).toBeCloseTo(50)
    expect(scoreAt(signals, start + 14 * DAY_MS, 14)).toBeCloseTo(25)
    expect(scoreAt(signals, start - 1, 14)).toBe(0)
  })

  it('tells its half-life by what signals are worth now', () => {
    const now = start + 30 * DAY_MS
    const worth_now = scoreAt([{ at, points: 50, human: 1 }], now, 7)
    expect(halfLifeOf([{ at, points: 50, human: 1, worth_now }], now)).toBeCloseTo(7)
  })

  it('steps up at a signal and falls between', () => {
    const points = curve([{ at, points: 10, human: 1 }], start - DAY_MS, start + DAY_MS, 14)
    const before = points.find((point) => point.atMs === start - 1)
    const step = points.find((point) => point.atMs === start)
    expect(before?.score).toBe(0)
    expect(step?.score).toBeCloseTo(10)
    expect(points.at(-1)!.score).toBeLessThan(10)
  })
})
