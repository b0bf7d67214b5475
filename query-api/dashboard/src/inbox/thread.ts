/** What an inbox knows of a conversation, and what a person can change about it. Pure, so that it can be tested. */

export const folders = ['to_answer', 'decide', 'out_of_office', 'negative', 'done', 'all'] as const
export type Folder = (typeof folders)[number]

/** In the order of their keys, 1 to 8. */
export const categories = ['interested', 'meeting_request', 'question', 'not_interested', 'unsubscribe', 'out_of_office', 'wrong_person', 'other'] as const
export type Category = (typeof categories)[number]

export interface Assignee {
  readonly member_id: string
  readonly name: string
}

export interface Segment {
  readonly text: string
  readonly match: boolean
}

export interface Thread {
  readonly thread_id: string
  readonly lead_email: string
  readonly lead_name: string | null
  readonly company: string | null
  readonly campaign_id: string | null
  readonly campaign_name: string | null
  readonly account: string | null
  readonly subject: string | null
  readonly first_reply_at: string
  readonly last_reply_at: string
  readonly snippet: string | null
  readonly reply_count: number
  readonly category: string | null
  readonly category_source: string | null
  readonly confidence: number | null
  readonly guesses: readonly { readonly category: string; readonly probability: number }[]
  readonly undecided: boolean
  readonly automatic: boolean
  readonly return_date: string | null
  readonly language: string | null
  readonly folder: Folder
  readonly unread: boolean
  readonly done: boolean
  readonly assigned_to: Assignee | null
  readonly note_count: number
  readonly lead_status: string | null
  readonly hot: boolean
  readonly score: number | null
  readonly highlights?: readonly { readonly event_id: string; readonly at: string; readonly segments: readonly Segment[] }[] | null
}

export interface FolderCount {
  readonly threads: number
  readonly unread: number
}

export type Counts = Readonly<Record<Folder, FolderCount>>

export type Change =
  | { readonly kind: 'category'; readonly category: string | null }
  | { readonly kind: 'done'; readonly done: boolean }
  | { readonly kind: 'unread'; readonly unread: boolean }
  | { readonly kind: 'assign'; readonly to: Assignee | null }

const negative: readonly (string | null)[] = ['not_interested', 'unsubscribe', 'wrong_person']

/** Every conversation is in exactly one folder; the server goes by the same rules. */
export function folderOf(thread: Pick<Thread, 'done' | 'automatic' | 'category' | 'undecided'>): Folder {
  if (thread.done) return 'done'
  if (thread.automatic || thread.category === 'out_of_office') return 'out_of_office'
  if (thread.undecided) return 'decide'
  return negative.includes(thread.category) ? 'negative' : 'to_answer'
}

/** Somebody waits for an answer or a decision there; elsewhere nobody does. */
export function isWaiting(thread: Pick<Thread, 'folder'>): boolean {
  return thread.folder === 'to_answer' || thread.folder === 'decide'
}

/** The conversation as it will be, before the server has said so. */
export function changed(thread: Thread, change: Change): Thread {
  const next = { ...thread, ...difference(change) }
  return { ...next, folder: folderOf(next) }
}

function difference(change: Change): Partial<Thread> {
  switch (change.kind) {
    case 'category':
      // A correction is a person's word on a person's reply.
      return change.category === null
        ? { category: null, category_source: null, confidence: null }
        : { category: change.category, category_source: 'person', confidence: null, undecided: false, guesses: [], automatic: change.category === 'out_of_office' }
    case 'done':
      return { done: change.done }
    case 'unread':
      return { unread: change.unread }
    case 'assign':
      return { assigned_to: change.to }
  }
}

/** What has to be said to the server so that everything is as it was before. */
export function inverse(before: Thread, change: Change): Change {
  switch (change.kind) {
    case 'category':
      return { kind: 'category', category: before.category_source === 'person' ? before.category : null }
    case 'done':
      return { kind: 'done', done: before.done }
    case 'unread':
      return { kind: 'unread', unread: before.unread }
    case 'assign':
      return { kind: 'assign', to: before.assigned_to }
  }
}

/** The counts at the folders after one conversation has changed. */
export function movedCounts(counts: Counts, before: Thread, after: Thread): Counts {
  const unread = (thread: Thread): number => (thread.unread ? 1 : 0)
  const next: Record<Folder, FolderCount> = { ...counts }
  next[before.folder] = add(next[before.folder], -1, -unread(before))
  next[after.folder] = add(next[after.folder], 1, unread(after))
  next.all = add(next.all, 0, unread(after) - unread(before))
  return next
}

function add(count: FolderCount | undefined, threads: number, unread: number): FolderCount {
  return { threads: Math.max(0, (count?.threads ?? 0) + threads), unread: Math.max(0, (count?.unread ?? 0) + unread) }
}

export function nameOf(thread: Pick<Thread, 'lead_name' | 'lead_email'>): string {
  return thread.lead_name?.trim() || thread.lead_email
}

const MOST_BEFORE_MATCH = 24

/** What was searched for stands within one line, with a little of what comes before it. */
export function aroundMatch(segments: readonly Segment[]): readonly Segment[] {
  const at = segments.findIndex((segment) => segment.match)
  const before = segments.slice(0, at).map((segment) => segment.text).join('')
  if (at === -1 || before.length <= MOST_BEFORE_MATCH) return segments
  return [{ text: `…${before.slice(-MOST_BEFORE_MATCH)}`, match: false }, ...segments.slice(at)]
}
