import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/vue-query'
import { readonly, shallowRef } from 'vue'
import { sendJson } from '../api/client'
import { threadPath, type ThreadDetail } from '../api/inbox'
import { organizationId, organizationParameter } from '../session/organization'
import { session } from '../session/session'
import type { Filters } from './filters'
import { withThread, type InboxPage } from './pages'
import { anyPending, inTurn } from './pending'
import { changed, inverse, movedCounts, type Change, type Thread } from './thread'
import { latest, open, pushed, UNDO_MS, without, type Step } from './undo'

/** Something that was done to a conversation, and can be taken back for a while. */
export interface Deed extends Step {
  readonly before: Thread
  readonly change: Change
}

const deeds = shallowRef<readonly Deed[]>([])
/** What the server did not take; the page shows it as it was before. */
const failed = shallowRef<Deed | null>(null)
let number = 0

export const recent = readonly(deeds)
export const refused = readonly(failed)

export function dismissRefused(): void {
  failed.value = null
}

/** To whom something was sent a moment ago; that cannot be taken back, so it is only said. */
const delivered = shallowRef<string | null>(null)
export const sentTo = readonly(delivered)
let saying: ReturnType<typeof setTimeout> | undefined

export function saySent(who: string): void {
  clearTimeout(saying)
  delivered.value = who
  saying = setTimeout(() => (delivered.value = null), UNDO_MS)
}

/** Acts at once on all copies in the cache, tells the server, and puts everything back when it refuses. */
export function useThreadActions() {
  const client = useQueryClient()

  /** @param quiet for what no person asked for by itself, such as having been read */
  function act(before: Thread, change: Change, quiet = false): void {
    const deed: Deed = { id: ++number, atMs: Date.now(), before, change }
    failed.value = null
    if (!quiet) delivered.value = null
    put(client, before, changed(before, change))
    if (!quiet) remember(deed)
    tell(client, before, change, () => {
      put(client, changed(before, change), before)
      deeds.value = without(deeds.value, deed.id)
      if (!quiet) failed.value = deed
    })
  }

  /** Takes back the latest; returns what it was about. */
  function undo(): Deed | null {
    const deed = latest(deeds.value, Date.now())
    if (deed === null) return null
    deeds.value = without(deeds.value, deed.id)
    put(client, changed(deed.before, deed.change), deed.before)
    tell(client, deed.before, inverse(deed.before, deed.change), () => {
      put(client, deed.before, changed(deed.before, deed.change))
      failed.value = deed
    })
    return deed
  }

  return { act, undo }
}

function remember(deed: Deed): void {
  deeds.value = pushed(deeds.value, deed)
  setTimeout(() => (deeds.value = open(deeds.value, Date.now())), UNDO_MS + 50)
}

function tell(client: QueryClient, thread: Thread, change: Change, onRefused: () => void): void {
  const id = thread.thread_id
  const key = session.key
  const organization = organizationParameter()
  void inTurn(id, async () => {
    try {
      await sendJson(key, 'POST', threadPath(id, `/${pathOf(change)}`), organization, bodyOf(change))
    } catch {
      onRefused()
    }
  }).then(() => refresh(client))
}

function pathOf(change: Change): string {
  return { category: 'category', done: 'done', unread: 'read', assign: 'assign' }[change.kind]
}

function bodyOf(change: Change): Readonly<Record<string, unknown>> {
  switch (change.kind) {
    case 'category':
      return { category: change.category }
    case 'done':
      return { done: change.done }
    case 'unread':
      return { unread: change.unread }
    case 'assign':
      return { member_id: change.to?.member_id ?? null }
  }
}

function refresh(client: QueryClient): Promise<unknown> {
  // What is still on its way to the server would come back from it as it was.
  if (anyPending()) return Promise.resolve()
  return Promise.all(['inbox', 'thread'].map((kind) => client.invalidateQueries({ queryKey: ['organization', organizationId.value, kind] })))
}

/** Every copy of the conversation takes over its new values; lists it left know that it may come back. */
function put(client: QueryClient, before: Thread, after: Thread): void {
  const organization = organizationId.value
  void client.cancelQueries({ queryKey: ['organization', organization, 'inbox'] })
  void client.cancelQueries({ queryKey: ['organization', organization, 'thread', after.thread_id] })
  for (const [key, data] of client.getQueriesData<InfiniteData<InboxPage>>({ queryKey: ['organization', organization, 'inbox', 'list'] })) {
    const filters = key[4] as Filters
    if (data === undefined) continue
    const fits = fitsBeside(filters, after)
    client.setQueryData(key, { ...data, pages: withThread(data.pages, filters.folder, before, after, fits) })
  }
  client.setQueryData<InboxPage | null>(['organization', organization, 'inbox', 'counts'], (counts) => (counts ? { ...counts, folders: movedCounts(counts.folders, before, after) } : counts))
  client.setQueriesData<readonly Thread[]>({ queryKey: ['organization', organization, 'inbox', 'lead'] }, (items) => items?.map((item) => (item.thread_id === after.thread_id ? { ...item, ...after } : item)))
  client.setQueryData<ThreadDetail>(['organization', organization, 'thread', after.thread_id], (detail) => (detail ? { ...detail, ...after } : detail))
}

/** Whether the filters beside the folder let it in; a search only the server can judge. */
function fitsBeside(filters: Filters, thread: Thread): boolean {
  if (filters.q !== '' || (filters.unread && !thread.unread)) return false
  if (filters.category !== null && filters.category !== thread.category) return false
  if (filters.campaign !== null && filters.campaign !== thread.campaign_id) return false
  if (filters.account !== null && filters.account !== thread.account) return false
  return filters.assigned === null || filters.assigned === (thread.assigned_to?.member_id ?? 'nobody')
}
