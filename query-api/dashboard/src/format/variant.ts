/** Variants are numbers to the server and letters to people: 1 is A. */
export function letterOf(variant: number): string {
  return variant >= 1 && variant <= 26 ? String.fromCharCode(64 + variant) : String(variant)
}
