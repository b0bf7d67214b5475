import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { session } from '../session/session'
import { organizationId, organizationParameter } from '../session/organization'
import { getJson, type Query } from './client'
import type { HotLeads, Lead, Organization, Page, Pipeline, Stats, StatsWindow } from './types'

/** Live events refresh the tables; this is the net below them for times without a live connection. */
const REFETCH_MS = 20_000
const PIPELINE_REFETCH_MS = 5_000
const PAGE_SIZE = 25
const MOST_ORGANIZATION_PAGES = 20

function ask<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return getJson<T>(session.key, path, query, signal)
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)

export function useHottest(limit: number) {
  return useQuery({
    queryKey: ['organization', organizationId, 'hottest', limit],
    queryFn: ({ signal }) => ask<HotLeads>('/api/hot-leads', { limit, ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** Whoever has scrolled far reads; asking for all those pages again would be a flood. */
const MOST_PAGES_ASKED_AGAIN = 4
const FURTHER_PAGE_SIZE = 100

export function useLeads(hotOnly: MaybeRefOrGetter<boolean>) {
  return useInfiniteQuery({
    queryKey: ['organization', organizationId, 'leads', computed(() => toValue(hotOnly))],
    queryFn: ({ signal, pageParam }) =>
      ask<HotLeads>(
        '/api/hot-leads',
        {
          limit: pageParam === null ? PAGE_SIZE : FURTHER_PAGE_SIZE,
          hot: toValue(hotOnly) ? true : undefined,
          starting_after: pageParam ?? undefined,
          ...organizationParameter(),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_starting_after,
    enabled: ready,
    // Thousands of leads are neither compared nor watched field by field.
    structuralSharing: false,
    shallow: true,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > MOST_PAGES_ASKED_AGAIN ? false : REFETCH_MS),
  })
}

export function useLead(email: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'lead', computed(() => toValue(email))],
    queryFn: ({ signal }) =>
      ask<Lead>(`/api/leads/${encodeURIComponent(toValue(email))}`, { ...organizationParameter() }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

export function useStats(window: MaybeRefOrGetter<StatsWindow>, wanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['organization', organizationId, 'stats', computed(() => toValue(window))],
    queryFn: ({ signal }) =>
      ask<Stats>('/api/instantly/stats', { window: toValue(window), ...organizationParameter() }, signal),
    enabled: computed(() => ready.value && toValue(wanted)),
    refetchInterval: REFETCH_MS,
  })
}

export function usePipeline(wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['pipeline'],
    queryFn: ({ signal }) => ask<Pipeline>('/api/admin/pipeline', {}, signal),
    enabled: computed(() => session.key !== '' && toValue(wanted)),
    refetchInterval: PIPELINE_REFETCH_MS,
  })
}

export function useOrganizations(wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => allOrganizations(signal),
    enabled: computed(() => session.key !== '' && toValue(wanted)),
    refetchInterval: (query) => (query.state.data?.length === 0 ? PIPELINE_REFETCH_MS : false),
  })
}

async function allOrganizations(signal: AbortSignal): Promise<readonly Organization[]> {
  const all: Organization[] = []
  let after: string | null = null
  for (let pages = 0; pages < MOST_ORGANIZATION_PAGES; pages++) {
    const query: Query = { limit: 100, starting_after: after ?? undefined }
    const page: Page<Organization> = await ask<Page<Organization>>('/api/admin/organizations', query, signal)
    all.push(...page.items)
    after = page.next_starting_after
    if (after === null || page.items.length === 0) break
  }
  return all
}
