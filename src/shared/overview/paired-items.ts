import type { InstrumentItem } from '../instruments/instrument-item.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { ownInstruments } from '../instruments/own-instruments.ts'
import { answerTo, type MissingReason } from '../instruments/response.ts'
import type { Response, SessionLog } from '../records/session-log.ts'

/** Finds an instrument in one version, or in the newest that is there. */
export type FindInstrument = (id: string, version?: number) => Instrument | null

/** One item as both raters answered it; `reason` says why the client's answer is missing, if that is known. */
export interface PairedItem {
  readonly id: string
  readonly text: string
  readonly minimum: number
  readonly maximum: number
  readonly therapist: number | null
  readonly client: number | null
  readonly reason: MissingReason | null
  /** The words of the answers, if they are words and no numbers. */
  readonly labels: InstrumentItem['labels']
  readonly anchors: InstrumentItem['anchors']
  /** Whether the therapist rates the same item. If not, their rating is not missing. */
  readonly isAskedOfBoth: boolean
}

type Responses = Pick<SessionLog, 'responses'>

export function responseBy(
  { responses }: Responses,
  rater: Response['rater'],
  instrumentId: string,
): Response | null {
  return (
    responses.find((response) => response.rater === rater && response.instrumentId === instrumentId) ?? null
  )
}

/** A client's form item by item, beside the therapist's answers to the matching form, if there is one. */
export function pairedItems(
  log: Responses,
  find: FindInstrument,
  clientInstrument: string,
  therapistInstrument: string,
): PairedItem[] {
  const theirs = responseBy(log, 'client', clientInstrument)
  const mine = responseBy(log, 'therapist', therapistInstrument)
  // A version that the client did not answer may ask something else.
  const asked = find(clientInstrument, theirs?.instrumentVersion)
  const askedOfMe = mine && find(therapistInstrument, mine.instrumentVersion)
  return (asked?.items ?? []).map(({ id, text, minimum, maximum, labels, anchors }) => ({
    id,
    text,
    minimum,
    maximum,
    therapist: mine ? answerTo(mine.answers, id) : null,
    client: theirs ? answerTo(theirs.answers, id) : null,
    reason: theirs?.answers[id]?.missingReason ?? null,
    labels,
    anchors,
    isAskedOfBoth: !askedOfMe || askedOfMe.items.some((item) => item.id === id),
  }))
}

/** The client's rating of the session. How far they felt understood is beside the therapist's own estimate. */
export function pairedExperience(log: Responses, find: FindInstrument): PairedItem[] {
  const { sessionExperience, ownEmpathy } = ownInstruments
  const own = responseBy(log, 'therapist', ownEmpathy)
  const theirs = responseBy(log, 'client', sessionExperience)
  const felt = itemOf(find(sessionExperience, theirs?.instrumentVersion), 'felt-empathy')
  const estimate = itemOf(find(ownEmpathy, own?.instrumentVersion), 'own-empathy')
  return pairedItems(log, find, sessionExperience, ownEmpathy).map((item) => {
    const isAskedOfBoth = item.id === felt
    return {
      ...item,
      isAskedOfBoth,
      therapist: isAskedOfBoth && own && estimate ? answerTo(own.answers, estimate) : null,
    }
  })
}

/** The item of a scale with one item. */
function itemOf(instrument: Instrument | null, scaleId: string): string | undefined {
  return instrument?.scales.find(({ id }) => id === scaleId)?.items[0]
}

/** The guess beside the client's rating, emotion by emotion. */
export function pairedEmotions(log: Responses, find: FindInstrument): PairedItem[] {
  return pairedItems(log, find, ownInstruments.emotionsClient, ownInstruments.emotionsGuess)
}

/** Whether there is anything to set side by side: a number, or why the client gave none to a form that they had. */
export function isAnythingAnswered(items: readonly PairedItem[]): boolean {
  return items.some(
    ({ therapist, client, reason }) =>
      therapist !== null || client !== null || (reason !== null && reason !== 'not-asked'),
  )
}

/** The emotion with the widest gap between guess and rating, the first of a tie; null if there is no pair. */
export function furthestApart(items: readonly PairedItem[]): (PairedItem & { gap: number }) | null {
  const gaps = items.flatMap((item) =>
    item.therapist === null || item.client === null
      ? []
      : [{ ...item, gap: Math.abs(item.therapist - item.client) }],
  )
  return gaps.toSorted((a, b) => b.gap - a.gap)[0] ?? null
}
