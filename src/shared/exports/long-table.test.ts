import { expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv.ts'
import type { ExportedSession } from './exported-ratings.ts'
import { wholeText } from './growing-file.ts'
import { longColumns, longTable } from './long-table.ts'
import { findShipped } from './testing/sample-ratings.ts'

const session: ExportedSession = {
  client: 'K-07',
  isFictional: false,
  number: 4,
  date: '2026-03-16',
  status: 'held',
  modality: 'video',
  durationMinutes: 50,
  notes: '',
  ownRatings: [],
  forms: [],
}

/** The state that the long table gives a session in its own row. */
function stateOf(status: ExportedSession['status']): string | null {
  const [, row] = [...readCsv(wholeText(longTable(findShipped), [{ ...session, status }]))]
  return row?.cells[longColumns.indexOf('state')] ?? null
}

test('only a session that the client missed has the state “missed” in its row', () => {
  expect([stateOf('no-show'), stateOf('late-cancel')]).toEqual(['missed', 'missed'])
  for (const status of ['held', 'begun', 'planned', 'cancelled-by-client', 'cancelled-by-therapist'] as const)
    expect(stateOf(status)).toBeNull()
})
