import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { isPrepared, newAgendaItem, type AgendaEntry, type AgendaItem } from '#shared/supervision/agenda.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'
import { putOff } from './put-off.ts'
import { readRatingsSince } from './ratings-since.ts'
import { saveMeeting } from './save-meeting.ts'
import { suggestItems } from './suggest-items.ts'

/** Handlers for the agenda of supervision, its meetings and what was agreed there. */
export function createSupervisionHandlers(records: Records): Handlers<'vault'>['supervision'] {
  const { context, clients, sessions, agendaItems, meetings } = records
  const { db } = context

  const known = (id: string): AgendaItem => {
    const item = agendaItems.get(id)
    if (item === null) throw new AppError('not-found', ['id'])
    return item
  }

  const newItem = (item: Pick<AgendaItem, 'id' | 'kind'> & Partial<AgendaItem>): AgendaItem =>
    newAgendaItem({ createdAt: context.now().toISOString(), ...item })

  const toItem = (entry: AgendaEntry): AgendaItem => {
    if (entry.kind !== 'session') return newItem(entry)
    const session = sessions.get(entry.sessionId)?.session
    if (!session) throw new AppError('not-found', ['sessionId'])
    return newItem({ ...entry, clientId: session.clientId })
  }

  /** The item that waits for the same client or session already. */
  const waitingFor = ({ kind, clientId, sessionId }: AgendaItem): AgendaItem | undefined =>
    clientId === null
      ? undefined
      : agendaItems
          .ofClient(clientId)
          .find(
            (item) =>
              item.kind === kind &&
              item.sessionId === sessionId &&
              (item.state === 'open' || item.state === 'put-off'),
          )

  return {
    agenda: () => ({
      mine: agendaItems.inState('open'),
      ratings: suggestItems(records),
      putOff: agendaItems.inState('put-off'),
    }),
    ofClient: ({ clientId }) => agendaItems.ofClient(clientId).filter(({ state }) => state === 'open'),
    waiting: () => {
      const questions = agendaItems.openQuestions()
      return {
        items: questions.length,
        prepared: questions.filter((question) => isPrepared({ question })).length,
      }
    },
    add: (entry) =>
      change(db, () => {
        const existing = agendaItems.get(entry.id)
        if (existing !== null) {
          if (!isSame(existing, entry)) throw new AppError('conflict', ['id'])
          return existing
        }
        const item = toItem(entry)
        if (item.clientId !== null && !clients.get(item.clientId))
          throw new AppError('not-found', ['clientId'])
        const waiting = waitingFor(item)
        if (waiting === undefined) agendaItems.insert(item)
        else agendaItems.update({ ...waiting, state: 'open' })
        return known(waiting?.id ?? item.id)
      }),
    takeUp: ({ id, clientId, kind, evidence, state }) =>
      change(db, () => {
        const existing = agendaItems.get(id)
        if (existing !== null) {
          const isTheSame = existing.clientId === clientId && existing.reason?.evidence === evidence
          if (!isTheSame || existing.state !== state) throw new AppError('conflict', ['id'])
          return existing
        }
        const found = suggestItems(records).find(
          (one) => one.clientId === clientId && one.reason.kind === kind && one.reason.evidence === evidence,
        )
        if (found === undefined) throw new AppError('conflict', ['evidence'])
        const item = newItem({ id, kind: 'ratings', clientId, reason: found.reason })
        const taken = state === 'open' ? item : putOff(item, todayIn(context))
        agendaItems.insert(taken)
        return taken
      }),
    setQuestion: ({ id, question }) => change(db, () => agendaItems.update({ ...known(id), question })),
    move: ({ id, state }) =>
      change(db, () => {
        const item = known(id)
        if (item.state === 'discussed') throw new AppError('conflict', ['id'])
        // Asked for twice, it is still put off once.
        if (item.state === state) return
        agendaItems.update(state === 'put-off' ? putOff(item, todayIn(context)) : { ...item, state })
      }),
    saveMeeting: (entry) => change(db, () => saveMeeting(records, entry)),
    meetings: () => meetings.newest(),
    agreements: ({ clientId }) => {
      if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
      const agreements = meetings.agreementsOf(clientId)
      if (agreements.length === 0) return []
      const since = readRatingsSince(records, clientId)
      return agreements.map(({ heldWhenAgreed, ...agreement }) => ({
        ...agreement,
        since: since({ ...agreement, heldWhenAgreed }),
      }))
    },
    answerAgreement: ({ id, state }) =>
      change(db, () => {
        if (meetings.agreement(id) === null) throw new AppError('not-found', ['id'])
        const answeredOn = state === 'open' ? null : todayIn(context)
        meetings.answerAgreement({ id, state, answeredOn })
        return { answeredOn }
      }),
  }
}

function isSame(item: AgendaItem, entry: AgendaEntry): boolean {
  if (item.kind !== entry.kind) return false
  if (entry.kind === 'client') return item.clientId === entry.clientId
  return entry.kind === 'session' ? item.sessionId === entry.sessionId : item.line === entry.line
}
