import type { OwnWordsKind } from '../../records/own-words.ts'
import type { ExportedOwnRating } from '../own-ratings.ts'
import { addresses } from './fhir-addresses.ts'
import type { FhirObject } from './write-questionnaire.ts'

/** What the ends of a rating mean, for a reader of the file: the words that the client saw at them. */
const ends: Readonly<Record<OwnWordsKind, string>> = {
  goal: 'A goal, rated from 0 (“Not there at all”) to 10 (“I am there”).',
  problem: 'A problem, rated from 0 (“Not at all”) to 10 (“As bad as can be”).',
}

/**
 * Ratings in the client's own words as Observations, whose code is the wording as a text alone: nobody else has a code
 * for it. Without its words a rating would be of nothing, so it stays out.
 */
export function ownObservations(
  ownRatings: readonly ExportedOwnRating[],
  { encounter, patient }: { readonly encounter: string; readonly patient: string },
): FhirObject[] {
  return ownRatings
    .filter(({ words }) => words !== '')
    .map(({ kind, item, wording, recordedAt, value, words }) => ({
      resourceType: 'Observation',
      extension: [
        { url: addresses.ownKind, valueCode: kind },
        { url: addresses.ownItem, valuePositiveInt: item },
        { url: addresses.ownWording, valuePositiveInt: wording },
      ],
      status: 'final',
      code: { text: words },
      subject: { reference: patient },
      encounter: { reference: encounter },
      effectiveDateTime: recordedAt,
      performer: [{ reference: patient }],
      valueInteger: value,
      note: [{ text: ends[kind] }],
    }))
}
