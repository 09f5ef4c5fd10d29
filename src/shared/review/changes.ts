import { z } from 'zod'
import { bundledClientSchema, type BundledClient } from '../bundles/bundled-client.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { BundledEpisode, BundledSession } from './bundled-course.ts'

const fields = bundledClientSchema.shape
const seriesId = fields.lead.unwrap()
const numbers = z.array(z.int().min(1)).min(1)
const states = fields.episodes.element.shape.state
const outcomes = fields.outcomes.element.shape.change

/**
 * One difference between what two bundles say of a client. It has numbers and states and no text, so a note that is no
 * longer shared leaves no trace.
 */
export const receivedChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new-client') }),
  z.strictObject({ kind: z.literal('question'), is: z.enum(['asked', 'changed', 'gone']) }),
  z.strictObject({ kind: z.literal('agreements'), is: z.enum(['asked', 'changed', 'gone']) }),
  /** A fall that was found, or whose state is another; null where there was or is none. */
  z.strictObject({
    kind: z.literal('episode'),
    series: seriesId,
    peak: z.int().min(1),
    before: states.nullable(),
    after: states.nullable(),
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    series: seriesId,
    /** The title of the questionnaire. */
    title: z.string(),
    before: outcomes.nullable(),
    after: outcomes.nullable(),
  }),
  z.strictObject({ kind: z.literal('sessions'), sessions: numbers }),
  z.strictObject({ kind: z.literal('sessions-gone'), sessions: numbers }),
  /** Sessions shared before that have other scores, or another note of a strain. */
  z.strictObject({ kind: z.literal('corrected'), sessions: numbers }),
  z.strictObject({ kind: z.literal('series'), series: z.array(seriesId).min(1) }),
  z.strictObject({ kind: z.literal('series-gone'), series: z.array(seriesId).min(1) }),
])
export type ReceivedChange = z.output<typeof receivedChangeSchema>

/** What is different in a client between two bundles, what matters most first; `before` is null for a new client. */
export function changesIn(before: BundledClient | null, after: BundledClient): ReceivedChange[] {
  if (before === null) return [{ kind: 'new-client' }]
  if (canonicalJson(before) === canonicalJson(after)) return []
  return [
    ...textIn('question', before.question, after.question),
    ...textIn('agreements', agreementsOf(before), agreementsOf(after)),
    ...episodesIn(before, after),
    ...outcomesIn(before, after),
    ...sessionsIn(before, after),
    ...seriesIn(before, after),
  ]
}

function textIn(
  kind: 'question' | 'agreements',
  before: string | null,
  after: string | null,
): ReceivedChange[] {
  if (before === after) return []
  return [{ kind, is: before === null ? 'asked' : after === null ? 'gone' : 'changed' }]
}

/** Everything that was agreed, with what became of it; null without anything. */
function agreementsOf({ agreements = [] }: BundledClient): string | null {
  return agreements.length === 0 ? null : canonicalJson(agreements)
}

function episodesIn(before: BundledClient, after: BundledClient): ReceivedChange[] {
  const keyOf = ({ series, peak }: BundledEpisode) => `${series} ${String(peak)}`
  return pairsBy(before.episodes, after.episodes, keyOf).flatMap(({ one, other }): ReceivedChange[] => {
    const about = other ?? one
    if (about === undefined || one?.state === other?.state) return []
    const { series, peak } = about
    return [{ kind: 'episode', series, peak, before: one?.state ?? null, after: other?.state ?? null }]
  })
}

function outcomesIn(before: BundledClient, after: BundledClient): ReceivedChange[] {
  const pairs = pairsBy(before.outcomes, after.outcomes, ({ series }) => series)
  const titles = new Map([...before.series, ...after.series].map((each) => [each.id, each.instrumentTitle]))
  return pairs.flatMap(({ one, other }): ReceivedChange[] => {
    const about = other ?? one
    if (about === undefined || one?.change === other?.change) return []
    const { series } = about
    const title = titles.get(series) ?? ''
    return [{ kind: 'outcome', series, title, before: one?.change ?? null, after: other?.change ?? null }]
  })
}

function sessionsIn(before: BundledClient, after: BundledClient): ReceivedChange[] {
  const pairs = pairsBy(before.sessions, after.sessions, ({ number }) => String(number))
  const known = new Set(before.series.map(({ id }) => id))
  const kept = new Set(after.series.filter(({ id }) => known.has(id)).map(({ id }) => id))
  const ratedIn = (client: BundledClient) => {
    const texts = new Map<number, string>()
    const compared = client.series.filter(({ id }) => kept.has(id))
    for (const { id, scores } of compared.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      for (const { session, value } of scores)
        texts.set(session, `${texts.get(session) ?? ''} ${id} ${String(value)}`)
    return (session: BundledSession) =>
      `${canonicalJson([session.status, session.rupture, session.clientMissing])}${texts.get(session.number) ?? ''}`
  }
  const [was, is] = [ratedIn(before), ratedIn(after)]
  const numbersWhere = (
    holds: (one: BundledSession | undefined, other: BundledSession | undefined) => boolean,
  ) => pairs.flatMap(({ one, other }) => (holds(one, other) ? [(one ?? other)?.number ?? 0] : []))
  return [
    ...listed(
      'sessions',
      numbersWhere((one) => one === undefined),
    ),
    ...listed(
      'sessions-gone',
      numbersWhere((_one, other) => other === undefined),
    ),
    ...listed(
      'corrected',
      numbersWhere((one, other) => one !== undefined && other !== undefined && was(one) !== is(other)),
    ),
  ]
}

function listed(kind: 'sessions' | 'sessions-gone' | 'corrected', sessions: number[]): ReceivedChange[] {
  return sessions.length === 0 ? [] : [{ kind, sessions: sessions.toSorted((one, other) => one - other) }]
}

function seriesIn(before: BundledClient, after: BundledClient): ReceivedChange[] {
  const pairs = pairsBy(before.series, after.series, ({ id }) => id)
  const added = pairs.flatMap(({ one, other }) => (one === undefined && other ? [other.id] : []))
  const gone = pairs.flatMap(({ one, other }) => (other === undefined && one ? [one.id] : []))
  return [
    ...(added.length === 0 ? [] : [{ kind: 'series' as const, series: added }]),
    ...(gone.length === 0 ? [] : [{ kind: 'series-gone' as const, series: gone }]),
  ]
}

/** What two lists have under the same key, in the order of the first list, then of what only the second has. */
function pairsBy<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (each: T) => string,
): { readonly one: T | undefined; readonly other: T | undefined }[] {
  const ones = new Map(before.map((each) => [keyOf(each), each]))
  const others = new Map(after.map((each) => [keyOf(each), each]))
  return [...new Set([...ones.keys(), ...others.keys()])].map((key) => ({
    one: ones.get(key),
    other: others.get(key),
  }))
}
