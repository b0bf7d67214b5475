/** The invented inbox: conversations, what people did to them, and the team. Only for development. */
import { seeded } from './world.mjs'

const HOUR_MS = 3_600_000
const KINDS = [
  { category: 'interested', confidence: 0.93, text: 'Sounds interesting, could you send me the price list for 40 seats?\n\nBest,\n' },
  { category: 'meeting_request', confidence: 0.97, text: 'Happy to talk. Does Thursday at 10 work for you?\n\nKind regards\n' },
  { category: 'question', confidence: 0.81, text: 'Does this work together with the calendar we already use?\n\nThanks\n' },
  { category: null, guesses: [['question', 0.41], ['interested', 0.33]], text: 'Hm. And how would that look for a team that is spread over three countries?\n' },
  { category: 'not_interested', confidence: 0.95, text: 'Thank you, but we have just renewed with somebody else.\n' },
  { category: 'out_of_office', confidence: 0.99, automatic: true, text: 'I am out of the office until Monday and will answer after that.\n' },
  { category: 'interested', confidence: 0.88, language: 'de', text: 'Guten Tag,\n\ndas klingt gut. Wann passt es Ihnen für einen Termin?\n\nViele Grüße\n' },
  { category: 'unsubscribe', confidence: 0.96, text: 'Please take me off your list.\n' },
  { category: null, guesses: [['wrong_person', 0.46], ['other', 0.29]], language: 'de', text: 'Das macht bei uns die Kollegin im Einkauf, glaube ich.\n' },
  { category: 'wrong_person', confidence: 0.9, text: 'I left purchasing last year; ask our Head of Operations instead.\n' },
]
const SUBJECTS = ['A shorter way to your quotes', 'Idea for your sales team', 'Angebot für Ihr Team']
const NEGATIVE = ['not_interested', 'unsubscribe', 'wrong_person']
const FOLDERS = ['to_answer', 'decide', 'out_of_office', 'negative', 'done', 'all']
const MEMBERS = [
  { member_id: 'm1', name: 'Lena Ostmann', email: 'lena@kestrel.example', active: true, assigned_leads: 14 },
  { member_id: 'm2', name: 'Tomasz Wilk', email: null, active: true, assigned_leads: 9 },
  { member_id: 'm3', name: 'Priya Anand', email: 'priya@kestrel.example', active: false, assigned_leads: 0 },
]
const ANSWERS = [
  { template_id: 'a1', own: true, category: 'interested', language: 'en', campaign_id: null, name: 'Price list', subject: null, text: 'Hi {{first_name|there}},\n\nhere is the price list you asked for. Shall we go through it together? {{calendar_link}}\n' },
  { template_id: null, own: false, category: 'question', language: 'en', campaign_id: null, name: 'Answer a question', subject: null, text: 'Hi {{first_name|there}},\n\ngood question. In short: yes.\n' },
]

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)

export class Inbox {
  constructor(world, more = 0) {
    this.random = seeded(world.sequence + 5)
    this.marks = new Map()
    this.members = world.leads.size === 0 ? [] : MEMBERS.map((member) => ({ ...member }))
    this.rules = world.leads.size === 0 ? [] : [{ campaign_id: null, member_ids: ['m1', 'm2'] }]
    this.answers = ANSWERS.map((answer) => ({ ...answer }))
    this.threads = []
    const leads = [...world.leads.values()].filter((lead) => lead.timeline.some((row) => row.type === 'reply_received'))
    for (let index = 0; index < leads.length + more; index++) this.#add(leads[index % Math.max(1, leads.length)], index, index >= leads.length)
    this.threads.sort((a, b) => b.last_reply_at.localeCompare(a.last_reply_at))
  }

