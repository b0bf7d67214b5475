import type { Money } from '../api/money'

/** Amounts of different currencies are never added; each is shown for itself. */
export function formatMoney(money: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, maximumFractionDigits: Number(money.amount) >= 1_000 ? 0 : 2 }).format(Number(money.amount))
}

export function inCurrency(list: readonly Money[], currency: string): Money | undefined {
  return list.find((money) => money.currency === currency)
}

export function amountIn(list: readonly Money[], currency: string): number {
  return Number(inCurrency(list, currency)?.amount ?? 0)
}

/** A cell of a table for other programs. What a spreadsheet would take for a formula is made a text. */
export function csvCell(value: string | number): string {
  const text = String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
}
