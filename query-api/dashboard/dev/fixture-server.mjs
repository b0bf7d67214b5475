/**
 * Stands in for the API while the dashboard is developed, and serves a finished build under the real content security
 * policy. Never shipped. Keys: fixture-admin, fixture-org, fixture-empty (no events yet), fixture-new (an administrator
 * without organizations), fixture-down (the tables fail), fixture-forbidden, fixture-slow, fixture-offline (no live updates),
 * fixture-connected (may send through Instantly), fixture-stubborn (takes no change), fixture-big (5,000 conversations).
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { Inbox } from './inbox.mjs'
import { Settings } from './settings.mjs'
import { World } from './world.mjs'

const PORT = Number(process.env.PORT ?? 8787)
const DIST = process.env.DASHBOARD_OUT ?? 'dist'
const PACE_MS = Number(process.env.PACE_MS ?? 1_500)
const WINDOWS = { '24h': 86_400_000, '7d': 604_800_000, '30d': 2_592_000_000, all: Number.MAX_SAFE_INTEGER / 2 }
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

const worlds = new Map([
  ['kestrel', new World('kestrel', 'Kestrel Outreach GmbH', 7, 220)],
  ['marlowe', new World('marlowe', 'Marlowe & Daughters', 11, 60)],
  ['quiet', new World('quiet', 'Quiet Harbour Ltd', 13, 0)],
])
const inboxes = new Map([...worlds].map(([id, world]) => [id, new Inbox(world)]))
const bigInbox = new Inbox(worlds.get('kestrel'), 5_000)
const settings = new Map([...worlds].map(([id]) => [id, new Settings()]))
const keys = {
  'fixture-admin': { role: 'admin', organization_id: null, name: 'Administrator' },
  'fixture-new': { role: 'admin', organization_id: null, name: 'Administrator' },
  'fixture-empty': { role: 'organization', organization_id: 'quiet', name: 'Quiet Harbour Ltd' },
}
for (const key of ['org', 'down', 'forbidden', 'slow', 'offline', 'connected', 'stubborn', 'big', 'busy']) {
  keys[`fixture-${key}`] = { role: 'organization', organization_id: 'kestrel', name: 'Kestrel Outreach GmbH' }
}
const listeners = new Set()
let eventNumber = 0

setInterval(() => {
  for (const world of worlds.values()) {
    if (world.leads.size === 0) continue
    const activity = world.happen()
    const id = ++eventNumber
    for (const listener of listeners) {
      if (listener.organizationId !== world.organizationId) continue
      listener.response.write(`id: ${id}\nevent: activity\ndata: ${JSON.stringify(activity)}\n\n`)
      if (activity.type === 'reply_received') listener.response.write(`id: ${id}r\nevent: reply\ndata: ${JSON.stringify(activity)}\n\n`)
      const lead = world.ranking()
      const hot = lead.items.find((item) => item.lead_email === activity.lead_email && item.hot)
      if (hot && activity.type === 'email_clicked') {
        listener.response.write(`id: ${id}h\nevent: hot\ndata: ${JSON.stringify({ lead_email: hot.lead_email, score: hot.score, threshold: lead.threshold, at: activity.at, organization_id: world.organizationId })}\n\n`)
      }
    }
  }
}, PACE_MS)

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://fixture')
  if (!url.pathname.startsWith('/api/')) return page(url, response)
  const requestId = request.headers['x-request-id'] ?? 'fixture'
  const answer = (status, body) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Request-Id': requestId, 'Cache-Control': 'no-store' })
    response.end(JSON.stringify(body))
  }
  const refuse = (status, code, message) => answer(status, { error: { code, message } })
  const key = (request.headers.authorization ?? '').replace(/^Bearer /, '')
  const who = keys[key]
  if (who === undefined) return refuse(401, 'unauthorized', 'unknown key')
  if (url.pathname === '/api/whoami') return answer(200, who)
  if (key === 'fixture-slow') await new Promise((resolve) => setTimeout(resolve, 3_000))
  if (key === 'fixture-forbidden') return refuse(403, 'forbidden', 'not yours')
  if (key === 'fixture-down' && /hot-leads|stats|inbox|settings/.test(url.pathname)) return refuse(503, 'unavailable', 'warehouse is restarting')
  if (key === 'fixture-offline' && url.pathname === '/api/live') return refuse(503, 'unavailable', 'no live updates')
  if (url.pathname === '/api/admin/organizations' && request.method === 'POST') return answer(201, { organization_id: 'new', name: 'New customer', api_key: 'sbk_shown-once', webhook_secret: 'sbw_shown-once' })
  if (url.pathname === '/api/admin/organizations') {
    const items = key === 'fixture-new' ? [] : [...worlds.values()].map((world) => ({ organization_id: world.organizationId, name: world.name, created_at: '2026-03-02T08:00:00.000Z' }))
    return answer(200, { items, next_starting_after: null })
  }
  if (url.pathname === '/api/admin/quarantine') {
    const items = ['missing_lead_email', 'malformed_json'].map((reason, index) => ({ quarantine_id: `q${index}`, organization_id: 'kestrel', reason, message: ['A lead event names no usable lead e-mail.', 'This is not JSON.'][index], detail: '', received_at: new Date(Date.now() - 7_000_000).toISOString(), size_bytes: 60, raw_base64: btoa(['{"event_type":"email_opened","timestamp":"2026-11-20T10:00:00Z"}', '{"event_type":'][index]) }))
    return answer(200, { items, next_starting_after: null })
  }
  if (url.pathname === '/api/admin/quarantine/replay') return answer(200, { replayed: 1, accepted: 1, rejected: 1, skipped: 0, items: [] })
  if (url.pathname === '/api/admin/pipeline') {
    const accepted = [...worlds.values()].reduce((sum, world) => sum + world.sequence, 18_400)
    const lag = Date.now() % 20_000 < 6_000 ? 14 : 0
    return answer(200, { accepted, quarantined: 3, duplicates: 212, processed: accepted - 212 - lag, stored: accepted - 212 - lag, lag })
  }
  const world = worlds.get(who.organization_id ?? url.searchParams.get('organization_id'))
  if (world === undefined) return refuse(400, 'organization_missing', 'name the organization')
  if (url.pathname === '/api/live') return listen(world, request, response, key === 'fixture-busy')
  if (url.pathname === '/api/hot-leads') return answer(200, ranked(key === 'fixture-big' ? manyLeads(world) : world.ranking(), url.searchParams))
  const windowMs = WINDOWS[url.searchParams.get('window') ?? 'all']
  const byDay = url.searchParams.get('group_by') === 'day'
  if (url.pathname === '/api/instantly/stats') return answer(200, byDay ? { items: world.days(windowMs) } : world.stats(windowMs))
  const standing = (row) => ({ ...row, status: settings.get(world.organizationId).standing(row.campaign_id ?? row.account_id) })
  if (url.pathname === '/api/instantly/campaigns' && request.method === 'GET') return answer(200, { items: world.campaigns(windowMs).map(standing), next_starting_after: null, definitions: world.stats(0).definitions })
  if (url.pathname === '/api/instantly/email-accounts') return answer(200, { items: world.accounts(windowMs).map(standing), next_starting_after: null, definitions: world.stats(0).definitions })
  if (key === 'fixture-stubborn' && request.method !== 'GET') return setTimeout(() => refuse(503, 'unavailable', 'not now'), 400)
  const inbox = key === 'fixture-big' ? bigInbox : inboxes.get(world.organizationId)
  const canSend = key === 'fixture-connected' || key === 'fixture-admin'
  if (url.pathname === '/api/fixture/reply') return replyNow(inbox, world, answer)
  if (/^\/api\/(inbox|team)\b/.test(url.pathname) && !url.pathname.startsWith('/api/inbox/templates')) return talk(inbox, world, canSend, url, request, answer, refuse)
  if (settings.get(world.organizationId).knows(url.pathname)) return settings.get(world.organizationId).answer(url.pathname, request.method, await bodyOf(request), canSend, answer, refuse, url.searchParams)
  if (url.pathname === '/api/reply-heatmap') return answer(200, world.heatmap())
  if (url.pathname === '/api/roi') return answer(200, world.roi(url.searchParams))
  if (url.pathname === '/api/cohorts') return answer(200, { items: world.cohorts(), next_starting_after: null })
  if (/^\/api\/(costs|deals)$/.test(url.pathname) && request.method === 'POST') return answer(201, {})
  if (url.pathname === '/api/follow-ups') return answer(200, { items: world.followUps(), next_starting_after: null })
  if (request.method === 'POST' && url.pathname.startsWith('/api/follow-ups/')) {
    world.decided.add(url.pathname.split('/')[3])
    return answer(200, {})
  }
  if (url.pathname === '/api/alerts') return answer(200, { items: world.alerts(), next_starting_after: null })
  if (url.pathname === '/api/ab-tests') return answer(200, { items: world.tests(url.searchParams.get('campaign_id')), next_starting_after: null })
  const campaign = url.pathname.match(/^\/api\/instantly\/campaign\/([^/]+)\/stats$/)?.[1]
  if (campaign !== undefined) {
    const found = world.campaign(campaign, windowMs)
    if (found === null) return refuse(404, 'not_found', 'no such campaign')
    return answer(200, byDay ? { items: world.days(windowMs, (row) => row.campaign_id === campaign) } : found)
  }
  if (url.pathname.startsWith('/api/leads/') && request.method === 'POST') return answer(200, {})
  if (url.pathname.startsWith('/api/leads/')) {
    const lead = world.lead(decodeURIComponent(url.pathname.slice('/api/leads/'.length)))
    return lead === null ? refuse(404, 'not_found', 'no such lead') : answer(200, lead)
  }
  return refuse(404, 'not_found', 'no such path')
})

/** Only here: lets somebody reply at this moment, so that a test need not wait for it. */
function replyNow(inbox, world, answer) {
  const told = inbox.reply()
  for (const listener of listeners) if (listener.organizationId === world.organizationId) listener.response.write(`event: thread\ndata: ${JSON.stringify(told)}\n\n`)
  return answer(200, told)
}

