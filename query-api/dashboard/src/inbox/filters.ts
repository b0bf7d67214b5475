import { categories, folders, type Folder } from './thread'

/** What the list shows; the URL holds it. */
export interface Filters {
  readonly folder: Folder
  readonly unread: boolean
  readonly category: string | null
  readonly campaign: string | null
  readonly account: string | null
  readonly assigned: string | null
  readonly q: string
}

export const LONGEST_SEARCH = 200

type Queried = Readonly<Record<string, unknown>>

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function readFilters(query: Queried): Filters {
  return {
    folder: folders.find((folder) => folder === query['folder']) ?? 'to_answer',
    unread: query['unread'] === 'true',
    category: categories.find((category) => category === query['category']) ?? null,
    campaign: text(query['campaign']),
    account: text(query['account']),
    assigned: text(query['assigned']),
    q: (text(query['q']) ?? '').slice(0, LONGEST_SEARCH),
  }
}

/** Undefined takes a part out of the URL again: what is usual is not written down. */
export function filterQuery(filters: Filters): Record<string, string | undefined> {
  return {
    folder: filters.folder === 'to_answer' ? undefined : filters.folder,
    unread: filters.unread ? 'true' : undefined,
    category: filters.category ?? undefined,
    campaign: filters.campaign ?? undefined,
    account: filters.account ?? undefined,
    assigned: filters.assigned ?? undefined,
    q: filters.q === '' ? undefined : filters.q,
  }
}

/** How many filters narrow the list, beside folder and search. */
export function narrowing(filters: Filters): number {
  return [filters.unread, filters.category, filters.campaign, filters.account, filters.assigned].filter(Boolean).length
}

/** As the server wants it. */
export function asked(filters: Filters): Record<string, string | boolean | undefined> {
  return {
    folder: filters.folder,
    unread: filters.unread || undefined,
    category: filters.category ?? undefined,
    campaign_id: filters.campaign ?? undefined,
    account: filters.account ?? undefined,
    assigned_to: filters.assigned ?? undefined,
    q: filters.q === '' ? undefined : filters.q,
  }
}
