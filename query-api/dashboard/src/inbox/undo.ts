/** What was done a moment ago and can be taken back. */
export const UNDO_MS = 8_000
const MOST = 20

export interface Step {
  readonly id: number
  readonly atMs: number
}

export function pushed<S extends Step>(steps: readonly S[], step: S): readonly S[] {
  return [...open(steps, step.atMs), step].slice(-MOST)
}

/** Those whose time has not run out. */
export function open<S extends Step>(steps: readonly S[], nowMs: number): readonly S[] {
  return steps.filter((step) => nowMs - step.atMs < UNDO_MS)
}

/** The latest goes first; undoing again goes further back. */
export function latest<S extends Step>(steps: readonly S[], nowMs: number): S | null {
  return open(steps, nowMs).at(-1) ?? null
}

export function without<S extends Step>(steps: readonly S[], id: number): readonly S[] {
  return steps.filter((step) => step.id !== id)
}
