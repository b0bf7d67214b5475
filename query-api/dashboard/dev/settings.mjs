/** The invented settings: score, templates, alert targets and the connection. Only for development. */
const DEFAULTS = { open_points: 10, click_points: 25, reply_points: 50, meeting_points: 100, half_life_days: 14, hot_share: 0.1, hot_minimum: 0 }
const PLACEHOLDERS = ['first_name', 'last_name', 'company', 'job_title', 'campaign', 'return_date']
const PATHS = /^\/api\/(settings\/scoring|inbox\/templates|follow-ups\/templates|alert-targets|instantly\/(connection|sync\/workspace|completeness))/

export class Settings {
  constructor() {
    this.scoring = { ...DEFAULTS, reply_points: 80 }
    this.answers = [
      { template_id: 'a1', own: true, category: 'interested', language: 'en', campaign_id: null, name: 'Price list', subject: null, text: 'Hi {{first_name|there}},\n\nhere is the price list you asked for. Shall we go through it together? {{calendar_link}}' },
      { template_id: null, own: false, category: 'question', language: 'en', campaign_id: null, name: null, subject: null, text: 'Hi {{first_name|there}},\n\ngood question. In short: yes.' },
      { template_id: null, own: false, category: 'question', language: 'de', campaign_id: null, name: null, subject: null, text: 'Guten Tag {{first_name|}},\n\neine gute Frage. Kurz gesagt: ja.' },
    ]
    this.followUps = [{ template_id: null, own: false, reason: 'clicked', language: 'en', campaign_id: null, subject: 'Any questions?', text: 'Hi {{first_name|there}},\n\nmay I help {{company|you}} with anything?' }]
    this.targets = [
      { target_id: 'x1', name: 'Sales channel', kind: 'slack', url: 'https://chat.example/hooks/1', created_at: '2026-10-02T08:00:00.000Z', disabled_at: null, disabled_because: null },
      { target_id: 'x2', name: 'Warehouse', kind: 'webhook', url: 'https://data.example/alerts', created_at: '2026-09-02T08:00:00.000Z', disabled_at: '2026-11-01T08:00:00.000Z', disabled_because: 'It answered 410 Gone.' },
    ]
  }

  knows(path) {
    return PATHS.test(path)
  }

  answer(path, method, body, connected, answer, refuse) {
    const last = path.split('/').at(-1)
    if (path === '/api/settings/scoring') {
      if (method === 'PUT') Object.assign(this.scoring, body)
      if (method === 'DELETE') this.scoring = { ...DEFAULTS }
      const isDefault = JSON.stringify(this.scoring) === JSON.stringify(DEFAULTS)
      return answer(200, { ...this.scoring, is_default: isDefault, changed_at: isDefault ? null : new Date(Date.now() - 86_400_000).toISOString() })
    }
    if (path.includes('/templates')) {
      const name = path.includes('inbox') ? 'answers' : 'followUps'
      if (method === 'PUT') this[name].unshift({ template_id: `own${this[name].length}`, own: true, campaign_id: null, name: null, subject: null, ...body })
      if (method === 'DELETE') this[name] = this[name].filter((template) => template.template_id !== last)
      return answer(200, { items: this[name], next_starting_after: null, placeholders: name === 'answers' ? [...PLACEHOLDERS, 'calendar_link'] : PLACEHOLDERS })
    }
    if (path.startsWith('/api/alert-targets')) {
      if (last === 'test') return answer(200, path.includes('x2') ? { delivered: false, why: 'It answered 410.' } : { delivered: true, status: 200 })
      if (method === 'DELETE') this.targets = this.targets.filter((target) => target.target_id !== last)
      if (method === 'POST') {
        const target = { target_id: `x${this.targets.length + 1}`, created_at: new Date().toISOString(), disabled_at: null, disabled_because: null, name: body.kind, ...body }
        this.targets.push(target)
        return answer(201, { ...target, secret: 'whsec_shown-once' })
      }
      return answer(200, { items: this.targets, next_starting_after: null })
    }
    if (path === '/api/instantly/connection') {
      return answer(200, connected
        ? { connected: true, workspace_id: 'w1', workspace_name: 'Kestrel outbound', sub_workspace: null, api_key_hint: 'q7Zk', connected_at: '2026-10-14T09:00:00.000Z', webhook: 'active', webhook_url: 'https://salesbrain.example/webhooks/instantly', missing: ['The test of the webhook failed: Instantly got the answer 502.'] }
        : { connected: false, webhook: 'unknown', webhook_url: null, missing: [] })
    }
    const now = new Date(Date.now() - 600_000).toISOString()
    if (path.endsWith('workspace')) return answer(200, { started_at: now, finished_at: now, campaigns: { seen: 3, new: 1 }, email_accounts: { seen: 12 }, leads: { seen: 840 }, synthetic_events: { campaign_paused: 1, lead_completed: 14 }, changes: [], problems: [] })
    const counts = (sent, ours) => ({ emails_sent: { instantly: sent, ours, ...(ours < sent ? { explanation: 'Deliveries are missing, or are from before the webhook was registered.' } : {}) }, opens_total: { instantly: 61, ours: 61 }, clicks_total: { instantly: 22, ours: 22 }, replies: { instantly: 19, ours: 19 }, emails_bounced: { instantly: 2, ours: 2 }, unsubscribed: { instantly: 1, ours: 1 } })
    return connected
      ? answer(200, { compared_at: now, completeness: 0.984, counting_is_behind: false, items: [{ campaign_id: 'c1', campaign_name: 'Founders, spring', completeness: 1, counts: counts(210, 210) }, { campaign_id: 'c2', campaign_name: 'Heads of sales DACH', completeness: 0.96, counts: counts(240, 229) }] })
      : refuse(409, 'conflict', 'not connected')
  }
}
