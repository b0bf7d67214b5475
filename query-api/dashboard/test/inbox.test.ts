import { describe, expect, it } from 'vitest'
import { en } from '../src/i18n/en'
import { de } from '../src/i18n/de'
import { filterQuery, narrowing, readFilters } from '../src/inbox/filters'
import { heldRows, keepingOpen, nextOf } from '../src/inbox/held'
import { inboxCommandFor } from '../src/inbox/keys'
import { letterPage, openPlaceholders } from '../src/inbox/letter'
import { withThread, type InboxPage } from '../src/inbox/pages'
import { aroundMatch, categories, changed, folderOf, folders, inverse, movedCounts, type Counts, type Thread } from '../src/inbox/thread'
import { latest, open, pushed, UNDO_MS, without } from '../src/inbox/undo'
import { waited } from '../src/inbox/waiting'

const NOW = Date.parse('2026-06-10T12:00:00.000Z')

function thread(id: string, more: Partial<Thread> = {}): Thread {
  return {
    thread_id: id, lead_email: `${id}@x.example`, lead_name: null, company: null, campaign_id: null, campaign_name: null, account: null, subject: null,
    first_reply_at: '2026-06-10T10:00:00.000Z', last_reply_at: '2026-06-10T10:00:00.000Z', snippet: null, reply_count: 1, category: 'interested', category_source: 'model',
    confidence: 0.9, guesses: [], undecided: false, automatic: false, return_date: null, language: null, folder: 'to_answer', unread: false, done: false, assigned_to: null,
    note_count: 0, lead_status: null, hot: false, score: null, ...more,
  }
}

function counts(): Counts {
  return { to_answer: { threads: 3, unread: 1 }, decide: { threads: 1, unread: 0 }, out_of_office: { threads: 0, unread: 0 }, negative: { threads: 0, unread: 0 }, done: { threads: 0, unread: 0 }, all: { threads: 4, unread: 1 } }
}

describe('folders', () => {
  it('hold every conversation exactly once', () => {
    expect(folderOf(thread('a', { done: true, automatic: true }))).toBe('done')
    expect(folderOf(thread('a', { automatic: true, undecided: true }))).toBe('out_of_office')
    expect(folderOf(thread('a', { category: 'out_of_office' }))).toBe('out_of_office')
    expect(folderOf(thread('a', { category: null, undecided: true }))).toBe('decide')
    for (const category of ['not_interested', 'unsubscribe', 'wrong_person']) expect(folderOf(thread('a', { category }))).toBe('negative')
    expect(folderOf(thread('a', { category: null }))).toBe('to_answer')
    expect(folderOf(thread('a', { category: 'other' }))).toBe('to_answer')
  })

  it('have a word in both languages, and so do the categories', () => {
    for (const folder of folders) {
      expect(en.inbox.folders[folder]).not.toBe('')
      expect(de.inbox.folders[folder]).not.toBe(en.inbox.folders[folder])
    }
    expect(categories.every((category) => category in en.categories && category in de.categories)).toBe(true)
    expect(en.inbox.waiting(3, '2 h')).toBe('3 people are waiting for an answer, the oldest for 2 h.')
    expect(de.inbox.waiting(1, '2 h')).toBe('1 Person wartet auf eine Antwort, seit 2 h.')
  })
})

describe('a change', () => {
  it('moves the conversation and the counts', () => {
    const before = thread('a', { unread: true })
    const after = changed(before, { kind: 'category', category: 'unsubscribe' })
    expect(after).toMatchObject({ folder: 'negative', category: 'unsubscribe', category_source: 'person', confidence: null })
    const next = movedCounts(counts(), before, after)
    expect(next.to_answer).toEqual({ threads: 2, unread: 0 })
    expect(next.negative).toEqual({ threads: 1, unread: 1 })
    expect(next.all).toEqual({ threads: 4, unread: 1 })
  })

  it('has an inverse that gives back what a person had said, and nothing more', () => {
    expect(inverse(thread('a'), { kind: 'category', category: 'question' })).toEqual({ kind: 'category', category: null })
    expect(inverse(thread('a', { category_source: 'person' }), { kind: 'category', category: 'question' })).toEqual({ kind: 'category', category: 'interested' })
    expect(inverse(thread('a'), { kind: 'done', done: true })).toEqual({ kind: 'done', done: false })
    expect(inverse(thread('a'), { kind: 'assign', to: { member_id: 'm', name: 'M' } })).toEqual({ kind: 'assign', to: null })
    expect(inverse(thread('a', { unread: true }), { kind: 'unread', unread: false })).toEqual({ kind: 'unread', unread: true })
  })
})

