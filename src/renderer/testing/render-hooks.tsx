import type { ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import { createApi } from '../lib/api.ts'
import { AppContext } from '../lib/app-context.ts'
import { createQueryClient } from '../lib/query-client.ts'

/** Answers one call, or throws its failure. */
export type Answer = (path: string, input: unknown) => unknown

/** Runs a hook with only the app's cache around it; `asked` lists the paths of all calls so far. */
export function renderInCache<T>(hook: () => T, answer: Answer = () => null) {
  const asked: string[] = []
  const api = createApi(async (path, input) => {
    asked.push(path)
    try {
      return { ok: true, value: await answer(path, input) }
    } catch (cause) {
      const code: ErrorCode = cause instanceof AppError ? cause.code : 'internal'
      return { ok: false, code, places: [] }
    }
  })
  const queryClient = createQueryClient(api)
  const events = { subscribe: () => () => undefined }
  function wrapper({ children }: { children: ReactNode }) {
    return (
      <AppContext value={{ api, events }}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </AppContext>
    )
  }
  return { ...renderHook(hook, { wrapper }), asked, queryClient }
}
