import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import type { Records } from '../../records/records.ts'
import { toVisibleSession, toVisibleVersions } from '../../records/sessions/visible-session.ts'

/** Reads everything about a client that the therapist may see. Throws `not-found` for an unknown client. */
export function readRecordOfClient(records: Records, clientId: string): ClientRecord {
  const client = records.clients.get(clientId)
  if (!client) throw new AppError('not-found')
  const sessions = records.sessions.listOfClient(clientId).map(toVisibleSession)
  const versions = sessions.flatMap((session) =>
    session.revision === 1
      ? []
      : toVisibleVersions(session, records.sessions.versions(session.session.id)).toReversed(),
  )
  return {
    client,
    sessions,
    versions,
    closings: records.closings.ofClient(clientId),
    saidTogether: records.saidTogether.ofClient(clientId),
    ownWords: records.ownWords.ofClient(clientId),
    formPlans: records.formPlans.ofClient(clientId).map((each) => ({
      ...each,
      // Also of a form that is no longer on offer.
      title: records.instruments.latest(each.instrumentId)?.title ?? each.instrumentId,
    })),
    instruments: answeredForms(records, [...sessions, ...versions]),
    promptAnswers: records.answers.everyOfClient(clientId),
    risks: records.riskPath.ofClient(clientId).toReversed(),
    agenda: records.agendaItems.ofClient(clientId),
    agreements: records.meetings
      .agreementsOf(clientId)
      .map(({ isDue: _isDue, heldWhenAgreed: _held, ...agreement }) => agreement),
    consents: records.consents.ofClient(clientId),
    sent: records.sentBundles.ofClient(clientId),
    comments: records.supervisorComments.ofClient(clientId),
    kept: records.retention.keptOf(clientId),
    drafts: records.drafts.countOfClient(clientId) + records.formDrafts.countOfClient(clientId),
    hiddenRatings: sessions.filter(({ hasHiddenEmotions }) => hasHiddenEmotions).length,
  }
}

/** Each version of a form that was answered, once. A pack that was removed may have taken its version along. */
function answeredForms({ instruments }: Records, logs: readonly StoredSessionLog[]): Instrument[] {
  const found = new Map<string, Instrument | null>()
  for (const { responses } of logs)
    for (const { instrumentId: id, instrumentVersion: version } of responses) {
      const key = `${id}@${String(version)}`
      if (!found.has(key)) found.set(key, instruments.find(id, version))
    }
  return [...found.values()].flatMap((instrument) => instrument ?? [])
}
