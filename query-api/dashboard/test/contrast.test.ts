import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map((m) => [m[1]!, [m[2]!, m[3]!]]),
)

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

function pair(foreground: string, background: string, theme: 0 | 1): number {
  return contrast(tokens.get(foreground)![theme]!, tokens.get(background)![theme]!)
}

describe.each([['light', 0], ['dark', 1]] as const)('contrast in %s', (_name, theme) => {
  it.each(['ink', 'ink-2', 'ink-3', 'accent', 'hot', 'good', 'warn', 'bad', 'info'])('%s is readable as text', (token) => {
    expect(pair(token, 'surface', theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['edge', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5'])('%s is visible as a mark', (token) => {
    expect(pair(token, 'surface', theme)).toBeGreaterThanOrEqual(3)
  })

  it.each(['hot', 'good', 'warn', 'bad', 'info'])('ink is readable on the soft ground of %s', (token) => {
    expect(pair('ink', `${token}-soft`, theme)).toBeGreaterThanOrEqual(4.5)
  })
})
