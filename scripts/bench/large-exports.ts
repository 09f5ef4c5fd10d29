import { randomUUID } from 'node:crypto'
import { toExportedSession, type ExportedSession } from '#shared/exports/exported-ratings.ts'
import { fhirBundle } from '#shared/exports/fhir/fhir-bundle.ts'
import { wholeText } from '#shared/exports/growing-file.ts'
import { ownWordsTable } from '#shared/exports/own-words-table.ts'
import { importLimits } from '#shared/imports/how-to-read.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Response } from '#shared/records/session-log.ts'
import { codeOf, dayOf, largeInstrument, sessionsOfEach } from './large-tables.ts'

const now = '2026-01-01T12:00:00.000Z'

/** Ratings in own words, one for each of so many sessions, as Attune's table has them. */
export function largeOwnWordsTable(ratings: number): string {
  const instrument = largeInstrument()
  return withoutMark(
    wholeText(
      ownWordsTable(),
      Array.from({ length: ratings }, (_, at) => sessionAt(at, instrument)),
    ),
  )
}

/** A bundle that is as large as a file may be, and how many sessions it has: each with a PHQ-9 and a rating in own words. */
export function largestBundle(): { readonly text: string; readonly sessions: number } {
  const instrument = largeInstrument()
  const forms = [{ instrument, rater: 'client', occasion: 'before' }] as const
  const file = fhirBundle({ find: () => instrument, forms, withWords: true, now, newId: randomUUID })
  const parts = [file.start]
  let length = file.start.length + file.end.length
  for (;;) {
    const next = file.add(sessionAt(parts.length - 1, instrument))
    length += next.length
    if (length > importLimits.bytes) return { text: parts.join('') + file.end, sessions: parts.length - 1 }
    parts.push(next)
  }
}

function sessionAt(at: number, instrument: Instrument): ExportedSession {
  const form: Omit<Response, 'id'> = {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    rater: 'client',
    occasion: 'before',
    answers: Object.fromEntries(
      instrument.items.map(({ id }, item) => [id, { value: (at + item) % 4, missingReason: null }]),
    ),
    words: [],
    comment: '',
    recordedAt: now,
    fromPaperAt: null,
  }
  return toExportedSession(
    {
      client: { code: codeOf(Math.floor(at / sessionsOfEach)), isFictional: false },
      session: {
        number: (at % sessionsOfEach) + 1,
        date: dayOf((at % sessionsOfEach) + 1),
        status: 'held',
        modality: 'in-person',
        durationMinutes: 50,
        notes: '',
      },
      responses: [form],
      ownRatings: [
        {
          kind: 'goal',
          item: 1,
          wording: 1,
          recordedAt: now,
          value: at % 11,
          words: 'Sleep through the night',
        },
      ],
    },
    () => instrument,
    true,
  )
}

const withoutMark = (text: string): string => text.replace(/^\u{feff}/u, '')