  #add(lead, index, invented) {
    const kind = KINDS[index % KINDS.length]
    const [first, last] = lead.email.split('@')[0].split('.').map(capital)
    const email = invented ? lead.email.replace('@', `.${index}@`) : lead.email
    const named = index % 7 !== 3
    const at = new Date(Date.now() - (index < 3 ? (index + 1) * 0.4 : 1 + index * (1 + this.random())) * HOUR_MS).toISOString()
    this.threads.push({
      thread_id: `t${index}`, lead_email: email, lead_name: named ? `${first} ${last}` : null, company: named ? `${capital(lead.email.split('@')[1].split('.')[0])} Ltd` : null,
      campaign_id: lead.campaign.id, campaign_name: lead.campaign.name, account: lead.account, subject: SUBJECTS[index % 3], first_reply_at: at, last_reply_at: at,
      snippet: kind.text.replaceAll(/\s+/g, ' ').trim().slice(0, 120), reply_count: 1 + (index % 2), category: kind.category, category_source: kind.category === null ? null : 'model', confidence: kind.confidence ?? null,
      guesses: (kind.guesses ?? []).map(([category, probability]) => ({ category, probability })), undecided: kind.category === null, automatic: kind.automatic ?? false,
      return_date: kind.automatic ? '2026-12-01' : null, language: kind.language ?? 'en', unread: index % 3 === 0, done: index % 11 === 10, assigned_to: index % 4 === 1 ? { member_id: 'm1', name: 'Lena Ostmann' } : null,
      note_count: 0, lead_status: 'replied', hot: index % 6 === 0, score: Math.round(900 - 7 * (index % 120)) / 10, kind, notes: index === 1 ? [{ note_id: 'n1', text: 'Knows Tomasz from the fair in spring.', by: 'Lena Ostmann', at }] : [], corrections: [], sent: [],
    })
  }

  /** Somebody else replies right now. */
  reply() {
    const [first] = this.threads
    const at = new Date().toISOString()
    const id = `t${this.threads.length}`
    this.threads.unshift({ ...first, thread_id: id, lead_email: `new.${first.lead_email}`, lead_name: 'Nora Neu', first_reply_at: at, last_reply_at: at, unread: true, done: false, notes: [], corrections: [], sent: [] })
    return { thread_id: id, lead_email: this.threads[0].lead_email, folder: 'to_answer', unread: true }
  }

  #folder(thread) {
    if (thread.done) return 'done'
    if (thread.automatic || thread.category === 'out_of_office') return 'out_of_office'
    if (thread.undecided) return 'decide'
    return NEGATIVE.includes(thread.category) ? 'negative' : 'to_answer'
  }

  #item(thread, q = '') {
    const { kind, notes, corrections, sent, ...item } = thread
    const at = thread.snippet.toLowerCase().indexOf(q.toLowerCase())
    const highlights = q === '' || at === -1 ? [] : [{ event_id: thread.thread_id, at: thread.last_reply_at, segments: [{ text: thread.snippet.slice(0, at), match: false }, { text: thread.snippet.slice(at, at + q.length), match: true }, { text: thread.snippet.slice(at + q.length), match: false }] }]
    return { ...item, folder: this.#folder(thread), note_count: notes.length, ...(q === '' ? {} : { highlights }) }
  }

  list(query) {
    const is = (name, field) => query.get(name) === null || String(field ?? '') === query.get(name)
    const wanted = this.threads.filter((thread) =>
      is('lead_email', thread.lead_email) && is('category', thread.category) && is('campaign_id', thread.campaign_id) && is('account', thread.account) && is('unread', thread.unread) &&
      (query.get('assigned_to') === null || (thread.assigned_to?.member_id ?? 'nobody') === query.get('assigned_to')))
    const folders = Object.fromEntries(FOLDERS.map((folder) => {
      const within = wanted.filter((thread) => folder === 'all' || this.#folder(thread) === folder)
      return [folder, { threads: within.length, unread: within.filter((thread) => thread.unread).length }]
    }))
    const folder = query.get('folder') ?? 'all'
    const q = query.get('q') ?? ''
    const found = wanted.filter((thread) => (folder === 'all' || this.#folder(thread) === folder) && (q === '' || thread.snippet.toLowerCase().includes(q.toLowerCase())))
    const from = Number(query.get('starting_after') ?? 0)
    const to = from + Number(query.get('limit') ?? 25)
    const waiting = wanted.filter((thread) => this.#folder(thread) === 'to_answer').map((thread) => thread.last_reply_at).sort()
    return { items: found.slice(from, to).map((thread) => this.#item(thread, q)), next_starting_after: to < found.length ? String(to) : null, folders, oldest_waiting_since: waiting[0] ?? null }
  }

  find(id) {
    return this.threads.find((thread) => thread.thread_id === id)
  }

  detail(thread, canSend) {
    const name = (thread.lead_name ?? 'there').split(' ')[0]
    const reply = thread.kind.text + (thread.lead_name ?? '')
    const sentAt = new Date(Date.parse(thread.last_reply_at) - 26 * HOUR_MS).toISOString()
    const message = (more) => ({ event_id: `${thread.thread_id}-${more.kind}-${more.at}`, subject: thread.subject, step: null, variant: null, quoted: null, html: null, language: thread.language, category: null, category_source: null, confidence: null, opened: null, ...more })
    return {
      ...this.#item(thread),
      messages: [
        message({ direction: 'out', kind: 'sent', at: sentAt, from: thread.account, to: thread.lead_email, step: 1, variant: 2, opened: true, text: `Hi ${name},\n\nteams like yours lose an hour a day on quotes. May I show you how others got it back?\n\nNina` }),
        message({ direction: 'in', kind: thread.automatic ? 'auto_reply' : 'reply', at: thread.last_reply_at, from: thread.lead_email, to: thread.account, text: reply, quoted: `On Monday Nina wrote:\n> Hi ${name},\n> teams like yours lose an hour a day on quotes.`, category: thread.category, category_source: thread.category_source, confidence: thread.confidence,
          html: `<div><p>${reply.replaceAll('\n', '<br>')}</p><p><a href="https://calendar.example/${thread.thread_id}" rel="noopener noreferrer">My calendar</a></p><table border="0"><tbody><tr><td><b>${thread.lead_name ?? ''}</b></td></tr></tbody></table><blockquote>Hi ${name}, teams like yours lose an hour a day on quotes.</blockquote></div>` }),
        ...thread.sent.map((sent) => message({ direction: 'out', kind: 'answer', sending: 'sent', from: thread.account, to: thread.lead_email, ...sent })),
      ],
      notes: thread.notes, corrections: thread.corrections, can_send: canSend,
      unibox_url: `https://unibox.example/?thread_search=thread:${thread.thread_id}`,
      suggestions: [
        { template_id: 'a1', category: 'interested', language: 'en', name: 'Price list', subject: null, text: `Hi ${name},\n\nhere is the price list you asked for. Shall we go through it together? {{calendar_link}}\n\nNina`, missing: ['calendar_link'] },
        { template_id: null, category: 'question', language: 'en', name: 'Answer a question', subject: null, text: `Hi ${name},\n\ngood question. In short: yes.\n\nNina`, missing: [] },
      ],
    }
  }

  change(thread, what, body, canSend) {
    if (what === 'read') thread.unread = body.unread
    if (what === 'done') thread.done = body.done
    if (what === 'assign') thread.assigned_to = this.members.filter((member) => member.member_id === body.member_id).map(({ member_id, name }) => ({ member_id, name }))[0] ?? null
    if (what === 'category') {
      const { kind } = thread
      const own = { category: kind.category, category_source: kind.category === null ? null : 'model', confidence: kind.confidence ?? null, undecided: kind.category === null, guesses: (kind.guesses ?? []).map(([category, probability]) => ({ category, probability })), automatic: kind.automatic ?? false }
      Object.assign(thread, body.category === null ? own : { category: body.category, category_source: 'person', confidence: null, undecided: false, guesses: [], automatic: body.category === 'out_of_office' })
      thread.corrections.push({ category: body.category, by: null, at: new Date().toISOString(), event_id: thread.thread_id })
      return this.detail(thread, canSend)
    }
    return this.#item(thread)
  }
}
