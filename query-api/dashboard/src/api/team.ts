import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { organizationId, organizationParameter } from '../session/organization'
import { session } from '../session/session'
import { ApiError, getJson, sendJson } from './client'
import type { Page } from './types'

const MOST_MEMBERS = 100
const STALE_MS = 60_000

export interface Member {
  readonly member_id: string
  readonly name: string
  readonly email: string | null
  readonly active: boolean
  readonly assigned_leads: number
}

export interface Rule {
  readonly campaign_id: string | null
  readonly member_ids: readonly string[]
}

const ready = computed(() => session.key !== '' && organizationId.value !== null)

/** An installation without a team has nobody to assign to. */
async function orNone<T>(asked: Promise<T>, none: T): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return none
    throw error
  }
}

export function useMembers() {
  return useQuery({
    queryKey: ['organization', organizationId, 'members'],
    queryFn: async ({ signal }) => (await orNone(getJson<Page<Member>>(session.key, '/api/team/members', { limit: MOST_MEMBERS, ...organizationParameter() }, signal), { items: [], next_starting_after: null })).items,
    enabled: ready,
    staleTime: STALE_MS,
  })
}

export function useMemberChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (asked: { readonly what: 'add' | 'change'; readonly member: { readonly member_id?: string; readonly name: string; readonly email?: string | undefined; readonly active?: boolean } } | { readonly what: 'remove'; readonly id: string }) => {
      if (asked.what === 'remove') return sendJson<unknown>(session.key, 'DELETE', `/api/team/members/${encodeURIComponent(asked.id)}`, organizationParameter())
      const { member_id: id, ...body } = asked.member
      return id === undefined
        ? sendJson<unknown>(session.key, 'POST', '/api/team/members', organizationParameter(), body)
        : sendJson<unknown>(session.key, 'PUT', `/api/team/members/${encodeURIComponent(id)}`, organizationParameter(), body)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'members'] }),
  })
}

export function useRules() {
  return useQuery({
    queryKey: ['organization', organizationId, 'team-rules'],
    queryFn: async ({ signal }) => (await orNone(getJson<{ readonly rules: readonly Rule[] }>(session.key, '/api/team/rules', organizationParameter(), signal), { rules: [] })).rules,
    enabled: ready,
  })
}

export function useRulesChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rules: readonly Rule[]) => sendJson<unknown>(session.key, 'PUT', '/api/team/rules', organizationParameter(), { rules }),
    onSettled: () => client.invalidateQueries({ queryKey: ['organization', organizationId.value, 'team-rules'] }),
  })
}

/** By hand; it goes before the rules. */
export function useLeadAssignment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ email, memberId }: { readonly email: string; readonly memberId: string | null }) =>
      sendJson<unknown>(session.key, 'POST', `/api/leads/${encodeURIComponent(email)}/assign`, organizationParameter(), { member_id: memberId }),
    onSettled: () => Promise.all(['inbox', 'thread', 'lead', 'members'].map((kind) => client.invalidateQueries({ queryKey: ['organization', organizationId.value, kind] }))),
  })
}
