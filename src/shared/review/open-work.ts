import { z } from 'zod'
import type { BundledClient } from '../bundles/bundled-client.ts'
import { bundledClientSchema } from '../bundles/bundled-client.ts'
import { closedNumbers, openNotes, type ClosedNumbers } from '../overview/open-matters.ts'
import { isRatingMissing } from '../prompts/rules/attendance-rules.ts'
import { ruptureNoteSchema } from '../records/rupture-note.ts'
import { allianceOf, courseSessions, isNoted, ratingsIn, rupturesIn } from './bundled-course.ts'

/** What there is to talk about with a client's therapist, the most pressing first. */
export const workKinds = ['worse', 'fall', 'agreed', 'noted', 'unnoticed', 'unrated'] as const

const number = z.int().min(1)
const fields = bundledClientSchema.shape
const seriesId = fields.lead.unwrap()

/** Accepts one thing to talk about, with the numbers behind it. Sessions are their numbers. */
export const openWorkSchema = z.discriminatedUnion('kind', [
  /** A reliable change for the worse on a questionnaire, by the questionnaire's own threshold. */
  z.strictObject({
    kind: z.literal('worse'),
    number,
    title: z.string(),
    before: z.number(),
    after: z.number(),
    threshold: z.number(),
  }),
  /** The newest fall at rupture level that the therapist did not close, open or not repaired. */
  z.strictObject({
    kind: z.literal('fall'),
    series: seriesId,
    peak: number,
    number,
    score: z.number(),
    state: z.enum(['open', 'unrepaired']),
    /** Whether a strain was noted meanwhile; null if that can't be seen in what was shared. */
    isNoted: z.boolean().nullable(),
  }),
  /** What was agreed and is not done or dropped, although a session has been held since. */
  z.strictObject({
    kind: z.literal('agreed'),
    agreements: z
      .array(fields.agreements.unwrap().element.extend({ state: z.enum(['open', 'not-yet']) }))
      .min(1),
  }),
  /** The newest noted strain that is open. */
  z.strictObject({
    kind: z.literal('noted'),
    number,
    isWithdrawal: z.boolean(),
    isConfrontation: z.boolean(),
    resolution: ruptureNoteSchema.shape.resolution.unwrap().exclude(['resolved']).nullable(),
  }),
  /** The newest fall at rupture level, over by now, which nobody noted. */
  z.strictObject({ kind: z.literal('unnoticed'), series: seriesId, peak: number, number, score: z.number() }),
  /** Sessions held in a row, at the end, without any rating by the client. */
  z.strictObject({ kind: z.literal('unrated'), sessions: z.int().min(1), ratedBefore: z.int() }),
])
export type OpenWork = z.output<typeof openWorkSchema>

/** Rises when `findOpenWork` finds something else in the same bundle, so that stored work is worked out again. */
export const workVersion = 3

/** Finds everything to talk about in what was shared of a client, the most pressing first. */
export function findOpenWork(client: BundledClient): OpenWork[] {
  const found = [
    ...worseIn(client),
    ...fallIn(client),
    ...agreedIn(client),
    ...notedIn(client),
    ...unratedIn(client),
  ]
  return found.toSorted((one, other) => workKinds.indexOf(one.kind) - workKinds.indexOf(other.kind))
}

/** One for all questionnaires: the one rated last stands for the others. */
function worseIn({ outcomes, series }: BundledClient): OpenWork[] {
  const [newest] = outcomes
    .filter(({ change }) => change === 'reliably-worse')
    .toSorted((one, other) => other.current - one.current)
  const scale = series.find(({ id }) => id === newest?.series)
  const scoreAt = (session: number | undefined) =>
    scale?.scores.find((score) => score.session === session)?.value
  const before = scoreAt(newest?.baseline)
  const after = scoreAt(newest?.current)
  if (!newest || !scale || before === undefined || after === undefined) return []
  const { current: at, threshold } = newest
  return [
    { kind: 'worse', number: at, title: scale.instrumentTitle, before, after, threshold: threshold.points },
  ]
}

function fallIn(client: BundledClient): OpenWork[] {
  const closed = closedIn(client).falls
  const newest = rupturesIn(client).findLast(({ trough }) => !closed.has(trough))
  const score = allianceOf(client)?.scores.find(({ session }) => session === newest?.trough)?.value
  if (!newest || score === undefined) return []
  const { series, peak, trough, state } = newest
  const about = { series, peak, number: trough, score }
  const noted = isNoted(newest, client)
  if (state === 'open' || state === 'unrepaired') return [{ kind: 'fall', ...about, state, isNoted: noted }]
  return noted === false ? [{ kind: 'unnoticed', ...about }] : []
}

function agreedIn({ agreements = [], sessions }: BundledClient): OpenWork[] {
  const last = sessions.findLast(({ status }) => status === 'held')?.number ?? 0
  const asked = agreements.flatMap(({ session, text, state }) =>
    (state === 'open' || state === 'not-yet') && (session ?? 0) < last ? [{ session, text, state }] : [],
  )
  return asked.length === 0 ? [] : [{ kind: 'agreed', agreements: asked }]
}

/** What the therapist said to have closed; a closing that was not shared counts as none. */
function closedIn({ closings = [] }: BundledClient): ClosedNumbers {
  return closedNumbers(closings.map(({ session, ...closing }) => ({ ...closing, number: session })))
}

function notedIn(client: BundledClient): OpenWork[] {
  const newest = openNotes(client.sessions, ({ rupture }) => rupture, closedIn(client)).at(-1)
  if (!newest?.rupture || newest.rupture.resolution === 'resolved') return []
  const { isWithdrawal, isConfrontation, resolution } = newest.rupture
  return [{ kind: 'noted', number: newest.number, isWithdrawal, isConfrontation, resolution }]
}

/** By the rule of the prompt about missing ratings. Says nothing if no rating of the client's was shared. */
function unratedIn(client: BundledClient): OpenWork[] {
  const held = courseSessions(client).filter(({ status }) => status === 'held')
  const rated = client.series
    .filter(({ rater }) => rater === 'client')
    .map((series) => ratingsIn(series, held))
  const isRated = held.map((_, place) => rated.some((ratings) => ratings[place] !== null))
  const ratedBefore = isRated.filter(Boolean).length
  const count = held.length - 1 - isRated.lastIndexOf(true)
  const isDeclined = held
    .slice(held.length - count)
    .some(({ clientMissing }) => clientMissing === 'skipped' || clientMissing === 'stopped')
  if (
    ratedBefore === 0 ||
    !isRatingMissing({ count, isDeclined, sessionNumber: 0, ratedSessions: ratedBefore })
  )
    return []
  return [{ kind: 'unrated', sessions: count, ratedBefore }]
}
