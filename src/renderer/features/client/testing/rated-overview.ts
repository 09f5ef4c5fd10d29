import type { Instrument } from '#shared/instruments/instrument.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import { seriesOfClient } from '#shared/series/client-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import { newestShipped } from '#shared/series/testing/own-series.ts'
import { exampleClient, exampleSession } from './example-overview.ts'

/** Scores by the id of their series, `client/attune-emotions-client/anger`. */
export type Rated = Readonly<Record<string, number>>

/** An overview of sessions with these scores on Attune's own forms and on made-up ones, by the real series. */
export function ratedOverview(
  sessions: readonly (Rated & object)[],
  {
    instruments = [],
    changes = {},
  }: {
    instruments?: readonly Instrument[]
    /** What else a session is, by its number. */
    changes?: Readonly<Record<number, object>>
  } = {},
): ClientOverview {
  const newest = (id: string) => instruments.find((each) => each.id === id) ?? newestShipped(id)
  const rows = sessions.map((rated) => ({
    columns: Object.keys(rated).map((id): ScoreColumn => {
      const [rater = '', instrumentId = '', scaleId = ''] = id.split('/')
      const instrument = newest(instrumentId)
      if (instrument === null || (rater !== 'client' && rater !== 'therapist')) {
        throw new Error(`there is no series ${id}`)
      }
      return [rater, instrumentId, instrument.version, 'after', scaleId]
    }),
    values: Object.values(rated),
  }))
  const { series, scores } = seriesOfClient(rows, {
    find: (id) => newest(id),
    newest,
    always: [],
    pooled: () => null,
  })
  const summaries = scores.map((ofSession, index) =>
    exampleSession(index + 1, { scores: ofSession, ...changes[index + 1] }),
  )
  return { ...buildOverview(exampleClient, summaries, { series }), prompts: [] }
}
