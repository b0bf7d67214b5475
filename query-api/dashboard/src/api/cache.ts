import { QueryCache, QueryClient } from '@tanstack/vue-query'
import { signOut } from '../session/session'
import { ApiError } from './client'

const MOST_RETRIES = 2

/** Only what may pass by itself is tried again: no answer, too many requests, trouble on the server. */
export function mayPass(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500
}

export const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ApiError && error.status === 401) signOut(true)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      // The server may be on this very machine, which the browser's idea of being online says nothing about.
      networkMode: 'always',
      retry: (count, error) => count < MOST_RETRIES && mayPass(error),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
  },
})
