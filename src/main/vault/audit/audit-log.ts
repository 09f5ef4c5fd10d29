import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import { AppError } from '#shared/contract/result.ts'
import { changeUncounted } from '../database/change.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { VaultContext } from '../database/vault-context.ts'
import type { AuditRepository, NewAuditEntry } from './audit.repository.ts'

/** How long something that was only looked at may wait to be written. */
export const writtenWithinMilliseconds = 1_000
/** One visit: looking at the same client or session again within this time is no new entry. */
export const visitMinutes = 15
/** While the disk refuses to take entries, the newest are let go from this many on. */
const mostWaiting = 10_000

/**
 * The audit log of an open vault.
 *
 * What changes something is written in the same transaction as the change, or neither is there. What was only looked
 * at waits for up to a second, so that looking never waits for the disk; a process that is killed in that second
 * loses it.
 */
export function createAuditLog({ db, now, zone }: VaultContext, entries: AuditRepository) {
  let waiting: NewAuditEntry[] = []
  let timer: NodeJS.Timeout | null = null
  const lastSeen = new Map<string, number>()

  const entryOf = ({ kind, clientId = null, sessionId = null, count = null }: AuditEvent): NewAuditEntry => {
    return { at: now().toISOString(), zone: zone(), kind, clientId, sessionId, count }
  }

  /** Runs an action with its entries as one transaction, those that waited first: the log stays in order. */
  const writing = <T>(action: () => { result: T; events: readonly AuditEvent[] }): T => {
    const written = waiting
    const result = changeUncounted(db, () => {
      entries.append(written)
      const done = action()
      entries.append(done.events.map(entryOf))
      return done.result
    })
    waiting = waiting.filter((entry) => !written.includes(entry))
    return result
  }

  /** Writes what waits. A disk that can't take it now must not keep anybody from working: it goes on waiting. */
  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.length === 0 || !db.open || db.inTransaction) return
    try {
      writing(() => ({ result: undefined, events: [] }))
    } catch (cause) {
      if (!(explainStorageFailure(cause) instanceof AppError)) throw cause
    }
  }

  const wait = (event: AuditEvent): void => {
    if (waiting.length < mostWaiting) waiting.push(entryOf(event))
    timer ??= setTimeout(flush, writtenWithinMilliseconds).unref()
  }

  return {
    /** Runs a change; what it says happened goes to the log in the same transaction. */
    change: <T>(action: () => T, eventsOf: (result: T) => readonly AuditEvent[]): T =>
      writing(() => {
        const result = action()
        return { result, events: eventsOf(result) }
      }),
    /** Adds entries to a transaction of the caller's. */
    addTo: (events: readonly AuditEvent[]): void => {
      if (!db.inTransaction) throw new Error('an entry is added to the change that it is about')
      entries.append(events.map(entryOf))
    },
    /** Notes what has happened already and can't be undone, at once where the disk can take it. */
    note: (event: AuditEvent): void => {
      wait(event)
      flush()
    },
    /** Notes that something is being looked at, once for each visit. */
    noteView: (event: AuditEvent): void => {
      const subject = `${event.kind} ${event.sessionId ?? event.clientId ?? ''}`
      const moment = now().getTime()
      const seen = lastSeen.get(subject)
      lastSeen.set(subject, moment)
      if (seen !== undefined && Math.abs(moment - seen) < visitMinutes * 60_000) return
      wait(event)
    },
    flush,
    head: entries.head,
    select: (selection: Parameters<AuditRepository['select']>[0]) => {
      flush()
      return entries.select(selection)
    },
  }
}

export type AuditLog = ReturnType<typeof createAuditLog>
