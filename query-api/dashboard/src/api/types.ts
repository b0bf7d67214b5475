/** The answers of the HTTP API as this page reads them. JSON names are the server's. */

export type Role = 'admin' | 'organization'

export interface WhoAmI {
  readonly role: Role
  readonly organization_id: string | null
  readonly name: string
  /** What the key may do; an older installation does not say so, and its keys may everything. */
  readonly permissions?: readonly string[]
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next_starting_after: string | null
}

export interface Organization {
  readonly organization_id: string
  readonly name: string
  readonly created_at: string
}

export interface Contribution {
  readonly event_id: string
  readonly type: string
  readonly at: string
  readonly points: number
  readonly human: number
  readonly worth_now: number
  readonly why: string
}

export interface HotLead {
  readonly lead_email: string
  readonly score: number
  readonly points: number
  readonly hot: boolean
  readonly status: string
  readonly last_signal_at: string | null
  readonly campaign_ids: readonly string[]
  readonly reasons: readonly Contribution[]
}

export interface HotLeads extends Page<HotLead> {
  readonly threshold: number | null
  readonly scored_leads: number
}

export interface TimelineEntry {
  readonly event_id: string
  readonly type: string
  readonly name?: string | null
  readonly at: string
  readonly campaign_id?: string | null
  readonly step?: number | null
  readonly variant?: number | null
  readonly account?: string | null
  readonly flags: readonly string[]
  readonly raw?: unknown
}

export interface FollowUp {
  readonly reason?: string | null
  readonly due_at?: string | null
}

export interface Lead {
  readonly lead_email: string
  readonly status: string
  readonly points: number
  readonly score: number
  readonly hot: boolean
  readonly disqualified: boolean
  readonly contributions: readonly Contribution[]
  readonly timeline: readonly TimelineEntry[]
  readonly follow_up: FollowUp | null
  readonly thread_ids: readonly string[]
  readonly assigned_to?: { readonly member_id: string; readonly name: string } | null
}

export type StatsWindow = '24h' | '7d' | '30d' | 'all'

/** A definition is a sentence, or its two halves. */
export type Definition = string | { readonly numerator: string; readonly denominator: string }

export interface Stats {
  readonly emails_sent: number
  readonly emails_bounced: number
  readonly leads_contacted: number
  readonly positive_replies: number
  readonly meetings_booked: number
  readonly positive_reply_rate: number | null
  readonly bounce_rate: number | null
  readonly definitions?: Readonly<Record<string, Definition>>
}

export interface Pipeline {
  readonly accepted: number
  readonly quarantined: number
  readonly duplicates: number
  readonly processed: number
  readonly stored: number
  readonly lag: number
}

export interface LiveActivity {
  readonly event_id: string
  readonly type: string
  readonly name?: string | null
  readonly at: string
  readonly received_at?: string
  readonly lead_email?: string | null
  readonly campaign_id?: string | null
  readonly campaign_name?: string | null
  readonly account?: string | null
  readonly category?: string | null
  readonly snippet?: string | null
  readonly organization_id: string
}

export interface LiveHot {
  readonly lead_email: string
  readonly score: number
  readonly threshold: number
  readonly at: string
  readonly organization_id: string
}
