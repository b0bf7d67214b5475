/** Which rows a list shows while the world goes on. */
export interface Row {
  readonly thread_id: string
  readonly last_reply_at: string
}

export interface Held<T> {
  readonly rows: readonly T[]
  /** What came or moved up since, and waits. */
  readonly fresh: number
}

/** Nothing moves: rows keep their places, take over new values and stay when they are gone. What is older comes below. */
export function heldRows<T extends Row>(shown: readonly T[], latest: readonly T[]): Held<T> {
  const places = new Map(latest.map((row, index) => [row.thread_id, index]))
  const ids = new Set(shown.map((row) => row.thread_id))
  const rows = shown.map((row) => latest[places.get(row.thread_id) ?? -1] ?? row)
  let lastShown = -1
  let fresh = 0
  for (const row of shown) {
    const place = places.get(row.thread_id)
    if (place === undefined) continue
    // A new reply has moved it up over rows it stands below here.
    if (place < lastShown) fresh++
    lastShown = Math.max(lastShown, place)
  }
  if (lastShown === -1) return { rows, fresh: latest.length }
  fresh += latest.slice(0, lastShown).filter((row) => !ids.has(row.thread_id)).length
  return { rows: [...rows, ...latest.slice(lastShown + 1)], fresh }
}

/** The open conversation stays in its place even when it no longer belongs to what is listed. */
export function keepingOpen<T extends Row>(shown: readonly T[], latest: readonly T[], openId: string | null): readonly T[] {
  if (openId === null || latest.some((row) => row.thread_id === openId)) return latest
  const at = shown.findIndex((row) => row.thread_id === openId)
  const open = shown[at]
  return open === undefined ? latest : latest.toSpliced(Math.min(at, latest.length), 0, open)
}

/** What to open after the conversation at hand is dealt with: the one below, else the one above. */
export function nextOf<T extends Row>(rows: readonly T[], openId: string): string | null {
  const at = rows.findIndex((row) => row.thread_id === openId)
  if (at === -1) return rows[0]?.thread_id ?? null
  return (rows[at + 1] ?? rows[at - 1])?.thread_id ?? null
}