describe('what was searched for', () => {
  it('is brought near the start of the line', () => {
    const match = { text: 'price', match: true }
    expect(aroundMatch([{ text: 'the ', match: false }, match])).toEqual([{ text: 'the ', match: false }, match])
    const cut = aroundMatch([{ text: 'x'.repeat(60), match: false }, match, { text: ' list', match: false }])
    expect(cut.map((segment) => segment.text)).toEqual([`…${'x'.repeat(24)}`, 'price', ' list'])
    expect(aroundMatch([{ text: 'x'.repeat(60), match: false }])).toHaveLength(1)
  })
})

describe('the loaded pages', () => {
  const page = (items: readonly Thread[], next: string | null): InboxPage => ({ items, next_starting_after: next, folders: counts(), oldest_waiting_since: null })
  const at = (hour: number): string => `2026-06-10T${String(hour).padStart(2, '0')}:00:00.000Z`
  const pages = [page([thread('a', { last_reply_at: at(9) }), thread('b', { last_reply_at: at(8) })], '2'), page([thread('c', { last_reply_at: at(7) })], null)]
  const ids = (list: readonly InboxPage[]): string[][] => list.map((each) => each.items.map((item) => item.thread_id))

  it('lose a conversation that leaves the folder, and get it back in its place', () => {
    const before = pages[0]!.items[1]!
    const after = changed(before, { kind: 'done', done: true })
    const gone = withThread(pages, 'to_answer', before, after, true)
    expect(ids(gone)).toEqual([['a'], ['c']])
    expect(gone[1]!.folders.done.threads).toBe(1)
    const back = withThread(gone, 'to_answer', after, before, true)
    expect(ids(back).flat()).toEqual(['a', 'b', 'c'])
    expect(back[0]!.folders).toEqual(counts())
  })

  it('keep it in the folder of all, and do not guess where filters might refuse it', () => {
    const before = pages[0]!.items[0]!
    const after = changed(before, { kind: 'done', done: true })
    expect(ids(withThread(pages, 'all', before, after, true))).toEqual([['a', 'b'], ['c']])
    expect(ids(withThread([page([], null)], 'to_answer', after, before, false))).toEqual([[]])
    expect(ids(withThread([page([], null)], 'to_answer', after, before, true))).toEqual([['a']])
  })
})

describe('a held list', () => {
  const rows = (text: string): { thread_id: string; last_reply_at: string }[] => [...text].map((id) => ({ thread_id: id, last_reply_at: '' }))
  const text = (list: readonly { thread_id: string }[]): string => list.map((row) => row.thread_id).join('')

  it('moves nothing and counts what waits, however often it is asked', () => {
    let held = heldRows(rows('abc'), rows('xcab'))
    expect([text(held.rows), held.fresh]).toEqual(['abc', 2])
    held = heldRows(held.rows, rows('xcab'))
    expect([text(held.rows), held.fresh]).toEqual(['abc', 2])
  })

  it('keeps rows that are gone and takes in older ones below', () => {
    const held = heldRows(rows('abc'), rows('acde'))
    expect([text(held.rows), held.fresh]).toEqual(['abcde', 0])
  })

  it('keeps the open conversation in its place, and knows which comes next', () => {
    expect(text(keepingOpen(rows('abc'), rows('ac'), 'b'))).toBe('abc')
    expect(text(keepingOpen(rows('abc'), rows('ac'), 'c'))).toBe('ac')
    expect(nextOf(rows('abc'), 'b')).toBe('c')
    expect(nextOf(rows('abc'), 'c')).toBe('b')
    expect(nextOf(rows('a'), 'a')).toBeNull()
  })
})

describe('waiting time', () => {
  it('is rounded down and never nothing', () => {
    expect(waited('2026-06-10T11:59:50.000Z', NOW)).toEqual({ count: 1, unit: 'minute' })
    expect(waited('2026-06-10T12:05:00.000Z', NOW)).toEqual({ count: 1, unit: 'minute' })
    expect(waited('2026-06-10T09:01:00.000Z', NOW)).toEqual({ count: 2, unit: 'hour' })
    expect(waited('2026-06-08T13:00:00.000Z', NOW)).toEqual({ count: 47, unit: 'hour' })
    expect(waited('2026-06-07T12:00:00.000Z', NOW)).toEqual({ count: 3, unit: 'day' })
    expect(waited('nonsense', NOW)).toEqual({ count: 1, unit: 'minute' })
  })
})

