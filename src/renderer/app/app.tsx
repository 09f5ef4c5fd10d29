import { useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { Api } from '#shared/contract/contract.ts'
import { AppContext } from '../lib/app-context.ts'
import type { AppEvents } from '../lib/events.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { LockGate } from './lock-gate.tsx'

/** The whole page: the context of every screen, and the gate that decides which screens are shown. */
export function App({ api, events }: { api: Api; events: AppEvents }) {
  const [queryClient] = useState(() => createQueryClient(api))
  const [context] = useState({ api, events })
  return (
    <AppContext value={context}>
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <LockGate />
        </ErrorBoundary>
      </QueryClientProvider>
    </AppContext>
  )
}
