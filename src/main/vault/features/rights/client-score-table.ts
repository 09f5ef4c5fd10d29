import { toCsv, type CsvCell } from '#shared/csv/csv.ts'
import { answerTo } from '#shared/instruments/response.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'

const header = [
  'session',
  'date',
  'status',
  'rater',
  'occasion',
  'instrument',
  'version',
  'form',
  'kind',
  'id',
  'words',
  'value',
  'answered',
  'of',
]

/** Every answer and every score of a client's sessions, one per row, in the order they were given. */
export function clientScoreTable(
  sessions: readonly FullSession[],
  instruments: Pick<InstrumentLibrary, 'find'>,
): string {
  return toCsv(
    header,
    sessions.flatMap(({ session, responses }) =>
      responses.flatMap((response) =>
        rowsOf(response, instruments).map((row) => [session.number, session.date, session.status, ...row]),
      ),
    ),
  )
}

function rowsOf(response: Response, instruments: Pick<InstrumentLibrary, 'find'>): CsvCell[][] {
  const { instrumentId, instrumentVersion, rater, occasion, answers } = response
  const instrument = instruments.find(instrumentId, instrumentVersion)
  if (!instrument) return []
  const common = [rater, occasion, instrumentId, instrumentVersion, instrument.title]
  const items = instrument.items.map(({ id, text }): CsvCell[] => {
    const value = answerTo(answers, id)
    return [...common, 'answer', id, text, value, value === null ? 0 : 1, 1]
  })
  const scores = scoreResponse(instrument, answers)
  const scales = instrument.scales.map(({ id, title }): CsvCell[] => {
    const score = scores[id]
    return [
      ...common,
      'score',
      id,
      title,
      score?.value ?? null,
      score?.answered ?? null,
      score?.items ?? null,
    ]
  })
  return [...items, ...scales]
}
