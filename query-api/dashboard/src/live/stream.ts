import { createParser } from 'eventsource-parser'

/** What the top bar says about the live connection. */
export type LiveState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly retryAtMs: number }
  | { readonly kind: 'refused'; readonly status: number }

export interface LiveMessage {
  readonly event: string
  readonly data: string
}

export interface StreamOptions {
  readonly url: string
  readonly key: string
  readonly onMessage: (message: LiveMessage) => void
  readonly onState: (state: LiveState) => void
  readonly fetch?: typeof fetch
  readonly random?: () => number
}

/** A heartbeat comment is due far more often; silence this long means a dead connection. */
const SILENCE_MS = 60_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
const LARGEST_MESSAGE_CHARS = 1_048_576

/** Doubles up to half a minute and scatters, so that many pages do not come back in the same second. */
export function retryDelayMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)
  return Math.round(ceiling * (0.5 + random() / 2))
}

/** Server-sent events over fetch, because EventSource cannot carry the key. Returns the function that ends it. */
export function openStream(options: StreamOptions): () => void {
  const ended = new AbortController()
  void run(options, ended.signal)
  return () => ended.abort()
}

async function run(options: StreamOptions, ended: AbortSignal): Promise<void> {
  const random = options.random ?? Math.random
  let lastEventId = ''
  let attempt = 0
  while (!ended.aborted) {
    options.onState({ kind: 'connecting' })
    try {
      const status = await listen(options, ended, lastEventId, {
        onOpen: () => {
          attempt = 0
          options.onState({ kind: 'live' })
        },
        onId: (id) => (lastEventId = id),
      })
      if (status === 401 || status === 403) {
        if (!ended.aborted) options.onState({ kind: 'refused', status })
        return
      }
    } catch {
      // Reset, proxy time-out, sleep of the laptop: all the same, try again below.
    }
    if (ended.aborted) return
    const delayMs = retryDelayMs(attempt++, random)
    options.onState({ kind: 'waiting', retryAtMs: Date.now() + delayMs })
    await pause(delayMs, ended)
  }
}

interface Hooks {
  readonly onOpen: () => void
  readonly onId: (id: string) => void
}

async function listen(options: StreamOptions, ended: AbortSignal, lastId: string, hooks: Hooks): Promise<number> {
  const silent = new AbortController()
  let watchdog = setTimeout(() => silent.abort(), SILENCE_MS)
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream', Authorization: `Bearer ${options.key}` }
    if (lastId !== '') headers['Last-Event-ID'] = lastId
    const signal = AbortSignal.any([ended, silent.signal])
    const call = options.fetch ?? fetch
    const response = await call(options.url, { headers, signal, cache: 'no-store', credentials: 'omit' })
    if (!response.ok || response.body === null) return response.status
    hooks.onOpen()
    const parser = createParser({
      maxBufferSize: LARGEST_MESSAGE_CHARS,
      onEvent: (event) => {
        if (event.id !== undefined) hooks.onId(event.id)
        options.onMessage({ event: event.event ?? 'message', data: event.data })
      },
    })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return response.status
      clearTimeout(watchdog)
      watchdog = setTimeout(() => silent.abort(), SILENCE_MS)
      parser.feed(value)
    }
  } finally {
    clearTimeout(watchdog)
  }
}

function pause(delayMs: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      ended.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, delayMs)
    ended.addEventListener('abort', finish)
  })
}
