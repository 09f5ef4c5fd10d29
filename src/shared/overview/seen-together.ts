import { z } from 'zod'
import { ownInstruments } from '../instruments/own-instruments.ts'
import type { SessionLog } from '../records/session-log.ts'
import { pairedExperience, pairedItems, type FindInstrument } from './paired-items.ts'

/** One question that both answered, in the client's words, with the words at both ends of its row of numbers. */
export const bothViewsSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  minimum: z.number(),
  maximum: z.number(),
  low: z.string(),
  high: z.string(),
  client: z.number(),
  therapist: z.number(),
})
export type BothViews = z.output<typeof bothViewsSchema>

/** What client and therapist look at together. Without the client's yes there are no ratings in it. */
export const seenTogetherSchema = z.strictObject({
  answer: z.enum(['yes', 'no']).nullable(),
  views: z.array(bothViewsSchema),
})
export type SeenTogether = z.output<typeof seenTogetherSchema>

/**
 * The questions about a session that client and therapist both answered: working together, and how far the client felt
 * understood. Leaves out everything else that the therapist rated, and the guess of the client's emotions.
 */
export function bothViewsOf(log: Pick<SessionLog, 'responses'>, find: FindInstrument): BothViews[] {
  const { allianceClient, allianceTherapist } = ownInstruments
  const items = [...pairedItems(log, find, allianceClient, allianceTherapist), ...pairedExperience(log, find)]
  return items.flatMap(({ id, text, minimum, maximum, anchors, client, therapist }) =>
    client === null || therapist === null || anchors === undefined
      ? []
      : [{ id, text, minimum, maximum, low: anchors.minimum, high: anchors.maximum, client, therapist }],
  )
}

/** From how many points on two answers are apart [Attune's choice]: next to each other says little. */
const apartFrom = 2

/** The most questions that are named as the widest gap; with more of them, no single one stands out. */
const mostNamed = 2

/**
 * What the two views come to: the same everywhere, close everywhere, or the questions with the widest gap. Equal answers
 * are agreement and never a gap, and if several gaps are the widest, none of them is picked.
 */
export function comparedViews(
  views: readonly BothViews[],
):
  | { readonly kind: 'same' | 'close' }
  | { readonly kind: 'apart'; readonly gap: number; readonly widest: readonly BothViews[] } {
  const gapOf = ({ client, therapist }: BothViews) => Math.abs(client - therapist)
  const gap = Math.max(0, ...views.map(gapOf))
  if (gap === 0) return { kind: 'same' }
  if (gap < apartFrom) return { kind: 'close' }
  const widest = views.filter((view) => gapOf(view) === gap)
  return { kind: 'apart', gap, widest: widest.length > mostNamed ? [] : widest }
}
