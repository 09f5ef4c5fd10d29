import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { Records } from '../../records/records.ts'

/** The instruments on offer, then each other version that a session, its corrections or its draft name. */
export function instrumentsOfSession(
  { instruments, sessions, drafts }: Pick<Records, 'instruments' | 'sessions' | 'drafts'>,
  sessionId: string,
): Instrument[] {
  const responses: readonly Response[] = [
    ...(sessions.get(sessionId)?.responses ?? []),
    ...sessions.versions(sessionId).flatMap((version) => version.responses),
    ...(drafts.get(sessionId)?.log.responses ?? []),
  ]
  const found = new Map<string, Instrument>()
  for (const instrument of instruments.offered())
    found.set(`${instrument.id}@${String(instrument.version)}`, instrument)
  for (const { instrumentId, instrumentVersion } of responses) {
    const key = `${instrumentId}@${String(instrumentVersion)}`
    const instrument = found.has(key) ? null : instruments.find(instrumentId, instrumentVersion)
    if (instrument) found.set(key, instrument)
  }
  return [...found.values()]
}
