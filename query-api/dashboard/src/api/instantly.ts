import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { organizationId, organizationParameter } from '../session/organization'
import { session } from '../session/session'
import { ApiError, getJson, sendJson, sendText } from './client'
import type { Page } from './types'

/** What is done at Instantly from here, by people and by rules. */

const INSTANTLY_MS = 60_000
const PROGRESS_MS = 1_000
const SHOWN_ACTIONS = 20

export interface RefusedLine {
  readonly line: number
  readonly why: string
}

export interface LeadCheck {
  readonly leads: number
  readonly rejected_lines: readonly RefusedLine[]
}

export interface LeadImport extends LeadCheck {
  readonly import_id: string
  readonly campaign_id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly sent: number
  readonly uploaded: number
  readonly already_there: number
  readonly refused: number
  readonly problem: string | null
}

export type AlertKind = 'bounce_rate' | 'spam_rate' | 'unsubscribe_rate' | 'open_rate_drop' | 'reply_rate_drop' | 'account_error' | 'account_suspended' | 'daily_limit'
export const alertKinds: readonly AlertKind[] = ['bounce_rate', 'spam_rate', 'unsubscribe_rate', 'open_rate_drop', 'reply_rate_drop', 'account_error', 'account_suspended', 'daily_limit']

export interface PauseRule {
  readonly rule_id?: string
  readonly name: string
  readonly kinds: readonly AlertKind[]
  readonly level: 'warning' | 'critical'
  readonly pauses: readonly ('campaign' | 'account')[]
  readonly campaign_ids: readonly string[]
  readonly resume: boolean
  readonly tell_only: boolean
}

export interface PauseRules {
  readonly rules: readonly PauseRule[]
  readonly connected: boolean
  readonly missing: string | null
}

export interface RuleAction {
  readonly action_id: string
  readonly rule_name: string
  readonly alert_kind: AlertKind
  readonly action: 'pause' | 'resume'
  readonly account: string | null
  readonly campaign_id: string | null
  readonly state: 'waiting' | 'done' | 'unchanged' | 'told' | 'failed'
  readonly answer: string | null
  readonly changed_at: string
  readonly next_try_at: string | null
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)

function send<T>(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  return sendJson<T>(session.key, method, path, organizationParameter(), body, {}, INSTANTLY_MS)
}

const paths = { campaign: 'campaign', account: 'email-account' } as const

/** Pauses or resumes a campaign or a mailbox. */
export function usePause(kind: keyof typeof paths) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, what }: { readonly id: string; readonly what: 'pause' | 'resume' }) => send<{ readonly status: string }>('POST', `/api/instantly/${paths[kind]}/${encodeURIComponent(id)}/${what}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', organizationId.value, `${kind}s`] }),
  })
}

export function useCopy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly template_campaign_id: string; readonly name: string }) => send<{ readonly campaign_name: string }>('POST', '/api/instantly/campaigns', body),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'campaigns'] }),
  })
}

function csv<T>(campaignId: string, text: string, check: boolean): Promise<T> {
  return sendText<T>(session.key, `/api/instantly/campaign/${encodeURIComponent(campaignId)}/leads`, 'text/csv', text, { ...organizationParameter(), check: check ? true : undefined })
}

/** Says what is usable of a table; nothing is sent on. */
export function useLeadCheck() {
  return useMutation({ mutationFn: ({ campaignId, text }: { readonly campaignId: string; readonly text: string }) => csv<LeadCheck>(campaignId, text, true) })
}

/** Begins; how far it is, {@link useImportProgress} tells. */
export function useLeadImport() {
  return useMutation({ mutationFn: ({ campaignId, text }: { readonly campaignId: string; readonly text: string }) => csv<LeadImport>(campaignId, text, false) })
}

export function useImportProgress(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    queryKey: ['organization', organizationId, 'import', computed(() => toValue(id))],
    queryFn: ({ signal }) => getJson<LeadImport>(session.key, `/api/instantly/imports/${encodeURIComponent(toValue(id) ?? '')}`, organizationParameter(), signal),
    enabled: computed(() => ready.value && toValue(id) !== null),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? PROGRESS_MS : false),
  })
}

/** Null where this installation cannot be connected. */
async function rulesOrNull(signal: AbortSignal): Promise<PauseRules | null> {
  try {
    return await getJson<PauseRules>(session.key, '/api/instantly/rules', organizationParameter(), signal)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export function usePauseRules() {
  return useQuery({ queryKey: ['organization', organizationId, 'pause-rules'], queryFn: ({ signal }) => rulesOrNull(signal), enabled: ready })
}

/** Whether there is a key to do something with. Only our server is asked, not Instantly. */
export function useConnected(): ComputedRef<boolean> {
  const { data } = usePauseRules()
  return computed(() => data.value?.connected ?? false)
}

/** All of them at once: what is left out is gone. */
export function usePauseRulesChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rules: readonly PauseRule[]) => send<PauseRules>('PUT', '/api/instantly/rules', { rules: rules.map(({ rule_id, name, kinds, level, pauses, campaign_ids, resume, tell_only }) => ({ rule_id, name, kinds, level, pauses, campaign_ids, resume, tell_only })) }),
    onSuccess: (answer) => client.setQueryData(['organization', organizationId.value, 'pause-rules'], answer),
  })
}

/** The newest of them. */
export function useRuleActions() {
  return useQuery({
    queryKey: ['organization', organizationId, 'rule-actions'],
    queryFn: async ({ signal }) => (await getJson<Page<RuleAction>>(session.key, '/api/instantly/rules/actions', { limit: SHOWN_ACTIONS, ...organizationParameter() }, signal)).items,
    enabled: ready,
  })
}
