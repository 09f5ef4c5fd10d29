import { randomUUID } from 'node:crypto'
import type { ImportPlan } from '#shared/imports/import-preview.ts'
import { createProblemList, type RowProblems } from '#shared/imports/import-problem.ts'
import { nothingBrought } from '#shared/imports/nothing-brought.ts'
import type { SessionToImport } from '#shared/imports/rated-session.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import { endorsedRiskItems } from '#shared/instruments/response.ts'
import { codeKey } from '#shared/records/client.ts'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { Records } from '../../records/records.ts'
import { looksOf } from '../../records/clients/code-that-looks-like.ts'
import { checkForms } from './check-forms.ts'
import { checkTexts, type PlannedTexts } from './check-texts.ts'
import { placeSessions, tookPlace, type PlacedSession } from './place-sessions.ts'
import { planOwnWords, type PlannedOwnWords, type RatedSessionOfClient } from './plan-own-words.ts'

/** A session that an import makes, or adds forms or texts to. */
export interface PlannedSession extends Omit<PlacedSession, 'texts'> {
  readonly clientId: ClientId
  readonly added: readonly Response[]
  readonly texts: PlannedTexts
}

/** A client whom an import makes. */
export interface PlannedClient {
  readonly id: ClientId
  readonly code: string
  readonly isFictional: boolean
  readonly startedOn: string
}

/** What an import does for one client. */
export interface PlannedOfClient {
  readonly clientId: ClientId
  /** The client, if the import makes them. */
  readonly client: PlannedClient | null
  readonly sessions: readonly PlannedSession[]
  readonly ownWords: readonly PlannedOwnWords[]
}

/** What an import does as a whole, and what it leaves out. */
export type PlanTotals = Omit<Extract<ImportPlan, { kind: 'plan' }>, 'kind' | 'leftOut' | 'notes'>

/** Codes of new clients that a preview names. */
const mostCodes = 20

/**
 * Works out what importing sessions would do to the vault as it is now, and gives it client by client: a large import is
 * never in memory as a whole. Changes nothing. Yields nothing after each session, where it can be interrupted.
 */
export function* planImport(
  records: Records,
  given: readonly SessionToImport[],
  before: RowProblems,
): Generator<PlannedOfClient | undefined, PlanTotals> {
  const problems = createProblemList(before)
  const brings = { ...nothingBrought }
  const newCodes: string[] = []
  const unchanged = { forms: 0, texts: 0, ownRatings: 0 }
  const codeByLooks = new Map(records.clients.named().map(({ code }) => [looksOf(code), code]))
  for (const ofClient of Map.groupBy(given, ({ client }) => codeKey(client)).values()) {
    const [first] = ofClient
    if (first === undefined) continue
    const knownId = records.clients.idWithCode(first.client)
    const known = knownId === null ? null : records.clients.get(knownId)
    // Fictional clients are removed together, and a real session must not go with them.
    if (known !== null && first.isFictional !== null && known.isFictional !== first.isFictional) {
      problems.add(first.row, 'client-fictional', '', first.client)
      continue
    }
    const alike = known === null ? codeByLooks.get(looksOf(first.client)) : undefined
    if (alike !== undefined) {
      problems.add(first.row, 'code-looks-alike', first.client, alike)
      continue
    }
    const clientId = known?.id ?? clientIdSchema.parse(randomUUID())
    const sessions: PlannedSession[] = []
    const rated: RatedSessionOfClient[] = []
    let startedOn: string | null = null
    for (const placed of placeSessions(records, known?.id ?? null, ofClient, problems)) {
      const checked = checkForms(records.instruments, placed, problems)
      const { texts, ...checkedTexts } = checkTexts(records.instruments, placed, problems)
      unchanged.forms += checked.unchanged
      unchanged.texts += checkedTexts.unchanged
      brings.texts += checkedTexts.added
      const { before, ownRatings } = placed
      // A session without a form comes only from Attune's own files, which have sessions that were not rated, too.
      const isNew =
        before === null && (checked.added.length > 0 || placed.forms.length === 0 || ownRatings.length > 0)
      if (ownRatings.length > 0)
        rated.push({
          id: placed.id,
          date: placed.date,
          isHeld: before === null || tookPlace(before),
          ownRatings,
        })
      if (isNew || checked.added.length > 0 || checkedTexts.added > 0) {
        sessions.push({ ...placed, clientId, added: checked.added, texts })
        if (startedOn === null || placed.date < startedOn) startedOn = placed.date
        if (isNew) brings.newSessions += 1
        else if (checked.added.length > 0) brings.extendedSessions += 1
        brings.forms += checked.added.length
        for (const response of checked.added) {
          brings.risks += risksIn(records, response)
          if (totalSourceIn(response.instrumentId) !== null) brings.totals += 1
        }
      }
      yield undefined
    }
    const own = known === null || rated.length === 0 ? [] : records.ownWords.ofClient(known.id)
    const planned = yield* planOwnWords(own, rated, problems)
    unchanged.ownRatings += planned.unchanged
    for (const { isNew, ratings } of planned.ownWords) {
      brings.ownWords += Number(isNew)
      brings.ownRatings += ratings.length
    }
    if (startedOn === null && planned.ownWords.length === 0) continue
    const { client: code } = first
    const isFictional = first.isFictional === true
    if (known === null) {
      codeByLooks.set(looksOf(code), code)
      brings.newClients += 1
      if (newCodes.length < mostCodes) newCodes.push(code)
    }
    yield {
      clientId,
      client: known === null && startedOn !== null ? { id: clientId, code, isFictional, startedOn } : null,
      sessions,
      ownWords: planned.ownWords,
    }
  }
  return {
    brings,
    newCodes,
    unchanged: unchanged.forms,
    unchangedTexts: unchanged.texts,
    unchangedOwnRatings: unchanged.ownRatings,
    problems: problems.all(),
  }
}

/** Works a plan out for its totals alone. */
export function* totalsOf(plan: Generator<PlannedOfClient | undefined, PlanTotals>) {
  for (;;) {
    const step = plan.next()
    if (step.done === true) return step.value
    if (step.value === undefined) yield undefined
  }
}

function risksIn({ instruments }: Records, response: Response): number {
  const instrument = instruments.find(response.instrumentId, response.instrumentVersion)
  return instrument === null ? 0 : endorsedRiskItems(instrument, response.answers).length
}
