import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { ForesightOfSession } from '#shared/foresight/foresight.ts'
import { openForesight } from '#shared/foresight/open-foresight.ts'
import { sumUpForesights, type OpenedForesightOf } from '#shared/foresight/sum-up-foresights.ts'
import { realOrFictional } from '#shared/records/client.ts'
import { countsInCourse, type Session } from '#shared/records/session.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'
import { foreseenScores, type ForeseenScores } from '../../records/scores/foreseen-course.ts'

type Sources = Pick<
  Records,
  'context' | 'clients' | 'sessions' | 'foresights' | 'clientScores' | 'instruments' | 'leads' | 'formPlans'
>

/** Handlers for what the therapist foresees. What is sealed never leaves the vault process. */
export function createForesightHandlers(records: Sources): Handlers<'vault'>['foresight'] {
  const { context, clients, sessions, foresights, clientScores, instruments, leads, formPlans } = records
  const scoresOf = (clientId: string): ForeseenScores =>
    foreseenScores(clientScores.ofClient(clientId), instruments, leads.ofClient(clientId))
  const sessionOf = (sessionId: string): Session => {
    const found = sessions.get(sessionId)
    if (!found) throw new AppError('not-found', ['sessionId'])
    return found.session
  }
  /** The scale that is asked about after a session; null if nothing is. */
  const askedAfter = (session: Session, { lead, courseOf }: ForeseenScores) => {
    const { id, clientId, number, status } = session
    const course = lead && courseOf(lead)
    // After the end of a therapy no session follows. Once the next one has begun, there is nothing left to foresee.
    const isAsked =
      foresights.isOn() &&
      status === 'held' &&
      clients.get(clientId)?.status !== 'ended' &&
      !foresights.isForeseen(id) &&
      course?.sessions.every((other) => other.number <= number || !countsInCourse(other.status)) === true
    // Nobody can foresee a rating that the client isn't asked for.
    return isAsked && course && lead && formPlans.isSureNext(session, lead.instrumentId)
      ? { lead, course }
      : null
  }
  const openedBy = (session: Session, scores: ForeseenScores): ForesightOfSession['opened'] => {
    for (const { foreseen, number, ...scale } of foresights.ofClient(session.clientId)) {
      const course = scores.courseOf(scale)
      const opening = course && openForesight(number, course)
      if (course && opening?.number === session.number) {
        const { came, rated } = opening
        return { foreseen, number, title: course.title, came, rated }
      }
    }
    return null
  }
  return {
    get: () => ({ isOn: foresights.isOn() }),
    setOn: ({ isOn }) => change(context.db, () => foresights.setOn(isOn)),
    ofSession: ({ sessionId }) => {
      const session = sessionOf(sessionId)
      if (!foresights.isOn()) return { asked: null, isForeseen: false, opened: null }
      const scores = scoresOf(session.clientId)
      const asked = askedAfter(session, scores)
      return {
        asked: asked && { title: asked.course.title, leastChange: asked.course.leastChange },
        isForeseen: foresights.isForeseen(sessionId),
        opened: openedBy(session, scores),
      }
    },
    seal: ({ sessionId, foreseen }) =>
      change(context.db, () => {
        const session = sessionOf(sessionId)
        if (foresights.isForeseen(sessionId)) return
        const asked = askedAfter(session, scoresOf(session.clientId))
        if (asked === null) throw new AppError('conflict', ['sessionId'])
        foresights.add({ sessionId, foreseen, ...asked.lead, sealedAt: context.now().toISOString() })
      }),
    sums: async () => {
      const opened: OpenedForesightOf[][] = []
      let sealed = 0
      for (const { id } of realOrFictional(clients.list())) {
        const own = foresights.ofClient(id)
        if (own.length === 0) continue
        const { courseOf } = scoresOf(id)
        const judged = own.flatMap(({ foreseen, number, ...scale }) => {
          const course = courseOf(scale)
          const opening = course && openForesight(number, course)
          return opening === null ? [] : [{ foreseen, opening }]
        })
        sealed += own.length - judged.length
        opened.push(judged)
        // Saves and other questions are answered in between.
        await nextTurn()
        if (!context.db.open) throw new AppError('not-available')
      }
      const isOn = foresights.isOn()
      return { isOn, sealed, opened: opened.flat().length, ...sumUpForesights(opened) }
    },
  }
}
