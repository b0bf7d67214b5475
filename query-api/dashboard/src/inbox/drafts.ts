import { newRequestId } from '../api/client'

/** What is written and not sent yet stays while one goes from conversation to conversation; it ends with the page. */
const MOST_DRAFTS = 100

export interface Draft {
  readonly text: string
  readonly subject: string
  /** Belongs to exactly this text: sent again after a failure it is sent once. */
  readonly idempotencyKey: string
}

const drafts = new Map<string, Draft>()

export function draftOf(threadId: string): Draft | undefined {
  return drafts.get(threadId)
}

export function written(text: string, subject: string): Draft {
  return { text, subject, idempotencyKey: newRequestId() }
}

export function keepDraft(threadId: string, draft: Draft | null): void {
  drafts.delete(threadId)
  if (draft === null || draft.text.trim() === '') return
  drafts.set(threadId, draft)
  const oldest = drafts.keys().next()
  if (drafts.size > MOST_DRAFTS && !oldest.done) drafts.delete(oldest.value)
}
