import { describe, expect, it } from 'vitest'
import { amountIn, csv, csvCell, formatMoney } from '../src/format/money'

describe('money', () => {
  it('is shown in its own currency and the reader’s language', () => {
    expect(formatMoney({ amount: '149.9', currency: 'EUR' }, 'en')).toBe('€149.90')
    expect(formatMoney({ amount: '12000', currency: 'EUR' }, 'de').replace(/\s/g, ' ')).toBe('12.000 €')
  })

  it('of another currency is not this one’s', () => {
    const list = [{ amount: '5', currency: 'USD' }]
    expect(amountIn(list, 'USD')).toBe(5)
    expect(amountIn(list, 'EUR')).toBe(0)
  })

  it('leaves no formula in a table for spreadsheets', () => {
    for (const text of ['=1+1', '+1', '-1', '@A1', '\tx']) expect(csvCell(text).startsWith("'") || csvCell(text).startsWith('"\'')).toBe(true)
    expect(csvCell(-5)).toBe('-5')
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
    expect(csv([['a', 1], ['b', 2]])).toBe('a,1\r\nb,2\r\n')
  })
})
