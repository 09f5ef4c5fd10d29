import { z } from 'zod'
import { pairOf } from '../instruments/described-scales.ts'
import { isSameMeasure } from '../instruments/same-measure.ts'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'
import { instrumentSchema, type Instrument } from '../instruments/instrument.ts'
import {
  constructOf,
  frameOf,
  scaleConstructSchema,
  scaleFrameSchema,
  scaleStep,
} from '../instruments/scale-facts.ts'
import { knownSpreadOf, knownSpreadSchema } from './known-spread.ts'
import type { ScoreColumn } from './score-row.ts'

/** Accepts one series of scores: one rater, one scale of one instrument, in versions with the same items and range. */
export const clientSeriesSchema = z.strictObject({
  id: z.string(),
  rater: z.enum(['client', 'therapist']),
  construct: scaleConstructSchema,
  frame: scaleFrameSchema,
  instrumentId: z.string(),
  scaleId: z.string(),
  /** The title of the scale. */
  title: z.string(),
  instrumentTitle: z.string(),
  /** When its form is filled in. */
  occasion: instrumentSchema.shape.occasion,
  /** The number of its items. */
  items: z.int().min(1),
  minimum: z.number(),
  maximum: z.number(),
  step: z.number(),
  direction: z.enum(['higher-is-better', 'lower-is-better', 'neutral']),
  /** The other person's series of the same. Points can be compared only if both forms have the same items. */
  pair: z.strictObject({ id: z.string(), byItems: z.boolean() }).nullable(),
  /** What is known of the spread within clients, in points; null if nothing is. */
  known: knownSpreadSchema.nullable(),
})
export type ClientSeries = z.output<typeof clientSeriesSchema>

/** The scores of one session, each with what it is of. */
export interface ScoredColumns {
  readonly columns: readonly ScoreColumn[]
  readonly values: readonly (number | null)[]
}

/** The series of a client's sessions, and the scores of each session by the id of their series. */
export interface SeriesOfClient {
  readonly series: readonly ClientSeries[]
  readonly scores: readonly Readonly<Record<string, number>>[]
  /** Of a form that was answered before and after a session, the scores before it. */
  readonly scoresBefore: readonly Readonly<Record<string, number>>[]
}

const occasionOfColumn = 3

/** Where instruments are looked up. */
export interface SeriesSources {
  readonly find: (id: string, version: number) => Instrument | null
  readonly newest: (id: string) => Instrument | null
  /** The ids of instruments whose series are there before anybody has answered them, in the order of the series. */
  readonly always: readonly string[]
  /** The usual spread within the vault's clients on a series, in points; null if it is not known. */
  readonly pooled: (seriesId: string) => number | null
}

/** A scale with its instrument and its rater: what a series is of, before it has an id. */
interface Source {
  readonly rater: 'client' | 'therapist'
  readonly instrument: Instrument
  readonly scale: InstrumentScale
}

/** The id of the series of a scale in its newest version. */
export function seriesId(rater: Source['rater'], instrumentId: string, scaleId: string): string {
  return `${rater}/${instrumentId}/${scaleId}`
}

/** Finds a score on another version of the scale that a series is of; null if there is none. */
export function scoreOnOtherVersion(
  scores: Readonly<Record<string, number>>,
  seriesOfScale: string,
): number | null {
  const scale = withoutVersion(seriesOfScale)
  const other = Object.keys(scores).find((id) => id !== seriesOfScale && withoutVersion(id) === scale)
  return other === undefined ? null : (scores[other] ?? null)
}

function withoutVersion(id: string): string {
  return id.replace(/@\d+$/, '')
}

/**
 * Sorts the scores of a client's sessions into series.
 *
 * Versions of a scale with the same questions, range, method and direction share a series; an older version that differs
 * has a series of its own. If a form was answered before and after a session, the later score counts and the earlier one is given beside it. Nothing is
 * rescaled and nothing is filled in.
 */
export function seriesOfClient(sessions: readonly ScoredColumns[], sources: SeriesSources): SeriesOfClient {
  const { series, idsOf } = seriesOfColumns(new Set(sessions.map(({ columns }) => columns)), sources)
  const found = sessions.map(({ columns, values }) => {
    const scores: Record<string, number> = {}
    const scoresBefore: Record<string, number> = {}
    // The columns are sorted, so that after a session comes before before it.
    idsOf.get(columns)?.forEach((id, place) => {
      const value = values[place]
      if (id === null || typeof value !== 'number') return
      if (scores[id] === undefined) scores[id] = value
      else if (columns[place]?.[occasionOfColumn] === 'before') scoresBefore[id] ??= value
    })
    return { scores, scoresBefore }
  })
  return {
    series,
    scores: found.map(({ scores }) => scores),
    scoresBefore: found.map(({ scoresBefore }) => scoresBefore),
  }
}

