import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { session } from '../session/session'
import { organizationId, organizationParameter } from '../session/organization'
import { getJson, sendJson } from './client'
import type { Page } from './types'

const REFETCH_MS = 20_000
const SHOWN = 25

export interface DueFollowUp {
  readonly follow_up_id: string
  readonly lead_email: string
  readonly campaign_name: string | null
  readonly reason: 'opened' | 'clicked' | 'out_of_office'
  readonly due_at: string
  readonly return_date?: string
  readonly language: string
  readonly suggested_subject: string | null
  readonly suggested_text: string
}

const key = ['organization', organizationId, 'follow-ups']

/** Those that are due, the longest first. */
export function useDueFollowUps() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      getJson<Page<DueFollowUp>>(session.key, '/api/follow-ups', { state: 'due', limit: SHOWN, ...organizationParameter() }, signal),
    enabled: computed(() => session.key !== '' && organizationId.value !== null),
    refetchInterval: REFETCH_MS,
  })
}

/** Takes one off the list at once; it comes back when the server did not take it. */
export function useDecision() {
  const client = useQueryClient()
  const exact = () => ['organization', organizationId.value, 'follow-ups']
  return useMutation({
    mutationFn: ({ id, what }: { readonly id: string; readonly what: 'done' | 'dismiss' }) =>
      sendJson(session.key, 'POST', `/api/follow-ups/${encodeURIComponent(id)}/${what}`, organizationParameter()),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey: exact() })
      const before = client.getQueryData<Page<DueFollowUp>>(exact())
      if (before !== undefined) {
        client.setQueryData(exact(), { ...before, items: before.items.filter((item) => item.follow_up_id !== id) })
      }
      return before
    },
    onError: (_error, _asked, before) => {
      if (before !== undefined) client.setQueryData(exact(), before)
    },
    onSettled: () => client.invalidateQueries({ queryKey: exact() }),
  })
}
