/** Conversations whose changes are still on their way to the server: its answers about them would be of yesterday. */
const waiting = new Map<string, Promise<void>>()

/** Does one thing after the other for the same conversation. */
export function inTurn(threadId: string, work: () => Promise<void>): Promise<void> {
  const turn = (waiting.get(threadId) ?? Promise.resolve()).then(work).finally(() => {
    if (waiting.get(threadId) === turn) waiting.delete(threadId)
  })
  waiting.set(threadId, turn)
  return turn
}

export function anyPending(): boolean {
  return waiting.size > 0
}
