/** The invented settings: score, templates, alert targets and the connection. Only for development. */
const DEFAULTS = { open_points: 10, click_points: 25, reply_points: 50, meeting_points: 100, half_life_days: 14, hot_share: 0.1, hot_minimum: 0 }
const PLACEHOLDERS = ['first_name', 'last_name', 'company', 'job_title', 'campaign', 'return_date']
const PATHS = /^\/api\/(settings\/scoring|inbox\/templates|follow-ups\/templates|alert-targets|instantly\/(connection|sync\/workspace|completeness|rules|imports|campaigns$|campaign\/[^/]+\/(pause|resume|leads)|email-account\/[^/]+\/(pause|resume)))/

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

  #rules = [{ rule_id: 'r1', name: 'Too many bounces', kinds: ['bounce_rate', 'spam_rate'], level: 'critical', pauses: ['campaign', 'account'], campaign_ids: [], resume: false, tell_only: false }, { rule_id: 'r2', name: 'Tell me of tired mailboxes', kinds: ['open_rate_drop'], level: 'warning', pauses: ['account'], campaign_ids: [], resume: true, tell_only: true }]
  #standing = new Map()
  #sent = 0

  /** How a campaign or a mailbox stands at Instantly. */
  standing(id) {
    return this.#standing.get(id) ?? 'active'
  }

  /** Pausing, leads, copies and rules. */
  #act(path, query, method, body, connected, answer, refuse) {
    const [, , , kind, id, what] = path.split('/').map(decodeURIComponent)
    const now = new Date()
    const ago = (minutes) => new Date(now - minutes * 60_000).toISOString()
    if (kind === 'rules' && id === 'actions') {
      const action = (number, more) => ({ action_id: `d${number}`, rule_name: 'Too many bounces', alert_kind: 'bounce_rate', action: 'pause', account: null, campaign_id: null, state: 'done', answer: 'paused', changed_at: ago(number * 47), next_try_at: null, ...more })
      return answer(200, { items: [
        action(1, { account: 'nina@outreach-three.example', state: 'waiting', answer: 'Instantly: POST /accounts/{email}/pause: try again later (status 503)', next_try_at: new Date(now.getTime() + 60_000).toISOString() }),
        action(2, { campaign_id: 'b7d0a2c4-55e9-4b0a-8a6c-93f1d2c7aa02' }),
        action(30, { rule_name: 'Tell me of tired mailboxes', alert_kind: 'open_rate_drop', account: 'tom@outreach-two.example', state: 'told', answer: null }),
        action(70, { account: 'tom@outreach-two.example', state: 'unchanged' }),
        action(99, { campaign_id: '0', state: 'failed', answer: 'Instantly: GET /campaigns/{id}: Campaign not found (status 404)' }),
      ], next_starting_after: null })
    }
    if (kind === 'rules') {
      if (method === 'PUT') this.#rules = body.rules.map((rule, index) => ({ rule_id: `r${index + 10}`, ...rule }))
      return answer(200, { rules: this.#rules, connected, missing: null, changed_at: ago(600) })
    }
    if (!connected) return refuse(409, 'conflict', 'not connected')
    if (kind === 'campaigns') return answer(201, { campaign_id: 'new', campaign_name: body.name, status: 'draft' })
    if (kind === 'imports') {
      this.#sent = Math.min(1_240, this.#sent + 400)
      return answer(200, { import_id: 'i1', campaign_id: 'c1', state: this.#sent < 1_240 ? 'running' : 'done', leads: 1_240, sent: this.#sent, uploaded: this.#sent - 12, already_there: 9, refused: 3, rejected_lines: [], problem: null })
    }
    const refused = [{ line: 7, why: 'It has no usable e-mail address.' }, { line: 12, why: 'The same address stands further up.' }]
    if (what === 'leads' && query.get('check') === 'true') return answer(200, { leads: 1_240, rejected_lines: refused })
    if (what === 'leads') {
      this.#sent = 0
      return answer(202, { import_id: 'i1', campaign_id: id, state: 'running', leads: 1_240, sent: 0, uploaded: 0, already_there: 0, refused: 0, rejected_lines: refused, problem: null })
    }
    this.#standing.set(id, what === 'pause' ? 'paused' : 'active')
    return answer(200, { campaign_id: id, campaign_name: id, account: id, status: this.standing(id) })
  }

  knows(path) {
    return PATHS.test(path)
  }

  answer(path, method, body, connected, answer, refuse, query) {
    if (/instantly\/(rules|imports|campaigns|campaign|email-account)\b/.test(path)) return this.#act(path, query, method, body, connected, answer, refuse)
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