describe('a key', () => {
  const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false, ...more })

  it('means a category or an action', () => {
    expect(inboxCommandFor(key('1'), false, false, true)).toEqual({ kind: 'category', category: 'interested' })
    expect(inboxCommandFor(key('8'), false, false, true)).toEqual({ kind: 'category', category: 'other' })
    expect(inboxCommandFor(key('9'), false, false, true)).toBeNull()
    expect(inboxCommandFor(key('e'), false, false, true)).toEqual({ kind: 'done' })
    expect(inboxCommandFor(key('toString'), false, false, true)).toBeNull()
  })

  it('is text in a field, with a modifier, and while composing', () => {
    expect(inboxCommandFor(key('e'), true, false, true)).toBeNull()
    expect(inboxCommandFor(key('Escape'), true, false, true)).toBeNull()
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing']) expect(inboxCommandFor(key('e', { [modifier]: true }), false, false, true)).toBeNull()
  })

  it('of one letter can be switched off; Escape and Enter stay', () => {
    expect(inboxCommandFor(key('e'), false, false, false)).toBeNull()
    expect(inboxCommandFor(key('1'), false, false, false)).toBeNull()
    expect(inboxCommandFor(key('Escape'), false, false, false)).toEqual({ kind: 'back' })
    expect(inboxCommandFor(key('Enter'), false, false, false)).toEqual({ kind: 'open' })
    expect(inboxCommandFor(key('Enter'), false, true, false)).toBeNull()
  })

  it('held down goes through the list but does not act on all of it', () => {
    expect(inboxCommandFor(key('j', { repeat: true }), false, false, true)).toEqual({ kind: 'next' })
    expect(inboxCommandFor(key('e', { repeat: true }), false, false, true)).toBeNull()
    expect(inboxCommandFor(key('1', { repeat: true }), false, false, true)).toBeNull()
  })
})

describe('undo', () => {
  it('goes back step by step, for as long as the time lasts', () => {
    const steps = pushed(pushed([], { id: 1, atMs: 0 }), { id: 2, atMs: 5_000 })
    expect(latest(steps, 6_000)?.id).toBe(2)
    expect(latest(without(steps, 2), 6_000)?.id).toBe(1)
    expect(open(steps, UNDO_MS).map((step) => step.id)).toEqual([2])
    expect(latest(steps, 5_000 + UNDO_MS)).toBeNull()
  })
})

describe('filters', () => {
  it('are what the URL says, and back', () => {
    const filters = readFilters({ folder: 'all', unread: 'true', category: 'question', q: 'price', assigned: 'nobody', campaign: ['a', 'b'] })
    expect(filters).toEqual({ folder: 'all', unread: true, category: 'question', campaign: null, account: null, assigned: 'nobody', q: 'price' })
    expect(readFilters(filterQuery(filters))).toEqual(filters)
    expect(narrowing(filters)).toBe(3)
  })

  it('fall back where the URL says nonsense', () => {
    expect(readFilters({ folder: 'x', category: 'y' })).toMatchObject({ folder: 'to_answer', category: null, unread: false })
    expect(Object.values(filterQuery(readFilters({}))).every((value) => value === undefined)).toBe(true)
  })
})

describe('a letter', () => {
  it('is shown in a page that allows its one sheet of styles and nothing else', () => {
    const page = letterPage('<p>Hi</p>', 'https://app.example/assets/letter.css', 'de"><script>', 'dark')
    expect(page).toContain("default-src 'none'; style-src https://app.example/assets/letter.css; base-uri 'none'; form-action 'none'")
    expect(page).not.toContain('<script>')
    expect(page).toContain('<base target="_blank">')
  })

  it('that is suggested says what is still to be filled in', () => {
    expect(openPlaceholders('Hi {{first_name|there}}, {{ calendar_link }} {{calendar_link}}')).toEqual(['first_name', 'calendar_link'])
    expect(openPlaceholders('Hi Ada')).toEqual([])
  })
})
