import type { QueryClient } from '@tanstack/vue-query'
import { reactive, readonly, ref, shallowRef } from 'vue'
import { pathWith } from '../api/client'
import { anyPending } from '../inbox/pending'
import { touchNow } from '../format/clock'
import { arrive, emptyFeed, readMessage, refreshedBy, release, type Feed, type FeedItem } from './feed'
import { openStream, type LiveState } from './stream'

/** A burst is drawn once per beat, not once per event. */
const BEAT_MS = 400
/** Tables follow the events, but not more often than people can read. */
const REFRESH_MS = 4_000
/** What somebody is waiting for comes sooner. */
const NOTICE_MS = 500
const LARGEST_BATCH = 200
const MOST_CAMPAIGN_NAMES = 1_000

const state = shallowRef<LiveState>({ kind: 'off' })
const feed = shallowRef<Feed>(emptyFeed)
const held = ref(false)
const paused = ref(false)
const withSends = ref(false)
const campaignNames = reactive(new Map<string, string>())

let batch: FeedItem[] = []
let beat: ReturnType<typeof setTimeout> | undefined
let refresh: ReturnType<typeof setTimeout> | undefined
let notice: ReturnType<typeof setTimeout> | undefined
const noticed = new Set<string>()
let close: (() => void) | undefined

export const live = {
  state: readonly(state),
  feed: readonly(feed),
  /** The pointer or the focus is in the feed: nothing may move. */
  held,
  paused: readonly(paused),
  withSends,
  campaignNames: readonly(campaignNames),
}

export function releaseFeed(): void {
  feed.value = release(feed.value)
}

export function setPaused(value: boolean): void {
  paused.value = value
  if (!value) releaseFeed()
}

/** Follows one organization; a second call moves over to another one. */
export function follow(key: string, organizationId: string | undefined, client: QueryClient): void {
  unfollow()
  close = openStream({
    url: pathWith('/api/live', { organization_id: organizationId, recent: '60' }),
    key,
    onState: (next) => {
      // After a gap the tables may lack what came in the meantime.
      if (next.kind === 'live' && state.value.kind === 'connecting') scheduleRefresh(client)
      state.value = next
    },
    onMessage: (message) => {
      const told = refreshedBy(message.event)
      if (told.length > 0) return scheduleNotice(client, told)
      const item = readMessage(message.event, message.data)
      if (item === null) return
      rememberCampaign(message.data)
      if (item.type !== 'email_sent' || withSends.value) push(item)
      scheduleRefresh(client)
    },
  })
}

export function unfollow(): void {
  close?.()
  close = undefined
  clearTimeout(beat)
  clearTimeout(refresh)
  clearTimeout(notice)
  noticed.clear()
  notice = undefined
  beat = undefined
  refresh = undefined
  batch = []
  feed.value = emptyFeed
  state.value = { kind: 'off' }
}

function push(item: FeedItem): void {
  batch.push(item)
  if (batch.length > LARGEST_BATCH) batch.shift()
  beat ??= setTimeout(() => {
    beat = undefined
    touchNow()
    feed.value = arrive(feed.value, batch, held.value || paused.value)
    batch = []
  }, BEAT_MS)
}

function scheduleRefresh(client: QueryClient): void {
  refresh ??= setTimeout(() => {
    refresh = undefined
    void client.invalidateQueries({ queryKey: ['organization'], predicate: mayRefresh })
  }, REFRESH_MS)
}

/** While a change of ours is on its way, the inbox would jump back; it is refreshed when that has arrived. */
function mayRefresh({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return !anyPending() || (queryKey[2] !== 'inbox' && queryKey[2] !== 'thread')
}

function scheduleNotice(client: QueryClient, kinds: readonly string[]): void {
  for (const kind of kinds) noticed.add(kind)
  notice ??= setTimeout(() => {
    notice = undefined
    const told = new Set(noticed)
    noticed.clear()
    void client.invalidateQueries({ queryKey: ['organization'], predicate: (query) => told.has(String(query.queryKey[2])) && mayRefresh(query) })
  }, NOTICE_MS)
}

function rememberCampaign(data: string): void {
  const { campaign_id: id, campaign_name: name } = JSON.parse(data) as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string' || campaignNames.size >= MOST_CAMPAIGN_NAMES) return
  if (campaignNames.get(id) !== name) campaignNames.set(id, name)
}
