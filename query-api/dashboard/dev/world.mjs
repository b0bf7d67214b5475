/** An invented world that keeps moving: organizations, leads and what they do. Only for development. */

const DAY_MS = 86_400_000
export const HALF_LIFE_DAYS = 14
const POINTS = { email_opened: 10, email_clicked: 25, reply_received: 50, lead_meeting_booked: 100 }
const WHY = {
  email_opened: 'first open of an e-mail',
  email_clicked: 'first click of an e-mail',
  reply_received: 'a reply by a person',
  lead_meeting_booked: 'first meeting of the campaign',
}
const FIRST = 'ada ben clara david elena farid greta hugo ines jonas klara leon mira noah olga paul rosa sami tessa umar vera willem yara zeno'.split(' ')
const LAST = 'lindqvist okafor brandt ferrari novak haddad silva moreau petrov janssen weiss tanaka'.split(' ')
const COMPANIES = 'brightloom kestrelworks oakandtide ferrostack lumenfold tidewell marlowe-labs cinderpath'.split(' ')
const SNIPPETS = {
  interested: 'Sounds interesting, could you send me the price list for 40 seats?',
  meeting_request: 'Happy to talk. Does Thursday at 10 work for you?',
  question: 'Does this work together with the calendar we already use?',
  not_interested: 'Thank you, but we have just renewed with somebody else.',
  out_of_office: 'I am out of the office until Monday.',
}
const CAMPAIGNS = [
  { id: '6f0c1f6e-2a41-4c83-9d1f-0a8f4f6b1c01', name: 'Founders, spring' },
  { id: 'b7d0a2c4-55e9-4b0a-8a6c-93f1d2c7aa02', name: 'Heads of sales DACH' },
  { id: 'e4c81b90-7f3d-45d8-b1f5-6d20a9c3fb03', name: 'Agencies, second try' },
]
const ACCOUNTS = ['nina@outreach-one.example', 'tom@outreach-two.example', 'nina@outreach-three.example']