async function talk(inbox, world, canSend, url, request, answer, refuse) {
  const [, , area, id, what, part] = url.pathname.split('/').map(decodeURIComponent)
  const body = await bodyOf(request)
  if (area === 'team') {
    if (id === 'rules') {
      if (request.method === 'PUT') inbox.rules = body.rules
      return answer(200, { rules: inbox.rules })
    }
    if (request.method === 'POST') inbox.members.push({ member_id: `m${inbox.members.length + 1}`, email: null, active: true, assigned_leads: 0, ...body })
    if (request.method === 'PUT') Object.assign(inbox.members.find((member) => member.member_id === what) ?? {}, body)
    if (request.method === 'DELETE') inbox.members = inbox.members.filter((member) => member.member_id !== what)
    return request.method === 'GET' ? answer(200, { items: inbox.members, next_starting_after: null }) : answer(200, {})
  }
  if (id === undefined) return answer(200, inbox.list(url.searchParams))
  const thread = inbox.find(id)
  if (thread === undefined) return refuse(404, 'not_found', 'no such thread')
  if (request.method === 'GET') return answer(200, inbox.detail(thread, canSend))
  if (what === 'notes') {
    if (request.method === 'DELETE') thread.notes = thread.notes.filter((note) => note.note_id !== part)
    else thread.notes.push({ note_id: `n${Date.now()}`, text: body.text, by: null, at: new Date().toISOString() })
  } else if (what === 'reply') {
    if (!canSend) return refuse(409, 'no_connection', 'no connection')
    thread.sent.push({ at: new Date().toISOString(), text: body.text })
    thread.done = true
  } else {
    const changed = inbox.change(thread, what, body, canSend)
    for (const listener of listeners) if (listener.organizationId === world.organizationId) listener.response.write(`event: thread\ndata: ${JSON.stringify({ thread_id: id, lead_email: thread.lead_email, folder: changed.folder, unread: thread.unread })}\n\n`)
    return answer(200, changed)
  }
  return answer(what === 'done' ? 200 : 201, {})
}

