import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { session } from '../session/session'
import { organizationId, organizationParameter } from '../session/organization'
import { getJson, sendJson, sendText } from './client'
import type { Page, StatsWindow } from './types'

const REFETCH_MS = 60_000
const PAGE_SIZE = 100
const DAY_MS = 86_400_000

export interface Money {
  readonly amount: string
  readonly currency: string
}

export const models = ['first_touch', 'last_touch', 'linear', 'position_based', 'time_decay'] as const
export type Model = (typeof models)[number]

export interface MoneyRow {
  readonly campaign_id?: string
  readonly leads_contacted: number
  readonly positive_replies: number
  readonly meetings_booked: number
  readonly deals: number
  readonly cost: readonly Money[]
  readonly revenue: readonly Money[]
  readonly roi: readonly { readonly currency: string; readonly value: number }[]
  readonly cost_per_meeting: readonly Money[]
}

export interface Roi extends Page<MoneyRow> {
  readonly unattributed: readonly Money[]
  readonly unattributed_cost: readonly Money[]
  readonly closed: readonly Money[]
  readonly deals: number
}

export interface Cohort {
  readonly week: string
  readonly leads_contacted: number
  readonly [outcome: string]: number | string
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)

/** From the start of the UTC day in which the range begins. */
export function fromOf(window: StatsWindow, nowMs: number): string | undefined {
  const days = { '24h': 1, '7d': 7, '30d': 30, all: null }[window]
  return days === null ? undefined : new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10)
}

function roiQuery(model: Model, groupBy: 'campaign' | 'organization', window: StatsWindow) {
  return {
    queryKey: ['organization', organizationId, 'roi', model, groupBy, window],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      getJson<Roi>(session.key, '/api/roi', { model, group_by: groupBy, from: fromOf(window, Date.now()), limit: PAGE_SIZE, ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  }
}

/** The same period under every model, in the order of the models: what differs is only how revenue is shared out. */
export function useRoiByModel(window: MaybeRefOrGetter<StatsWindow>) {
  return useQueries({ queries: computed(() => models.map((model) => roiQuery(model, 'campaign', toValue(window)))) })
}

export function useTotals(window: MaybeRefOrGetter<StatsWindow>) {
  return useQuery(computed(() => roiQuery('linear', 'organization', toValue(window))))
}

export function useCohorts() {
  return useQuery({
    queryKey: ['organization', organizationId, 'cohorts'],
    queryFn: ({ signal }) => getJson<{ readonly items: readonly Cohort[] }>(session.key, '/api/cohorts', organizationParameter(), signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export type Kind = 'costs' | 'deals'

/** One cost or deal, or a table of them as CSV. */
export function useEntry() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, body }: { readonly kind: Kind; readonly body: Readonly<Record<string, string>> | string }) =>
      typeof body === 'string'
        ? sendText<{ readonly lines: number; readonly created: number }>(session.key, `/api/${kind}`, 'text/csv', body, organizationParameter())
        : sendJson<{ readonly lines?: number; readonly created?: number }>(session.key, 'POST', `/api/${kind}`, organizationParameter(), body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['organization'] }),
  })
}
