/** One place that talks to the server: adds the key, names each request, turns failures into ApiError. */

const TIMEOUT_MS = 15_000

export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string,
    /** What the server adds, such as which lines are wrong. */
    readonly details: unknown = null,
  ) {
    super(message)
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Random, and available without a secure context, which crypto.randomUUID is not. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function pathWith(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

export async function getJson<T>(key: string, path: string, query: Query = {}, signal?: AbortSignal, timeoutMs = TIMEOUT_MS): Promise<T> {
  return ask<T>(key, { method: 'GET' }, path, query, signal, timeoutMs)
}

/** Changes something; without a body where the path says it all. */
export async function sendJson<T>(key: string, method: 'POST' | 'PUT' | 'DELETE', path: string, query: Query = {}, body?: unknown, headers: Readonly<Record<string, string>> = {}, timeoutMs = TIMEOUT_MS): Promise<T> {
  const init: RequestInit = body === undefined ? { method, headers } : { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }
  return ask<T>(key, init, path, query, undefined, timeoutMs)
}

export async function sendText<T>(key: string, path: string, type: string, text: string, query: Query = {}): Promise<T> {
  return ask<T>(key, { method: 'POST', body: text, headers: { 'Content-Type': type } }, path, query)
}

async function ask<T>(key: string, init: RequestInit, path: string, query: Query, signal?: AbortSignal, timeoutMs = TIMEOUT_MS): Promise<T> {
  const requestId = newRequestId()
  const timeout = AbortSignal.timeout(timeoutMs)
  let response: Response
  try {
    response = await fetch(pathWith(path, query), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Accept: 'application/json', Authorization: `Bearer ${key}`, 'X-Request-Id': requestId },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      cache: 'no-store',
      credentials: 'omit',
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, timeout.aborted ? 'timeout' : 'unreachable', 'no answer', requestId)
  }
  const answeredId = response.headers.get('X-Request-Id') ?? requestId
  if (!response.ok) throw await failure(response, answeredId)
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch {
    throw new ApiError(response.status, 'unreadable', 'the answer is not JSON', answeredId)
  }
}

async function failure(response: Response, requestId: string): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {}
  const code = typeof error['code'] === 'string' ? error['code'] : `http_${response.status}`
  const message = typeof error['message'] === 'string' ? error['message'] : response.statusText
  return new ApiError(response.status, code, message, requestId, error['details'] ?? null)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