async function bodyOf(request) {
  let text = ''
  try {
    for await (const chunk of request) text += chunk
    return text === '' ? {} : JSON.parse(text)
  } catch {
    // A page that is closed breaks off its requests.
    return {}
  }
}

/** Ten thousand of them, made of those there are. */
function manyLeads(world) {
  const { items, threshold } = world.ranking()
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...items[index % items.length], lead_email: `lead${index}@many.example`, score: 900 - index / 12, hot: index < 1_000 }))
  return { items: many, threshold, scored_leads: many.length }
}

function ranked({ items, ...rest }, query) {
  const wanted = query.get('hot') === 'true' ? items.filter((lead) => lead.hot) : items
  const from = Number(query.get('starting_after') ?? 0)
  const to = from + Number(query.get('limit') ?? 25)
  return { items: wanted.slice(from, to), ...rest, next_starting_after: to < wanted.length ? String(to) : null }
}

/** A busy one carries fifty events a second more than what happens in the world. */
function listen(world, request, response, busy) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': hello\n\n')
  const listener = { organizationId: world.organizationId, response }
  const heartbeat = setInterval(() => response.write(': still here\n\n'), 15_000)
  const rush = busy ? setInterval(() => response.write(`id: ${++eventNumber}\nevent: activity\ndata: ${JSON.stringify(world.happen())}\n\n`), 20) : undefined
  listeners.add(listener)
  request.on('close', () => {
    listeners.delete(listener)
    clearInterval(heartbeat)
    clearInterval(rush)
  })
}

function page(url, response) {
  const asked = join(DIST, normalize(decodeURIComponent(url.pathname)))
  const found = url.pathname !== '/' && asked.startsWith(DIST) && existsSync(asked) && extname(asked) in TYPES
  const file = found ? asked : join(DIST, 'index.html')
  if (!existsSync(file)) return response.writeHead(404).end('build first')
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)], 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': url.pathname.startsWith('/assets/') ? 'cross-origin' : 'same-origin' })
  response.end(readFileSync(file))
}

server.listen(PORT, '127.0.0.1', () => console.log(`fixture server on http://127.0.0.1:${PORT}`))
