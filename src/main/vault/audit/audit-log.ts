import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import { AppError } from '#shared/contract/result.ts'
import { changeUncounted } from '../database/change.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import type { VaultContext } from '../database/vault-context.ts'
import type { AuditRepository, NewAuditEntry } from './audit.repository.ts'

/** A view may wait this long before it is written. */
export const writtenWithinMilliseconds = 1_000
/** Viewing the same client or session again within this time belongs to the same visit and adds no entry. */
export const visitMinutes = 15
/** While the disk refuses entries, new ones beyond this many are dropped. */
const mostWaiting = 10_000

/**
 * The audit log of an open vault.
 *
 * The entry of a change is written in the same transaction as the change. The entry of a view waits for up to a second,
 * so that viewing never waits for the disk; a process killed within that second loses it.
 */
export function createAuditLog({ db, now, zone }: VaultContext, entries: AuditRepository) {
  let waiting: NewAuditEntry[] = []
  let timer: NodeJS.Timeout | null = null
  const lastSeen = new Map<string, number>()

  const entryOf = ({ kind, ...about }: AuditEvent): NewAuditEntry => {
    const { clientId = null, sessionId = null, count = null, contactId = null } = about
    return { at: now().toISOString(), zone: zone(), kind, clientId, sessionId, count, contactId }
  }

  /** Runs an action and writes its entries in one transaction. Waiting entries go first, so the log stays in order. */
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

  /** Writes the waiting entries. If the disk refuses them, they keep waiting and nobody is stopped from working. */
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
    /** Runs a change and logs the events that it reports, in the same transaction. */
    change: <T>(action: () => T, eventsOf: (result: T) => readonly AuditEvent[]): T =>
      writing(() => {
        const result = action()
        return { result, events: eventsOf(result) }
      }),
    /** Adds entries to the caller's transaction. */
    addTo: (events: readonly AuditEvent[]): void => {
      if (!db.inTransaction) throw new Error('an entry is added to the change that it is about')
      entries.append(events.map(entryOf))
    },
    /** Logs an action that is already done and can't be undone. Writes immediately if the disk allows. */
    note: (event: AuditEvent): void => {
      wait(event)
      flush()
    },
    /** Logs a view, once per visit. */
    noteView: (event: AuditEvent): void => {
      const subject = `${event.kind} ${event.sessionId ?? event.clientId ?? event.contactId ?? ''}`
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
