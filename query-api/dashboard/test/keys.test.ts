import { describe, expect, it } from 'vitest'
import { commandFor } from '../src/keys'

const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, isComposing: false })

describe('a key of the page', () => {
  it('goes to a screen only after g', () => {
    expect(commandFor(key('g'), false, false, true)).toBe('go')
    expect(commandFor(key('i'), false, true, true)).toBe('inbox')
    expect(commandFor(key('s'), false, true, true)).toBe('settings')
    expect(commandFor(key('i'), false, false, true)).toBeNull()
  })

  it('is text in a field, and of one letter can be switched off', () => {
    expect(commandFor(key('i'), true, true, true)).toBeNull()
    expect(commandFor(key('i'), false, true, false)).toBeNull()
    expect(commandFor(key('Escape'), false, false, false)).toBe('back')
  })
})
