/**
 * Rows that may not move keep their places and take over new values; the rest waits. Returns what to show and
 * whether the order or the set of rows differs from what is known by now.
 */
export function holdOrder<T>(
  shown: readonly T[],
  latest: readonly T[],
  idOf: (row: T) => string,
): { rows: readonly T[]; changed: boolean } {
  const byId = new Map(latest.map((row) => [idOf(row), row]))
  const rows = shown.map((row) => byId.get(idOf(row)) ?? row)
  const changed =
    shown.length !== latest.length || latest.some((row, index) => idOf(row) !== idOf(shown[index] as T))
  return { rows, changed }
}
