import { createContext } from 'react'
import type { ClientId } from '#shared/records/ids.ts'

/** The client that the charts of a screen are about. */
export interface ChartSubject {
  readonly clientId: ClientId
  readonly code: string
}

/** Says whose charts a screen shows; null, unless a screen says so, for charts about no client. */
export const ChartSubjectContext = createContext<ChartSubject | null>(null)
