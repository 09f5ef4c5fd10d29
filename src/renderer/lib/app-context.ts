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
/** Puts what an address shows on the agenda of supervision; does nothing outside of the app's frame. */
export const PickContext = createContext<(pathname: string) => void>(() => undefined)

function useAppContext(): AppContextValue {
  const value = useContext(AppContext)
  if (!value) throw new Error('used outside of the app')
  return value
}

/** Operations that may be called directly: those that only read, and changes that make nothing stale. */
export type DirectApi = {
  readonly [F in keyof Api]: {
    readonly [K in keyof Api[F] as `${F}.${K & string}` extends QueryPath | UnfeltPath ? K : never]: Api[F][K]
  }
}

/** The typed client of the contract, for calls outside of `useAsk` and `useChange`. */
export function useApi(): DirectApi {
  return useAppContext().api
}

/** The typed client with every change, for `useChange` only. */
export function useWholeApi(): Api {
  return useAppContext().api
}

/** Events from main. */
export function useEvents(): AppEvents {
  return useAppContext().events
}

/** The runtime of the app, its version and the system. */
export function useAbout(): About {
  const value = useContext(AboutContext)
  if (!value) throw new Error('used before the app knows what it runs on')
  return value
}

/** Resets the page after another vault is in place: every screen unmounts with its data of the old vault. */
export function useAfterRestore(): (result: RestoreResult) => void {
  const value = useContext(RestoredContext)
  if (!value) throw new Error('used outside of the gate')
  return value
}
