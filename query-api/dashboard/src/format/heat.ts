/** Replies by weekday and hour, as a picture needs them. */
export interface HeatCell {
  /** 1 is Monday. */
  readonly weekday: number
  readonly hour: number
  readonly replies: number
}

export const CLASSES = 5

/** Seven rows of 24; hours without replies are not sent and count nothing. */
export function grid(cells: readonly HeatCell[]): readonly (readonly number[])[] {
  const rows = Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  for (const { weekday, hour, replies } of cells) {
    const row = rows[weekday - 1]
    if (row !== undefined && hour >= 0 && hour < 24) row[hour] = (row[hour] ?? 0) + replies
  }
  return rows
}

/** 0 for none, else one of five equal steps up to the most. */
export function heatClass(replies: number, most: number): number {
  return replies <= 0 || most <= 0 ? 0 : Math.min(CLASSES, Math.ceil((replies / most) * CLASSES))
}

/** The hour with most replies, the earliest of equal ones. */
export function busiest(rows: readonly (readonly number[])[]): { readonly day: number; readonly hour: number; readonly replies: number } | null {
  let top: { day: number; hour: number; replies: number } | null = null
  rows.forEach((row, index) => row.forEach((replies, hour) => {
    if (replies > (top?.replies ?? 0)) top = { day: index + 1, hour, replies }
  }))
  return top
}
