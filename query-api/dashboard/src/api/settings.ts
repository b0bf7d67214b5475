import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { organizationId, organizationParameter } from '../session/organization'
import { session } from '../session/session'
import { ApiError, getJson, sendJson } from './client'
import type { Page } from './types'

/** What asks Instantly page by page takes its time. */
const INSTANTLY_MS = 60_000
const SYNC_MS = 600_000
const MOST_TARGETS = 20

export interface Scoring {
  readonly open_points: number
  readonly click_points: number
  readonly reply_points: number
  readonly meeting_points: number
  readonly half_life_days: number
  readonly hot_share: number
  readonly hot_minimum: number
  readonly is_default: boolean
  readonly changed_at: string | null
}

export type TemplateKind = 'answers' | 'follow_ups'

export interface Template {
  /** Null for what comes with the program. */
  readonly template_id: string | null
  readonly campaign_id: string | null
  readonly category?: string
  readonly reason?: string
  readonly language: string
  readonly name?: string | null
  readonly subject: string | null
  readonly text: string
}

export interface Templates {
  readonly items: readonly Template[]
  readonly placeholders?: readonly string[]
}

export interface Target {
  readonly target_id: string
  readonly name: string
  readonly kind: string
  readonly url: string
  readonly created_at: string
  readonly disabled_at: string | null
  readonly disabled_because: string | null
}

export interface NewTarget extends Target {
  readonly secret: string
}

export interface Tried {
  readonly delivered: boolean
  readonly status?: number
  readonly why?: string
}

export interface Connection {
  readonly connected: boolean
  readonly workspace_name?: string | null
  readonly sub_workspace?: string | null
  readonly api_key_hint?: string
  readonly connected_at?: string
  readonly webhook: string
  readonly webhook_url: string | null
  readonly missing: readonly string[]
}

export interface SyncReport {
  readonly finished_at: string
  readonly campaigns: Readonly<Record<string, number>>
  readonly email_accounts: Readonly<Record<string, number>>
  readonly leads: Readonly<Record<string, number>>
  readonly synthetic_events: Readonly<Record<string, number>>
  readonly problems: readonly string[]
}

export interface Completeness {
  readonly compared_at: string
  readonly completeness: number | null
  readonly counting_is_behind: boolean
  readonly items: readonly {
    readonly campaign_id: string
    readonly campaign_name: string | null
    readonly completeness: number | null
    readonly counts: Readonly<Record<string, { readonly instantly: number; readonly ours: number; readonly explanation?: string }>>
  }[]
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)
const key = (name: string) => ['organization', organizationId.value, name]

function ask<T>(path: string, signal: AbortSignal, timeoutMs?: number): Promise<T> {
  return getJson<T>(session.key, path, organizationParameter(), signal, timeoutMs)
}

function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, timeoutMs?: number): Promise<T> {
  return sendJson<T>(session.key, method, path, organizationParameter(), body, {}, timeoutMs)
}

/** Null where there is no such thing (yet). */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export function useScoring() {
  return useQuery({ queryKey: ['organization', organizationId, 'scoring'], queryFn: ({ signal }) => ask<Scoring>('/api/settings/scoring', signal), enabled: ready })
}

/** Null goes back to the defaults. */
export function useScoringChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Readonly<Record<string, number>> | null) => (body === null ? send<Scoring>('DELETE', '/api/settings/scoring') : send<Scoring>('PUT', '/api/settings/scoring', body)),
    onSuccess: (scoring) => {
      client.setQueryData(key('scoring'), scoring)
      return client.invalidateQueries({ queryKey: ['organization'] })
    },
  })
}

const templatePaths: Readonly<Record<TemplateKind, string>> = { answers: '/api/inbox/templates', follow_ups: '/api/follow-ups/templates' }

export function useTemplates(kind: MaybeRefOrGetter<TemplateKind>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'templates', computed(() => toValue(kind))],
    queryFn: ({ signal }) => ask<Templates>(templatePaths[toValue(kind)], signal),
    enabled: ready,
  })
}

export function useTemplateChange(kind: MaybeRefOrGetter<TemplateKind>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (asked: { readonly put: Readonly<Record<string, string>> } | { readonly remove: string }) =>
      'put' in asked ? send<unknown>('PUT', templatePaths[toValue(kind)], asked.put) : send<unknown>('DELETE', `${templatePaths[toValue(kind)]}/${encodeURIComponent(asked.remove)}`),
    onSettled: () => Promise.all(['templates', 'thread', 'follow-ups'].map((name) => client.invalidateQueries({ queryKey: key(name) }))),
  })
}

export function useTargets() {
  return useQuery({
    queryKey: ['organization', organizationId, 'alert-targets'],
    queryFn: async ({ signal }) => (await getJson<Page<Target>>(session.key, '/api/alert-targets', { limit: MOST_TARGETS, ...organizationParameter() }, signal)).items,
    enabled: ready,
  })
}

export function useTargetChange() {
  const client = useQueryClient()
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: key('alert-targets') })
  return {
    add: useMutation({ mutationFn: (body: { readonly kind: string; readonly url: string; readonly name?: string | undefined }) => send<NewTarget>('POST', '/api/alert-targets', body), onSettled }),
    remove: useMutation({ mutationFn: (id: string) => send<unknown>('DELETE', `/api/alert-targets/${encodeURIComponent(id)}`), onSettled }),
    test: useMutation({ mutationFn: (id: string) => send<Tried>('POST', `/api/alert-targets/${encodeURIComponent(id)}/test`), onSettled }),
  }
}

/** Null where this installation cannot keep keys of Instantly. */
export function useConnection() {
  return useQuery({ queryKey: ['organization', organizationId, 'connection'], queryFn: ({ signal }) => orNull(ask<Connection>('/api/instantly/connection', signal, INSTANTLY_MS)), enabled: ready, staleTime: INSTANTLY_MS })
}

export function useConnectionChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly api_key: string; readonly sub_workspace?: string } | null) =>
      body === null ? send<unknown>('DELETE', '/api/instantly/connection', undefined, INSTANTLY_MS) : send<unknown>('PUT', '/api/instantly/connection', body, INSTANTLY_MS),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization'] }),
  })
}

export function useLastSync(wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'sync'],
    queryFn: ({ signal }) => orNull(ask<SyncReport>('/api/instantly/sync/workspace', signal)),
    enabled: computed(() => ready.value && toValue(wanted)),
  })
}

/** Answers when it is done. */
export function useSync() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send<SyncReport>('POST', '/api/instantly/sync/workspace', undefined, SYNC_MS),
    onSuccess: (report) => client.setQueryData(key('sync'), report),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization'] }),
  })
}

/** Each asking counts at Instantly anew, so it is not asked by itself again. */
export function useCompleteness(wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['instantly-completeness', organizationId],
    queryFn: ({ signal }) => ask<Completeness>('/api/instantly/completeness', signal, INSTANTLY_MS),
    enabled: computed(() => ready.value && toValue(wanted)),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
  })
}
