import type { Handlers } from '#shared/contract/contract.ts'
import type { PaperChoice } from '#shared/contract/operations/paper.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { isCancelledInTime, isMissed, type Session } from '#shared/records/session.ts'
import { change } from '../../database/change.ts'
import { isAhead } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'
import { keepSheets } from './keep-sheets.ts'

/** Handlers for entering what clients wrote on paper. */
export function createPaperHandlers(records: Records): Handlers<'vault'>['paper'] {
  const { context, clients, clientForms, formDrafts, instruments, sessions } = records

  /** Retired forms and earlier versions of a form, the newest first. */
  const earlierForms = (offered: readonly Instrument[]): Instrument[] => {
    const isOffered = ({ id, version }: Instrument) =>
      offered.some((form) => form.id === id && form.version === version)
    return instruments
      .all()
      .filter(({ instrument }) => instrument.respondent !== 'therapist' && !isOffered(instrument))
      .flatMap(({ instrument }) => instruments.find(instrument.id, instrument.version) ?? [])
      .toSorted((one, other) => one.title.localeCompare(other.title, 'en') || other.version - one.version)
  }

  const sessionsOf = (clientId: string): PaperChoice['sessions'] =>
    sessions
      .listOfClient(clientId)
      .map(({ session }) => session)
      .filter((session) => canHaveSheets(records, session))
      .map(({ id, number, date, guess }) => ({
        id,
        number,
        date,
        guess,
        isBegun: formDrafts.get({ form: 'paper-entry', subject: id }) !== null,
      }))
      .toReversed()

  return {
    choice: ({ clientId }) => {
      if (!clients.get(clientId)) throw new AppError('not-found')
      const { instrumentIds, available } = clientForms.choiceOf(clientId)
      return {
        instrumentIds,
        offered: available,
        earlier: earlierForms(available),
        sessions: sessionsOf(clientId),
      }
    },
    save: (given) =>
      change(context.db, () => {
        const full = sessions.get(given.sessionId)
        if (!full) throw new AppError('not-found', ['sessionId'])
        if (isAhead(context, full.session)) throw new AppError('rated-in-future')
        if (!canHaveSheets(records, full.session)) throw new AppError('status-not-possible')
        return { isChanged: keepSheets(records, full, given) }
      }),
  }
}

/** Whether a client can have filled in a form at a session: it is not ahead, and was neither missed nor cancelled. */
function canHaveSheets({ context }: Pick<Records, 'context'>, session: Session): boolean {
  const { status } = session
  return !isAhead(context, session) && !isMissed(status) && !isCancelledInTime(status)
}