/** Repeatable randomness (mulberry32), so that a picture taken twice is the same. */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export class World {
  constructor(organizationId, name, seed, size) {
    this.organizationId = organizationId
    this.name = name
    this.random = seeded(seed)
    this.sequence = 0
    this.leads = new Map()
    this.duplicates = 0
    this.decided = new Set()
    this.pick = (list) => list[Math.floor(this.random() * list.length)]
    for (let index = 0; index < size; index++) this.#invite(index)
  }

  #invite(index) {
    const email = `${FIRST[index % FIRST.length]}.${LAST[Math.floor(index / FIRST.length) % LAST.length]}@${this.pick(COMPANIES)}.example`
    const start = Date.now() - this.random() ** 2 * 28 * DAY_MS - 3_600_000
    const lead = { email, campaign: this.pick(CAMPAIGNS), account: this.pick(ACCOUNTS), status: 'contacted', variant: 1 + (index % 2), timeline: [], contributions: [] }
    this.leads.set(email, lead)
    this.#add(lead, 'email_sent', start, { step: 1 })
    const warmth = this.random()
    const later = () => start + this.random() ** 1.6 * (Date.now() - start)
    if (warmth > 0.35) this.#add(lead, 'email_opened', later(), { human: warmth > 0.6 ? 0.9 : 0.35 })
    if (warmth > 0.62) this.#add(lead, 'email_clicked', later(), { human: 0.85 })
    if (warmth > 0.76) this.#add(lead, 'reply_received', later(), { category: this.pick(Object.keys(SNIPPETS)) })
    if (warmth > 0.94) this.#add(lead, 'lead_meeting_booked', later())
    if (warmth < 0.03) this.#add(lead, 'email_bounced', start + 60_000)
  }

  #add(lead, type, atMs, extra = {}) {
    const id = `${this.organizationId}-${++this.sequence}`
    const at = new Date(Math.min(atMs, Date.now())).toISOString()
    const raw = { timestamp: at, event_type: type, campaign_id: lead.campaign.id, campaign_name: lead.campaign.name, lead_email: lead.email, email_account: lead.account, step: 1, variant: lead.variant }
    if (extra.category) raw.reply_text_snippet = SNIPPETS[extra.category]
    lead.timeline.push({ event_id: id, type, at, campaign_id: lead.campaign.id, step: 1, variant: lead.variant, account: lead.account, flags: this.random() < 0.04 ? ['inferred'] : [], raw })
    const points = extra.category === 'not_interested' ? 0 : (POINTS[type] ?? 0)
    if (points > 0) lead.contributions.push({ event_id: id, type, at, points, human: extra.human ?? 1, why: WHY[type] })
    lead.status = statusAfter(lead.status, type, extra.category)
    return { event_id: id, type, at, received_at: new Date().toISOString(), lead_email: lead.email, campaign_id: lead.campaign.id, campaign_name: lead.campaign.name, account: lead.account, category: extra.category ?? null, snippet: extra.category ? SNIPPETS[extra.category] : null, organization_id: this.organizationId }
  }

  /** Something happens: returns what the live stream carries. */
  happen() {
    const lead = this.pick([...this.leads.values()])
    const draw = this.random()
    if (draw < 0.35) return this.#add(lead, 'email_sent', Date.now())
    if (draw < 0.65) return this.#add(lead, 'email_opened', Date.now(), { human: 0.4 + this.random() * 0.6 })
    if (draw < 0.85) return this.#add(lead, 'email_clicked', Date.now(), { human: 0.8 })
    if (draw < 0.97) return this.#add(lead, 'reply_received', Date.now(), { category: this.pick(Object.keys(SNIPPETS)) })
    return this.#add(lead, 'lead_meeting_booked', Date.now())
  }

  #valued(lead) {
    const now = Date.now()
    const contributions = lead.contributions.map((row) => ({ ...row, worth_now: row.points * row.human * 2 ** (-(now - Date.parse(row.at)) / (HALF_LIFE_DAYS * DAY_MS)) }))
    const last = contributions.map((row) => row.at).sort().at(-1) ?? null
    return {
      lead_email: lead.email,
      score: contributions.reduce((sum, row) => sum + row.worth_now, 0),
      points: contributions.reduce((sum, row) => sum + row.points, 0),
      status: lead.status,
      last_signal_at: last,
      campaign_ids: [lead.campaign.id],
      disqualified: ['bounced', 'not_interested', 'unsubscribed'].includes(lead.status),
      contributions,
    }
  }

  ranking() {
    const scored = [...this.leads.values()].map((lead) => this.#valued(lead)).filter((lead) => lead.points > 0).sort((a, b) => b.score - a.score)
    const counted = scored.filter((lead) => !lead.disqualified)
    const threshold = counted[Math.ceil(counted.length * 0.1) - 1]?.score ?? null
    const items = scored.map(({ contributions, disqualified, ...lead }) => ({
      ...lead,
      hot: !disqualified && threshold !== null && lead.score >= threshold && contributions.some((row) => row.type !== 'email_opened'),
      reasons: contributions,
    }))
    return { items, threshold, scored_leads: items.length }
  }

  lead(email) {
    const lead = this.leads.get(email)
    if (lead === undefined) return null
    const { last_signal_at: _, campaign_ids: __, ...valued } = this.#valued(lead)
    const ranked = this.ranking().items.find((item) => item.lead_email === email)
    return { ...valued, hot: ranked?.hot ?? false, timeline: lead.timeline, follow_up: null, thread_ids: [] }
  }

  /** The rows of all leads since a time that meet a condition, each with its lead. */
  #rows(windowMs, wanted = () => true) {
    const from = Date.now() - windowMs
    return [...this.leads.values()].flatMap((lead) => lead.timeline.filter((row) => Date.parse(row.at) >= from && wanted(row)).map((row) => ({ ...row, email: lead.email })))
  }

  stats(windowMs, wanted) {
    return { organization_id: this.organizationId, ...counted(this.#rows(windowMs, wanted)) }
  }

  campaigns(windowMs) {
    return CAMPAIGNS.map((campaign) => ({ campaign_id: campaign.id, campaign_name: campaign.name, ...this.stats(windowMs, (row) => row.campaign_id === campaign.id) }))
  }

  campaign(id, windowMs) {
    const campaign = CAMPAIGNS.find((each) => each.id === id)
    if (campaign === undefined) return null
    const steps = [1, 2].map((variant) => ({ step: 1, variant, ...counted(this.#rows(windowMs, (row) => row.campaign_id === id && row.variant === variant)) }))
    return { campaign_id: id, campaign_name: campaign.name, steps, ...this.stats(windowMs, (row) => row.campaign_id === id) }
  }

  accounts(windowMs) {
    return ACCOUNTS.map((account, index) => ({
      account_id: account,
      emails_sent_today: this.#rows(DAY_MS, (row) => row.account === account && row.type === 'email_sent').length,
      daily_limit: index === 2 ? null : 40,
      warmup_progress: index === 0 ? 1 : null,
      health: [{ score: 92, words: 'Healthy.' }, { score: 64, words: 'Bounces are above what is usual.' }, { score: null, words: 'Too few e-mails to say.' }][index],
      ...this.stats(windowMs, (row) => row.account === account),
    }))
  }

  roi(query) {
    if (this.leads.size === 0) return { items: [], unattributed: [], unattributed_cost: [], closed: [], deals: 0 }
    const tilt = { first_touch: 0.8, last_touch: 1.25, linear: 1, position_based: 1.05, time_decay: 1.15 }[query.get('model') ?? 'linear']
    const euro = (amount) => [{ amount: amount.toFixed(2), currency: 'EUR' }]
    const row = (campaign, cost, revenue, meetings, deals) => ({
      ...(campaign === null ? {} : { campaign_id: campaign }), leads_contacted: 80, positive_replies: 9, meetings_booked: meetings, deals,
      cost: euro(cost), revenue: euro(revenue), roi: [{ currency: 'EUR', value: (revenue - cost) / cost }], cost_per_meeting: euro(cost / meetings),
    })
    const items = query.get('group_by') === 'organization' ? [row(null, 2_410, 21_300, 13, 5)] : [row(CAMPAIGNS[0].id, 1_120, 12_000 * tilt, 6, 3), row(CAMPAIGNS[1].id, 890, 6_900 / tilt, 4, 2), row(CAMPAIGNS[2].id, 400, 0, 3, 0)]
    return { items, unattributed: euro(2_400), unattributed_cost: [], closed: euro(21_300), deals: 5, next_starting_after: null }
  }

  cohorts() {
    const monday = Math.floor((Date.now() / DAY_MS - 4) / 7) * 7 + 4
    return this.leads.size === 0 ? [] : [0, 1, 2, 3].map((weeks) => ({ week: new Date((monday - 7 * weeks) * DAY_MS).toISOString().slice(0, 10), leads_contacted: 40 + 11 * weeks, leads_replied: 4 + 3 * weeks, leads_interested: 2 + 2 * weeks, leads_met: weeks, leads_won: Math.floor(weeks / 2) }))
  }

  heatmap() {
    const cells = new Map()
    for (const row of this.#rows(Number.MAX_SAFE_INTEGER / 2, (each) => each.type === 'reply_received')) {
      const at = new Date(row.at)
      const key = `${((at.getUTCDay() + 6) % 7) + 1} ${Math.min(19, 7 + (at.getUTCHours() % 13))}`
      cells.set(key, (cells.get(key) ?? 0) + 1)
    }
    const items = [...cells].map(([key, replies]) => ({ weekday: Number(key.split(' ')[0]), hour: Number(key.split(' ')[1]), replies, positive_replies: 0 }))
    const replies = items.reduce((sum, item) => sum + item.replies, 0)
    return { campaign_id: null, replies, replies_in_known_zone: Math.floor(replies * 0.6), items }
  }

  followUps() {
    return [...this.leads.values()].filter((lead) => lead.status === 'engaged').slice(0, 4)
      .map((lead, index) => ({
        follow_up_id: `f${index}`, lead_email: lead.email, campaign_name: lead.campaign.name, reason: ['clicked', 'opened', 'out_of_office', 'opened'][index], due_at: new Date(Date.now() - (index + 1) * 3 * 3_600_000).toISOString(),
        language: index === 2 ? 'de' : 'en', suggested_subject: 'One more thought',
        suggested_text: index === 2 ? 'Guten Tag,\n\nich hoffe, Sie sind gut zurück. Passt diese Woche ein kurzes Gespräch?' : 'Hi,\n\nyou had a look at my last note. Shall I send the short version with prices?',
      }))
      .filter((item) => !this.decided.has(item.follow_up_id))
  }

  alerts() {
    if (this.leads.size === 0) return []
    const account = ACCOUNTS[1]
    return [{
      alert_id: 'a1', kind: 'bounce_rate', level: 'warning', state: 'open', account, campaign_id: null, campaign_name: null,
      title: `Too many bounces: ${account}`,
      message: `Of the 72 e-mails ${account} sent since Monday, 6 could not be delivered: 8.3 %, where 2 % is the threshold; at least 3.9 % with 95 % certainty.`,
      what_to_do: 'Check the newest list for old addresses, and let this mailbox send less until it is clean.',
      opened_at: new Date(Date.now() - 5 * 3_600_000).toISOString(),
    }]
  }

  tests(id) {
    const campaign = this.campaign(id, Number.MAX_SAFE_INTEGER / 2)
    if (campaign === null) return []
    const best = [0.81, 0.19]
    const variants = campaign.steps.map((step, index) => ({ variant: step.variant, leads_contacted: step.leads_contacted, positive_replies: step.positive_replies, positive_reply_rate: step.positive_reply_rate, leads_replied: step.leads_replied, reply_rate: step.reply_rate, bounce_rate: step.bounce_rate, unsubscribe_rate: 0, probability_best: best[index] }))
    return [{ campaign_id: id, step: 1, verdict: 'not_enough_data', measure: 'positive_reply_rate', leader: null, explanation: '', sample_size_missing: 410, days_missing: 9, variants }]
  }

  days(windowMs, wanted) {
    const rows = this.#rows(windowMs, wanted)
    const days = [...new Set(rows.map((row) => row.at.slice(0, 10)))].sort()
    return days.map((day) => ({ day, ...counted(rows.filter((row) => row.at.startsWith(day))) }))
  }
}

function counted(rows) {
  const of = (type) => rows.filter((row) => row.type === type)
  const people = (list) => new Set(list.map((row) => row.email))
  const contacted = people(of('email_sent'))
  const share = (who) => (contacted.size === 0 ? null : [...who].filter((email) => contacted.has(email)).length / contacted.size)
  const positive = people(of('reply_received').filter((row) => /price|Thursday/.test(row.raw.reply_text_snippet ?? '')))
  const sent = of('email_sent').length
  const bounced = of('email_bounced').length
  return {
    emails_sent: sent,
    emails_bounced: bounced,
    leads_contacted: contacted.size,
    leads_opened: people(of('email_opened')).size,
    leads_clicked: people(of('email_clicked')).size,
    leads_replied: people(of('reply_received')).size,
    positive_replies: positive.size,
    meetings_booked: of('lead_meeting_booked').length,
    open_rate: share(people(of('email_opened'))),
    human_open_rate: share(people(of('email_opened'))) * 0.7,
    click_rate: share(people(of('email_clicked'))),
    reply_rate: share(people(of('reply_received'))),
    positive_reply_rate: share(positive),
    bounce_rate: sent === 0 ? null : bounced / sent,
    spam_rate: sent === 0 ? null : 0,
    unsubscribe_rate: sent === 0 ? null : 0,
    cohort: {},
    definitions: {
      reply_rate: { numerator: 'leads with a reply so far', denominator: 'leads first contacted in this span' },
      positive_reply_rate: { numerator: 'leads with a positive reply so far', denominator: 'leads first contacted in this span' },
      bounce_rate: { numerator: 'e-mails that bounced so far', denominator: 'e-mails sent in this span' },
    },
  }
}

function statusAfter(status, type, category) {
  if (type === 'lead_meeting_booked') return 'meeting_booked'
  if (status === 'meeting_booked' || status === 'bounced') return status
  if (type === 'email_bounced') return 'bounced'
  if (category === 'interested' || category === 'meeting_request') return 'interested'
  if (category === 'not_interested') return 'not_interested'
  if (category === 'out_of_office') return 'out_of_office'
  if (type === 'reply_received') return 'replied'
  return type === 'email_sent' || status !== 'contacted' ? status : 'engaged'
}
