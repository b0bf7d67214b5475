/** The noun in the number's form; both languages here know one and other. */
export function plural(locale: string, count: number, one: string, other: string): string {
  return new Intl.PluralRules(locale).select(count) === 'one' ? one : other
}

export function counted(locale: string, count: number, one: string, other: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${plural(locale, count, one, other)}`
}
