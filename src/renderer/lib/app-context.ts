import { createContext, useContext } from 'react'
import type { Api, QueryPath } from '#shared/contract/contract.ts'
import type { About } from '#shared/contract/operations/app.ts'
import type { RestoreResult } from '#shared/contract/operations/backups.ts'
import type { AppEvents } from './events.ts'
import type { UnfeltPath } from './stale.ts'

export interface AppContextValue {
  readonly api: Api
  readonly events: AppEvents
}

export const AppContext = createContext<AppContextValue | null>(null)
export const AboutContext = createContext<About | null>(null)
export const RestoredContext = createContext<((result: RestoreResult) => void) | null>(null)

function useAppContext(): AppContextValue {
  const value = useContext(AppContext)
  if (!value) throw new Error('used outside of the app')
  return value
}

/** What can be called directly: operations that only look, and changes that make nothing stale. */
export type DirectApi = {
  readonly [F in keyof Api]: {
    readonly [K in keyof Api[F] as `${F}.${K & string}` extends QueryPath | UnfeltPath ? K : never]: Api[F][K]
  }
}

/** The typed client of the contract, for calls outside of `useAsk` and `useChange`. */
export function useApi(): DirectApi {
  return useAppContext().api
}

/** The typed client with every change; only `useChange` needs it. */
export function useWholeApi(): Api {
  return useAppContext().api
}

/** What main tells the page. */
export function useEvents(): AppEvents {
  return useAppContext().events
}

/** What runs the app, in which version, on which system. */
export function useAbout(): About {
  const value = useContext(AboutContext)
  if (!value) throw new Error('used before the app knows what it runs on')
  return value
}

/** Hands the page over once another vault is in force: every screen goes, with all that it knew of the one before. */
export function useAfterRestore(): (result: RestoreResult) => void {
  const value = useContext(RestoredContext)
  if (!value) throw new Error('used outside of the gate')
  return value
}
