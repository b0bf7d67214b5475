import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { isAdmin, session } from '../session/session'
import { getJson, sendJson } from './client'
import type { Page } from './types'

const REFETCH_MS = 15_000
const SHOWN = 50

export interface SetAside {
  readonly quarantine_id: string
  readonly organization_id: string
  readonly reason: string
  readonly message: string
  readonly detail: string
  readonly received_at: string
  readonly size_bytes: number
  readonly raw_base64: string
}

export interface ReplayReport {
  readonly replayed: number
  readonly accepted: number
  readonly rejected: number
}

export interface NewOrganization {
  readonly organization_id: string
  readonly name: string
  readonly api_key: string
  readonly webhook_secret: string
}

const ready = computed(() => session.key !== '' && isAdmin.value)

/** What could not be read and was not tried again with success, the newest first. */
export function useSetAside() {
  return useQuery({
    queryKey: ['set-aside'],
    queryFn: ({ signal }) => getJson<Page<SetAside>>(session.key, '/api/admin/quarantine', { state: 'open', limit: SHOWN }, signal),
    enabled: ready,
    refetchInterval: REFETCH_MS,
  })
}

/** One delivery, or all of them. */
export function useReplay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string | 'all') =>
      sendJson<ReplayReport>(session.key, 'POST', '/api/admin/quarantine/replay', {}, id === 'all' ? { all: true } : { quarantine_ids: [id] }),
    onSettled: () => client.invalidateQueries({ queryKey: ['set-aside'] }),
  })
}

export function useNewOrganization() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { readonly organization_id: string; readonly name: string }) =>
      sendJson<NewOrganization>(session.key, 'POST', '/api/admin/organizations', {}, wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['organizations'] }),
  })
}

/** The first bytes of a delivery as text; what is no text shows as replacement characters. */
export function textOf(base64: string, most: number): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const text = new TextDecoder().decode(bytes.subarray(0, most))
  return bytes.length > most ? `${text} …` : text
}
