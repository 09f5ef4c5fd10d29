import { leastChangeOf, type ForeseenCourse } from '#shared/foresight/open-foresight.ts'
import { changeThresholdsOf } from '#shared/instruments/instrument.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { ScoredSession } from './score.repository.ts'
import { readSeries } from './series-of-client.ts'

/** A scale of a client's form, named without its version. */
interface ForeseenScale {
  readonly instrumentId: string
  readonly scaleId: string
}

/** What a client's scores say to foresights. */
export interface ForeseenScores {
  /** The scale of the client's own alliance that leads the client's page; null if there is none. */
  readonly lead: ForeseenScale | null
  /** The course that foresights about a scale rest on; null if the scale is not known any more. */
  readonly courseOf: (scale: ForeseenScale) => (ForeseenCourse & { readonly title: string }) | null
}

/** Reads from stored scores what a client's foresights rest on. `chosenLead` is the series that the therapist chose. */
export function foreseenScores(
  scored: readonly ScoredSession[],
  instruments: Pick<InstrumentLibrary, 'find' | 'latest'>,
  chosenLead: string | null,
): ForeseenScores {
  const { series, scores } = readSeries(scored, instruments)
  const lead = leadSeries(series, scores, chosenLead)
  return {
    lead: lead && { instrumentId: lead.instrumentId, scaleId: lead.scaleId },
    courseOf: ({ instrumentId, scaleId }) => {
      const versions = series.filter(
        (each) => each.rater === 'client' && each.instrumentId === instrumentId && each.scaleId === scaleId,
      )
      const [first] = versions
      if (first === undefined) return null
      return {
        title: first.title,
        sessions: scored.map(({ number, status, columns }) => ({
          number,
          status,
          isAnswered: columns.some(([rater, id]) => rater === 'client' && id === instrumentId),
        })),
        ratings: versions.map(({ id }) => scores.map((ofSession) => ofSession[id] ?? null)),
        leastChange: leastChangeOf(first.step, reliableChangeOf(first, instruments)),
      }
    },
  }
}

/** The reliable change that the first source names for a scale; null without one. */
function reliableChangeOf(
  { instrumentId, scaleId }: ClientSeries,
  instruments: Pick<InstrumentLibrary, 'latest'>,
): number | null {
  const instrument = instruments.latest(instrumentId)
  const thresholds = instrument === null ? [] : changeThresholdsOf(instrument)
  return thresholds.find(({ scale }) => scale === scaleId)?.points ?? null
}