/** The series that some columns lead to, and for each set of columns the ids of the series; null if there is none. */
export interface SeriesOfColumns {
  readonly series: readonly ClientSeries[]
  readonly idsOf: ReadonlyMap<readonly ScoreColumn[], readonly (string | null)[]>
}

/** The same from the columns alone, each set once and in the order of the sessions. */
export function seriesOfColumns(
  columnsOfSessions: ReadonlySet<readonly ScoreColumn[]>,
  sources: SeriesSources,
): SeriesOfColumns {
  const sourcesOf = new Map(
    [...columnsOfSessions].map((columns) => [
      columns,
      columns.map((column) => sourceOf(column, sources.find)),
    ]),
  )
  const newest = new Map<string, Source>()
  const keep = (source: Source) => {
    const id = seriesId(source.rater, source.instrument.id, source.scale.id)
    const before = newest.get(id)
    if (!before || before.instrument.version < source.instrument.version) newest.set(id, source)
  }
  for (const found of sourcesOf.values()) for (const source of found) if (source) keep(source)
  // A form that was answered goes on in that version until a later one is answered.
  for (const source of sources.always.flatMap((id) => alwaysThere(sources.newest(id))))
    if (!newest.has(seriesId(source.rater, source.instrument.id, source.scale.id))) keep(source)

  const found = new Map<string, Source>(newest)
  const idOf = (source: Source): string => {
    const id = seriesId(source.rater, source.instrument.id, source.scale.id)
    const current = newest.get(id)
    if (!current || isSameMeasure(source, current)) return id
    const older = `${id}@${String(source.instrument.version)}`
    found.set(older, source)
    return older
  }
  const idsOf = new Map(
    [...sourcesOf].map(([columns, ofColumns]) => [
      columns,
      ofColumns.map((source) => source && idOf(source)),
    ]),
  )
  return { series: describe(found, sources), idsOf }
}

function sourceOf(
  [rater, instrumentId, version, , scaleId]: ScoreColumn,
  find: SeriesSources['find'],
): Source | null {
  const instrument = find(instrumentId, version)
  const scale = instrument?.scales.find(({ id }) => id === scaleId)
  return instrument && scale ? { rater, instrument, scale } : null
}

function alwaysThere(instrument: Instrument | null): Source[] {
  if (!instrument) return []
  const rater = instrument.respondent === 'therapist' ? 'therapist' : 'client'
  return instrument.scales.map((scale) => ({ rater, instrument, scale }))
}

function describe(
  found: ReadonlyMap<string, Source>,
  { newest, always, pooled }: SeriesSources,
): ClientSeries[] {
  const pairs = pairsOf(found, newest)
  const rank = ({ instrument }: Source) => {
    const place = always.indexOf(instrument.id)
    return place === -1 ? always.length : place
  }
  return [...found]
    .toSorted(
      ([, one], [, other]) =>
        rank(one) - rank(other) ||
        one.instrument.title.localeCompare(other.instrument.title, 'en') ||
        one.instrument.scales.indexOf(one.scale) - other.instrument.scales.indexOf(other.scale),
    )
    .map(([id, { rater, instrument, scale }]) => ({
      id,
      rater,
      construct: constructOf(scale),
      frame: frameOf(scale),
      instrumentId: instrument.id,
      scaleId: scale.id,
      title: scale.title,
      instrumentTitle: instrument.title,
      occasion: instrument.occasion,
      items: scale.items.length,
      minimum: scale.minimum,
      maximum: scale.maximum,
      step: scaleStep(scale, instrument.items),
      direction: scale.direction,
      pair: pairs.get(id) ?? null,
      known: knownSpreadOf(scale, pooled(id)),
    }))
}

/** Pairs each series with the other person's, whichever of the two forms names the other. */
function pairsOf(
  found: ReadonlyMap<string, Source>,
  newest: SeriesSources['newest'],
): Map<string, { id: string; byItems: boolean }> {
  const pairs = new Map<string, { id: string; byItems: boolean }>()
  for (const [id, { rater, instrument, scale }] of found) {
    const otherRater = rater === 'client' ? 'therapist' : 'client'
    const version = id.slice(seriesId(rater, instrument.id, scale.id).length)
    // An earlier version pairs with the other form's earlier version, if that was answered too.
    const idOf = (instrumentId: string, scaleId: string) => {
      const newestId = seriesId(otherRater, instrumentId, scaleId)
      return found.has(newestId + version) ? newestId + version : newestId
    }
    const answered = (instrumentId: string) =>
      found.get(idOf(instrumentId, scale.pairedWith?.scale ?? ''))?.instrument ?? newest(instrumentId)
    const other = pairOf({ instrument, scale }, answered)
    if (other === null) continue
    const otherId = idOf(other.instrument.id, other.scale.id)
    if (!found.has(otherId)) continue
    const { byItems } = other
    if (!pairs.has(id)) pairs.set(id, { id: otherId, byItems })
    if (!pairs.has(otherId)) pairs.set(otherId, { id, byItems })
  }
  return pairs
}
