import { addresses } from '../fhir/fhir-addresses.ts'
import { exportedOwnRatingSchema, type ExportedOwnRating } from '../own-ratings.ts'
import { codeIn, placeIn, type ReadObservation } from './fhir-parts.ts'

/** Whether an observation is a rating in the client's own words. */
export function isOwnRating({ extension }: ReadObservation): boolean {
  return codeIn(extension, addresses.ownKind) !== undefined
}

/** A rating in the client's own words; null if Attune did not write it. */
export function ownRatingFrom({
  extension,
  code,
  effectiveDateTime,
  valueInteger,
}: ReadObservation): ExportedOwnRating | null {
  const read = exportedOwnRatingSchema.safeParse({
    kind: codeIn(extension, addresses.ownKind),
    item: placeIn(extension, addresses.ownItem),
    wording: placeIn(extension, addresses.ownWording),
    recordedAt: effectiveDateTime,
    value: valueInteger,
    words: code.text,
  })
  return read.success && read.data.words !== '' ? read.data : null
}

/**
 * Checks one rating after another of a file: a goal or problem has one kind, a wording one text, and each wording one
 * rating at a time in a session.
 */
export function createOwnRatingCheck(): (
  session: { readonly client: string; readonly number: number },
  rating: ExportedOwnRating,
) => boolean {
  const kinds = new Map<string, string>()
  const texts = new Map<string, string>()
  const rated = new Set<string>()
  const isSame = (known: Map<string, string>, key: string, said: string): boolean => {
    const before = known.get(key)
    if (before === undefined) known.set(key, said)
    return before === undefined || before === said
  }
  return ({ client, number }, { kind, item, wording, recordedAt, words }) => {
    const place = JSON.stringify([client, item, wording])
    const key = JSON.stringify([number, recordedAt, place])
    if (rated.has(key)) return false
    rated.add(key)
    return isSame(kinds, JSON.stringify([client, item]), kind) && isSame(texts, place, words)
  }
}
