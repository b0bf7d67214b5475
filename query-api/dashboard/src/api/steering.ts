import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { session } from '../session/session'
import { organizationId, organizationParameter } from '../session/organization'
import { ApiError, getJson, sendJson, type Query } from './client'
import type { Definition, Page, StatsWindow } from './types'

/** What steers sending: campaigns, mailboxes, tests of variants and alerts. */

const REFETCH_MS = 30_000
const PAGE_SIZE = 100
/** More than a thousand rows nobody reads; the address of one still opens it. */
const MOST_PAGES = 10
export const MUTED_HOURS = 24

export interface Counts {
  readonly emails_sent: number
  readonly emails_bounced: number
  readonly leads_contacted: number
  readonly leads_opened: number
  readonly leads_clicked: number
  readonly leads_replied: number
  readonly positive_replies: number
  readonly meetings_booked: number
  readonly open_rate: number | null
  readonly human_open_rate: number | null
  readonly click_rate: number | null
  readonly reply_rate: number | null
  readonly positive_reply_rate: number | null
  readonly bounce_rate: number | null
  readonly spam_rate: number | null
  readonly unsubscribe_rate: number | null
}

export type RateName = 'reply_rate' | 'positive_reply_rate' | 'bounce_rate' | 'human_open_rate'

export interface CampaignRow extends Counts {
  readonly campaign_id: string
  readonly campaign_name: string | null
  /** Instantly's word; null while that is not known. */
  readonly status?: string | null
}

export interface StepRow extends Counts {
  readonly sequence?: number
  readonly step: number | null
  readonly variant: number | null
}

export interface Campaign extends CampaignRow {
  readonly steps: readonly StepRow[]
  readonly definitions?: Readonly<Record<string, Definition>>
}

export interface DayRow extends Counts {
  readonly day: string
}

export interface Health {
  readonly score: number | null
  readonly recommended_share?: number | null
  readonly reasons?: readonly unknown[]
}

export interface AccountRow extends Counts {
  readonly account_id: string
  readonly emails_sent_today: number
  readonly daily_limit: number | null
  readonly warmup_progress: number | null
  /** Instantly's word; null while that is not known. */
  readonly status?: string | null
  readonly health?: Health | null
}

export interface Alert {
  readonly alert_id: string
  readonly kind: string
  readonly level: 'warning' | 'critical'
  readonly state: string
  readonly account: string | null
  readonly campaign_id: string | null
  readonly campaign_name?: string | null
  readonly title: string
  readonly message: string
  readonly what_to_do: string
  readonly opened_at: string
}

export type VerdictName = 'not_enough_data' | 'no_difference' | 'leading' | 'winner'

export interface TestVariant {
  readonly variant: number
  readonly leads_contacted: number
  readonly positive_replies: number
  readonly positive_reply_rate: number | null
  readonly leads_replied: number
  readonly reply_rate: number | null
  readonly bounce_rate: number | null
  readonly unsubscribe_rate: number | null
  readonly probability_best: number
}

export interface AbTest {
  readonly campaign_id: string
  readonly sequence?: number
  readonly step: number
  readonly verdict: VerdictName
  readonly measure: string
  readonly leader: number | null
  readonly explanation: string
  readonly vetoed_by?: readonly string[]
  readonly sample_size_missing: number
  readonly days_missing: number | null
  readonly variants: readonly TestVariant[]
}

function ask<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return getJson<T>(session.key, path, query, signal)
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)

async function all<T>(path: string, query: Query, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Page<T> = await ask<Page<T>>(path, { ...query, limit: PAGE_SIZE, starting_after: after ?? undefined }, signal)
    items.push(...page.items)
    after = page.next_starting_after
    if (after === null || page.items.length === 0) break
  }
  return items
}

/** An installation that is older than this page lacks the path: nothing is shown, and nothing is wrong. */
async function orNone<T>(items: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await items
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return []
    throw error
  }
}

export function useCampaigns(window: MaybeRefOrGetter<StatsWindow>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'campaigns', computed(() => toValue(window))],
    queryFn: ({ signal }) =>
      all<CampaignRow>('/api/instantly/campaigns', { window: toValue(window), ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export function useCampaign(id: MaybeRefOrGetter<string>, window: MaybeRefOrGetter<StatsWindow>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'campaign', computed(() => toValue(id)), computed(() => toValue(window))],
    queryFn: ({ signal }) =>
      ask<Campaign>(
        `/api/instantly/campaign/${encodeURIComponent(toValue(id))}/stats`,
        { window: toValue(window), ...organizationParameter() },
        signal,
      ),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export function useCampaignDays(id: MaybeRefOrGetter<string>, window: MaybeRefOrGetter<StatsWindow>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'campaign-days', computed(() => toValue(id)), computed(() => toValue(window))],
    queryFn: ({ signal }) =>
      ask<{ readonly items: readonly DayRow[] }>(
        `/api/instantly/campaign/${encodeURIComponent(toValue(id))}/stats`,
        { window: toValue(window), group_by: 'day', ...organizationParameter() },
        signal,
      ),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export interface Heatmap {
  readonly replies: number
  /** By the lead's own clock; the others by UTC. */
  readonly replies_in_known_zone: number
  readonly items: readonly { readonly weekday: number; readonly hour: number; readonly replies: number; readonly positive_replies: number }[]
}

export function useHeatmap(campaignId: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'heatmap', computed(() => toValue(campaignId))],
    queryFn: ({ signal }) => ask<Heatmap>('/api/reply-heatmap', { campaign_id: toValue(campaignId), ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export function useAccounts(window: MaybeRefOrGetter<StatsWindow>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'accounts', computed(() => toValue(window))],
    queryFn: ({ signal }) =>
      all<AccountRow>('/api/instantly/email-accounts', { window: toValue(window), ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** Those whose cause lasts. */
export function useAlerts() {
  return useQuery({
    queryKey: ['organization', organizationId, 'alerts'],
    queryFn: ({ signal }) => orNone(all<Alert>('/api/alerts', organizationParameter(), signal)),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** Somebody has taken it up, or it is to be quiet for a day. */
export function useAlertDecision() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, what }: { readonly id: string; readonly what: 'acknowledge' | 'mute' }) =>
      sendJson(session.key, 'POST', `/api/alerts/${encodeURIComponent(id)}/${what}`, organizationParameter(), what === 'mute' ? { hours: MUTED_HOURS } : undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'alerts'] }),
  })
}

export function useAbTests(campaignId: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'ab-tests', computed(() => toValue(campaignId))],
    queryFn: ({ signal }) =>
      orNone(all<AbTest>('/api/ab-tests', { campaign_id: toValue(campaignId), ...organizationParameter() }, signal)),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}
