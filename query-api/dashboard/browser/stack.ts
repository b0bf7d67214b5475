import { randomUUID } from 'node:crypto'
import { expect, request, type APIRequestContext } from '@playwright/test'

/** The installation under test, spoken to over its API as customers and Instantly do. */
export interface Customer {
  readonly id: string
  readonly key: string
  readonly secret: string
}

export function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set; see playwright.config.ts.`)
  return value
}

export const adminKey = (): string => needed('SALESBRAIN_ADMIN_KEY')
export const organizationKey = (): string => needed('SALESBRAIN_KEY')

export class Stack {
  private constructor(private readonly http: APIRequestContext) {}

  static async at(baseURL: string): Promise<Stack> {
    return new Stack(await request.newContext({ baseURL }))
  }

  async close(): Promise<void> {
    await this.http.dispose()
  }

  async get<T>(path: string, key: string): Promise<T> {
    const answer = await this.http.get(path, { headers: bearer(key) })
    expect(answer.status(), await answer.text()).toBe(200)
    return (await answer.json()) as T
  }

  async post<T>(path: string, key: string, data: unknown): Promise<T> {
    const answer = await this.http.post(path, { headers: bearer(key), data })
    expect([200, 201, 202], await answer.text()).toContain(answer.status())
    return (await answer.json()) as T
  }

  /** A customer nobody has seen before. */
  async customer(name: string): Promise<Customer> {
    const id = `${name}-${randomUUID().slice(0, 8)}`
    const made = await this.post<{ api_key: string; webhook_secret: string }>('/api/admin/organizations', adminKey(), { organization_id: id, name: `The ${name}` })
    return { id, key: made.api_key, secret: made.webhook_secret }
  }

  /** A secret with which events can be posted for the organization that is connected to Instantly. */
  async secretOfConnected(): Promise<string> {
    const me = await this.get<{ organization_id: string }>('/api/whoami', organizationKey())
    const made = await this.post<{ secret: string }>(`/api/admin/organizations/${me.organization_id}/credentials`, adminKey(), { scope: 'webhook', name: 'browser tests' })
    return made.secret
  }

  /** What the campaign with the most leads is called: the one with enough to compare. */
  async largestCampaign(): Promise<string> {
    interface Campaign { readonly campaign_name: string; readonly total_leads: number }
    const { items } = await this.get<{ items: Campaign[] }>('/api/instantly/campaigns', organizationKey())
    return items.reduce((most, campaign) => (campaign.total_leads > most.total_leads ? campaign : most)).campaign_name
  }

  async webhook(secret: string, event: Readonly<Record<string, unknown>>): Promise<void> {
    await this.post('/webhooks/instantly/webhook', secret, { timestamp: new Date().toISOString(), ...event })
  }

  /** A body that cannot be read; it is refused and set aside. */
  async broken(secret: string): Promise<void> {
    const answer = await this.http.post('/webhooks/instantly/webhook', { headers: { ...bearer(secret), 'Content-Type': 'application/json' }, data: Buffer.from('{"event_type":') })
    expect(answer.status()).toBeLessThan(500)
  }
}

function bearer(key: string): Record<string, string> {
  return { Authorization: `Bearer ${key}` }
}
