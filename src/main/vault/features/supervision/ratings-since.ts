import { countsInCourse } from '#shared/records/session.ts'
import { canLead, leadOf } from '#shared/series/lead-series.ts'
import type { RatingsSince } from '#shared/supervision/meeting.ts'
import { areSinceAgreed, type AgreedAt } from '#shared/supervision/since-agreed.ts'
import type { Records } from '../../records/records.ts'
import { seriesSources } from '../../records/scores/series-of-client.ts'
import { createSeriesReader } from '../../records/scores/series-reader.ts'

/**
 * Reads a client's alliance once. Returns a function that says how many sessions were held since an agreement, and what
 * each person's rating was until then and is now.
 */
export function readRatingsSince(
  {
    clientScores,
    instruments,
    ownSpreads,
    leads,
  }: Pick<Records, 'clientScores' | 'instruments' | 'ownSpreads' | 'leads'>,
  clientId: string,
): (agreed: AgreedAt) => RatingsSince {
  const past = clientScores.ofClient(clientId).filter(({ status }) => countsInCourse(status))
  const { series, valuesOf } = createSeriesReader(seriesSources(instruments, ownSpreads.reader()))(past)
  const candidates = series.filter(canLead)
  const chosen = leads.ofClient(clientId)
  const lead = candidates.find(({ id }) => id === chosen) ?? leadOf(candidates, ({ id }) => valuesOf(id))
  const client = lead === null ? null : valuesOf(lead.id)
  const therapist = lead === null || lead.pair === null ? null : valuesOf(lead.pair.id)
  return (agreed) => {
    const isSince = areSinceAgreed(past, agreed)
    const changeIn = (values: readonly (number | null)[] | null) => {
      const last = (since: boolean): number | null =>
        values?.findLast((value, place) => value !== null && isSince[place] === since) ?? null
      const now = last(true)
      return now === null ? null : { before: last(false), now }
    }
    return {
      sessions: past.filter(({ status }, place) => status === 'held' && isSince[place] === true).length,
      client: changeIn(client),
      therapist: changeIn(therapist),
    }
  }
}
