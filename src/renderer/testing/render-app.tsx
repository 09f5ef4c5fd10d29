import { render } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter as createScreenRouter,
  RouterProvider,
  type RouteComponent,
  useLocation,
} from '@tanstack/react-router'
import type { Handlers } from '#shared/contract/contract.ts'
import type { Host } from '#shared/contract/operation.ts'
import type { VaultState } from '#shared/vault-state.ts'
import type { About } from '#shared/contract/operations/app.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { contract } from '#shared/contract/contract.ts'
import { createRouter, findOperation } from '#shared/contract/router.ts'
import { AboutContext, AppContext } from '../lib/app-context.ts'
import { createApi } from '../lib/api.ts'
import { startI18n } from '../lib/i18n.ts'
import { fakeFormDrafts } from './form-drafts.ts'
import { fakeProofs } from './proofs.ts'
import { createQueryClient } from '../lib/query-client.ts'

type Fakes<Where extends Host> = { readonly [F in keyof Handlers<Where>]?: Partial<Handlers<Where>[F]> }

/** Handlers for the operations that a test needs; all others answer `not-available`. */
export type FakeHandlers = Fakes<'vault'> & Fakes<'app'>

const about: About = {
  name: 'Attune',
  version: '0.0.0',
  runtime: { kind: 'electron', electron: '0', chromium: '0', node: '0' },
  platform: 'linux',
  dataFolder: '/data',
  locale: 'en-US',
}

/** Shows the address, for every address that the test has no screen for. */
function Elsewhere() {
  const { pathname, hash } = useLocation()
  return <p>{`went to ${pathname}${hash === '' ? '' : `#${hash}`}`}</p>
}

/**
 * Shows screens over the contract's own router, which checks a fake's input and output as strictly as in the app.
 * `send` plays the main process and sends the page an event.
 */
export function renderApp({
  at,
  screens,
  handlers,
  state = () => 'open',
  runtime = 'electron',
  platform = 'linux',
}: {
  /** The address to start at, `/clients`. */
  at: string
  /** Screens by the pattern of their address, `/clients/$clientId`. */
  screens: Readonly<Record<string, RouteComponent>>
  handlers: FakeHandlers
  /** The vault's state, read at each request; the app's own screens show when it is open. */
  state?: () => VaultState
  /** The runtime that the app reports. */
  runtime?: About['runtime']['kind']
  /** The system that the app reports. */
  platform?: About['platform']
}) {
  startI18n()
  const listeners = new Set<(event: AppEvent) => void>()
  const events = {
    subscribe: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const failures: unknown[] = []
  const proofs = fakeProofs()
  const served = {
    ...handlers,
    keys: { prove: proofs.prove, ...handlers.keys },
    drafts: { ...fakeFormDrafts(), ...handlers.drafts },
  }
  const hostOf = <Where extends Host>(host: Where) =>
    createRouter({
      operations: contract,
      host,
      // The router looks up each handler by name and refuses missing ones, so a part of them is enough.
      handlers: () => served as Partial<Handlers<Where>>,
      state,
      takesProof: proofs.take,
      report: (path, cause) => failures.push({ path, cause }),
    })
  const vault = hostOf('vault')
  const main = hostOf('app')
  const api = createApi((path, input) =>
    (findOperation(contract, path)?.host === 'app' ? main : vault)({ path, input }),
  )
  const root = createRootRoute({ notFoundComponent: Elsewhere })
  const routes = Object.entries(screens).map(([path, component]) =>
    createRoute({ getParentRoute: () => root, path, component }),
  )
  const router = createScreenRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  const queryClient = createQueryClient(api)
  const view = render(
    <AppContext value={{ api, events }}>
      <AboutContext value={{ ...about, platform, runtime: { ...about.runtime, kind: runtime } }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AboutContext>
    </AppContext>,
  )
  return {
    ...view,
    api,
    queryClient,
    /** Failures in handlers and breaches of the contract; empty in a correct test. */
    failures,
    send: (event: AppEvent) => {
      for (const listener of listeners) listener(event)
    },
  }
}
