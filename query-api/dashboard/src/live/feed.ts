import { isRecord } from '../api/client'
import type { LiveActivity, LiveHot } from '../api/types'

/** One line of the live feed. */
export interface FeedItem {
  readonly id: string
  readonly type: string
  readonly name: string | null
  readonly at: string
  readonly lead: string | null
  readonly campaign: string | null
  readonly account: string | null
  readonly category: string | null
  readonly snippet: string | null
}

export interface Feed {
  readonly shown: readonly FeedItem[]
  /** Arrived while nothing may move. */
  readonly waiting: readonly FeedItem[]
  /** More than the feed holds had to go; the chip then says "99+". */
  readonly overflowed: boolean
}

export const FEED_LIMIT = 99
export const emptyFeed: Feed = { shown: [], waiting: [], overflowed: false }

/** Newest first. A resumed connection may repeat itself, and a reply may come as activity and as reply: one line. */
export function arrive(feed: Feed, batch: readonly FeedItem[], held: boolean): Feed {
  const fresh: FeedItem[] = []
  const known = new Set([...feed.shown, ...feed.waiting].map((item) => item.id))
  for (const item of batch) {
    if (known.has(item.id)) continue
    known.add(item.id)
    fresh.unshift(item)
  }
  if (fresh.length === 0) return feed
  const waiting = [...fresh, ...feed.waiting]
  const next: Feed = {
    shown: feed.shown,
    waiting: waiting.slice(0, FEED_LIMIT),
    overflowed: feed.overflowed || waiting.length > FEED_LIMIT,
  }
  return held ? next : release(next)
}

/** Lets in what has been waiting. */
export function release(feed: Feed): Feed {
  if (feed.waiting.length === 0) return feed
  return { shown: [...feed.waiting, ...feed.shown].slice(0, FEED_LIMIT), waiting: [], overflowed: false }
}

export function fromActivity(activity: LiveActivity): FeedItem {
  return {
    id: activity.event_id,
    type: activity.type,
    name: activity.name ?? null,
    at: activity.at,
    lead: activity.lead_email ?? null,
    campaign: activity.campaign_name ?? null,
    account: activity.account ?? null,
    category: activity.category ?? null,
    snippet: activity.snippet?.trim() || null,
  }
}

export function fromHot(hot: LiveHot): FeedItem {
  return {
    id: `hot ${hot.lead_email} ${hot.at}`,
    type: 'hot',
    name: null,
    at: hot.at,
    lead: hot.lead_email,
    campaign: null,
    account: null,
    category: null,
    snippet: null,
  }
}

/** A message that cannot be read is left out; the feed is a convenience, the log is the record. */
export function readMessage(event: string, data: string): FeedItem | null {
  let body: unknown
  try {
    body = JSON.parse(data)
  } catch {
    return null
  }
  if (!isRecord(body) || typeof body['at'] !== 'string') return null
  if (event === 'hot_lead') {
    return typeof body['lead_email'] === 'string' ? fromHot(body as unknown as LiveHot) : null
  }
  if (event !== 'activity' && event !== 'reply') return null
  if (typeof body['event_id'] !== 'string') return null
  const type = typeof body['type'] === 'string' ? body['type'] : event === 'reply' ? 'reply_received' : null
  return type === null ? null : fromActivity({ ...(body as unknown as LiveActivity), type })
}

const refreshes: Readonly<Record<string, readonly string[]>> = { thread: ['inbox', 'thread'], alert: ['alerts'], follow_up_due: ['follow-ups'], rule_action: ['rule-actions', 'campaigns', 'accounts'] }

/** What a message says has changed, by the names the cache has for it. Such a message is no line of the feed. */
export function refreshedBy(event: string): readonly string[] {
  return Object.hasOwn(refreshes, event) ? (refreshes[event] ?? []) : []
}
