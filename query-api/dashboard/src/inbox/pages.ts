import { movedCounts, type Counts, type Folder, type Thread } from './thread'

/** One answer of the inbox. */
export interface InboxPage {
  readonly items: readonly Thread[]
  readonly next_starting_after: string | null
  readonly folders: Counts
  readonly oldest_waiting_since: string | null
}

/**
 * The loaded pages of one folder after a conversation has changed: it takes over its new values, leaves where it no
 * longer belongs, and comes back to its place by time where it belongs again.
 */
export function withThread(pages: readonly InboxPage[], folder: Folder, before: Thread, after: Thread, comesBack: boolean): readonly InboxPage[] {
  const belongs = folder === 'all' || after.folder === folder
  const known = pages.some((page) => page.items.some((item) => item.thread_id === after.thread_id))
  const next = pages.map((page) => ({
    ...page,
    folders: movedCounts(page.folders, before, after),
    items: belongs ? page.items.map((item) => (item.thread_id === after.thread_id ? { ...item, ...after } : item)) : page.items.filter((item) => item.thread_id !== after.thread_id),
  }))
  return belongs && !known && comesBack ? inserted(next, after) : next
}

/** Newest first. What is older than all that is loaded comes with the next page, where there is one. */
function inserted(pages: readonly InboxPage[], thread: Thread): readonly InboxPage[] {
  const at = pages.findIndex((page, index) => isLast(pages, index) || (page.items.at(-1)?.last_reply_at ?? '') <= thread.last_reply_at)
  const page = pages[at]
  if (page === undefined) return pages
  const place = page.items.findIndex((item) => item.last_reply_at <= thread.last_reply_at)
  if (place === -1 && page.next_starting_after !== null) return pages
  const items = place === -1 ? [...page.items, thread] : page.items.toSpliced(place, 0, thread)
  return pages.map((each, index) => (index === at ? { ...each, items } : each))
}

function isLast(pages: readonly InboxPage[], index: number): boolean {
  return index === pages.length - 1
}
