import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Answers, MissingReason } from '#shared/instruments/response.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'

/** One item as the client saw it; the number is null if there is no answer, and `reason` says why if known. */
export interface AnsweredItem {
  readonly item: InstrumentItem
  readonly value: number | null
  readonly reason: MissingReason | null
}

/** The client's forms that are shown beside the therapist's, and so have places of their own. */
const pairedForms: readonly string[] = [
  ownInstruments.allianceClient,
  ownInstruments.sessionExperience,
  ownInstruments.emotionsClient,
]

/** The client's responses to all other forms, in stored order. */
export function otherForms({ responses }: Pick<SessionLog, 'responses'>): Response[] {
  return responses.filter(
    ({ rater, instrumentId }) => rater === 'client' && !pairedForms.includes(instrumentId),
  )
}

/** The form in exactly the answered version, or null: another version may ask something else. */
export function formAnswered(
  { instrumentId, instrumentVersion }: Response,
  find: (id: string) => Instrument | null,
): Instrument | null {
  const offered = find(instrumentId)
  return offered?.version === instrumentVersion ? offered : null
}

/** Every item of a form in order, with its answer. */
export function answeredItems({ items }: Instrument, answers: Answers): AnsweredItem[] {
  return items.map((item) => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    return { item, value: answer?.value ?? null, reason: answer?.missingReason ?? null }
  })
}
