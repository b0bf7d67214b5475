import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { asked, type Filters } from '../inbox/filters'
import type { InboxPage } from '../inbox/pages'
import type { Thread } from '../inbox/thread'
import { organizationId, organizationParameter } from '../session/organization'
import { session } from '../session/session'
import { ApiError, getJson, sendJson } from './client'

const REFETCH_MS = 30_000
const PAGE_SIZE = 100
const OF_A_LEAD = 25

export interface Message {
  readonly event_id: string
  readonly direction: 'in' | 'out'
  readonly kind: string
  readonly at: string
  readonly from: string | null
  readonly to: string | null
  readonly subject: string | null
  readonly step: number | null
  readonly variant: number | null
  readonly text: string | null
  readonly quoted: string | null
  readonly html: string | null
  readonly language: string | null
  readonly category: string | null
  readonly category_source: string | null
  readonly confidence: number | null
  readonly opened: boolean | null
  /** Of an answer from here: sent, under way, or nobody knows. */
  readonly sending?: string | null
}

export interface Note {
  readonly note_id: string
  readonly text: string
  readonly by: string | null
  readonly at: string
}

export interface Suggestion {
  readonly template_id: string | null
  readonly category: string
  readonly language: string
  readonly name: string | null
  readonly subject: string | null
  readonly text: string
  readonly missing: readonly string[]
}

export interface Correction {
  readonly category: string | null
  readonly by: string | null
  readonly at: string
  readonly event_id: string
}

export interface ThreadDetail extends Thread {
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  readonly suggestions: readonly Suggestion[]
  readonly can_send: boolean
  readonly unibox_url: string | null
  readonly corrections: readonly Correction[]
}

/** The keys of the cache; what changes a conversation finds all its copies by them. */
export const inboxKey = ['organization', organizationId, 'inbox']
export const threadKey = ['organization', organizationId, 'thread']

const ready = computed(() => session.key !== '' && organizationId.value !== null)

function ask<T>(path: string, query: Readonly<Record<string, string | number | boolean | undefined>>, signal: AbortSignal): Promise<T> {
  return getJson<T>(session.key, path, { ...query, ...organizationParameter() }, signal)
}

export function threadPath(threadId: string, rest = ''): string {
  return `/api/inbox/${encodeURIComponent(threadId)}${rest}`
}

/** The conversations under these filters, page by page, the newest reply first. */
export function useInbox(filters: MaybeRefOrGetter<Filters>) {
  return useInfiniteQuery({
    queryKey: [...inboxKey, 'list', computed(() => toValue(filters))],
    queryFn: ({ signal, pageParam }) => ask<InboxPage>('/api/inbox', { ...asked(toValue(filters)), limit: PAGE_SIZE, starting_after: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.items.length === 0 ? null : page.next_starting_after),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** How much is unread, for the rail. An installation without an inbox has nothing to say. */
export function useInboxCounts() {
  return useQuery({
    queryKey: [...inboxKey, 'counts'],
    queryFn: async ({ signal }) => {
      try {
        return await ask<InboxPage>('/api/inbox', { limit: 1 }, signal)
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** The conversations of one lead. */
export function useThreadsOf(email: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: [...inboxKey, 'lead', computed(() => toValue(email))],
    queryFn: async ({ signal }) => {
      try {
        return (await ask<InboxPage>('/api/inbox', { lead_email: toValue(email), limit: OF_A_LEAD }, signal)).items
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return []
        throw error
      }
    },
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export function useThread(threadId: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: [...threadKey, computed(() => toValue(threadId))],
    queryFn: ({ signal }) => ask<ThreadDetail>(threadPath(toValue(threadId)), {}, signal),
    enabled: computed(() => ready.value && toValue(threadId) !== ''),
    refetchInterval: REFETCH_MS,
  })
}

export function useNotes(threadId: MaybeRefOrGetter<string>) {
  const client = useQueryClient()
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'thread'] })
  const add = useMutation({
    mutationFn: (text: string) => sendJson<Note>(session.key, 'POST', threadPath(toValue(threadId), '/notes'), organizationParameter(), { text }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (noteId: string) => sendJson<unknown>(session.key, 'DELETE', threadPath(toValue(threadId), `/notes/${encodeURIComponent(noteId)}`), organizationParameter()),
    onSettled: refresh,
  })
  return { add, remove }
}

export interface Letter {
  readonly threadId: string
  readonly text: string
  readonly subject: string | undefined
  /** The same key twice sends once. */
  readonly idempotencyKey: string
}

/** Sends through Instantly; nothing on the page says so before the server has. */
export function useSending() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ threadId, text, subject, idempotencyKey }: Letter) =>
      sendJson<Message>(session.key, 'POST', threadPath(threadId, '/reply'), organizationParameter(), { text, subject }, { 'Idempotency-Key': idempotencyKey }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'thread'] }),
        client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'inbox'] }),
      ]),
  })
}
