import { useState } from 'react'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { agendaItemIdSchema, type AgendaEntry } from '#shared/supervision/agenda.ts'
import { useChange } from '../lib/change.ts'

/** What is on the screen at an address and can be put on the agenda of supervision; null if there is nothing. */
export function entryAt(pathname: string): AgendaEntry | null {
  const [, client, session] = /^\/clients\/([^/]+)(?:\/sessions\/([^/]+))?$/.exec(pathname) ?? []
  const { data: clientId } = clientIdSchema.safeParse(client)
  if (clientId === undefined) return null
  const id = agendaItemIdSchema.parse(crypto.randomUUID())
  if (session === undefined) return { id, kind: 'client', clientId }
  const { data: sessionId } = sessionIdSchema.safeParse(session)
  return sessionId === undefined ? null : { id, kind: 'session', sessionId }
}

/** Puts what is on the screen on the agenda of supervision, and remembers it for the notice. */
export function usePicking() {
  const adding = useChange('supervision.add')
  const [picked, setPicked] = useState<{ kind: 'client' | 'session'; pathname: string } | null>(null)
  return {
    picked,
    failure: adding.error,
    /** Returns whether there is something to put on the agenda. */
    pick: (pathname: string): boolean => {
      const entry = entryAt(pathname)
      if (entry === null || entry.kind === 'own') return false
      const { kind } = entry
      adding.mutate(entry, { onSuccess: () => setPicked({ kind, pathname }) })
      return true
    },
    close: (): void => {
      adding.reset()
      setPicked(null)
    },
  }
}

export type Picking = ReturnType<typeof usePicking>
