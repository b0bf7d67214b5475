import { describe, expect, it } from 'vitest'
import { busiest, grid, heatClass } from '../src/format/heat'
import { refreshedBy } from '../src/live/feed'

describe('the hours of replies', () => {
  it('become seven rows of 24', () => {
    const rows = grid([{ weekday: 1, hour: 9, replies: 3 }, { weekday: 7, hour: 23, replies: 1 }, { weekday: 9, hour: 1, replies: 5 }])
    expect(rows.map((row) => row.length)).toEqual(new Array(7).fill(24))
    expect(rows[0]![9]).toBe(3)
    expect(rows.flat().reduce((sum, count) => sum + count)).toBe(4)
    expect(busiest(rows)).toEqual({ day: 1, hour: 9, replies: 3 })
    expect(busiest(grid([]))).toBeNull()
  })

  it('fall into five classes, none into none', () => {
    expect([0, 1, 20, 21, 80, 81, 100].map((count) => heatClass(count, 100))).toEqual([0, 1, 1, 2, 4, 5, 5])
    expect(heatClass(1, 1)).toBe(5)
  })
})

describe('a notice on the live stream', () => {
  it('says what has changed', () => {
    expect(refreshedBy('thread')).toEqual(['inbox', 'thread'])
    expect(refreshedBy('alert')).toEqual(['alerts'])
    expect(refreshedBy('activity')).toEqual([])
    expect(refreshedBy('constructor')).toEqual([])
  })
})
