import { z } from 'zod'
import type { Bundle } from '../bundles/bundle.ts'
import { bundleRefusalSchema } from '../bundles/bundle-refusal.ts'
import { openedFileShape } from '../bundles/opened-file.ts'
import { pseudonymSchema } from '../bundles/pseudonym.ts'
import { receivedChangeSchema } from './changes.ts'

/** The kinds of data that a bundle can hold, in the order of the preview. */
export const bundleContents = [
  'sessions',
  'scores',
  'episodes',
  'outcomes',
  'ruptures',
  'questions',
  'agreements',
  'dates',
  'notes',
  'words',
  'wellbeing',
] as const
export type BundleContent = (typeof bundleContents)[number]

const { number, madeAt } = openedFileShape
const count = z.int().min(0)

/** Accepts a bundle as the user sees it before it is imported, or why it is not opened. */
export const bundlePreviewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), reason: bundleRefusalSchema }),
  z.strictObject({
    kind: z.literal('opened'),
    ...openedFileShape,
    /** The newest bundle that was imported from this person; null for the first. */
    newest: z.strictObject({ number, madeAt }).nullable(),
    /** How often each kind of data is in it. */
    contents: z.record(z.enum(bundleContents), count),
    /** Every client that the import takes in. One without changes is as the vault has them already. */
    clients: z.array(
      z.strictObject({
        pseudonym: pseudonymSchema,
        sessions: count,
        changes: z.array(receivedChangeSchema),
      }),
    ),
    /** Clients in it that the sender has withdrawn before: the import leaves them out. */
    leftOut: z.array(pseudonymSchema),
    /** Clients in the vault that the sender has withdrawn: the import removes them, with the comments on them. */
    withdrawn: z.array(pseudonymSchema),
    /** Clients in the vault that are not in the bundle: they stay as they are. */
    absent: z.array(pseudonymSchema),
  }),
])
export type BundlePreview = z.output<typeof bundlePreviewSchema>

/** Counts how often each kind of data is in a bundle. */
export function contentsOf({ clients, wellbeing }: Bundle): Record<BundleContent, number> {
  const sessions = clients.flatMap((client) => client.sessions)
  const sum = (countIn: (client: Bundle['clients'][number]) => number): number =>
    clients.reduce((total, client) => total + countIn(client), 0)
  return {
    sessions: sessions.length,
    scores: sum(({ series }) => series.reduce((total, { scores }) => total + scores.length, 0)),
    episodes: sum(({ episodes }) => episodes.length),
    outcomes: sum(({ outcomes }) => outcomes.length),
    ruptures: sessions.filter(({ rupture }) => rupture !== null).length,
    questions: clients.filter(({ question }) => question !== null).length,
    agreements: sum(({ agreements = [] }) => agreements.length),
    dates: sessions.filter(({ date }) => date !== null).length,
    notes: sessions.filter(({ notes }) => notes !== null && notes !== '').length,
    words: sessions.filter(({ words }) => words !== null && words.length > 0).length,
    wellbeing: wellbeing?.length ?? 0,
  }
}
