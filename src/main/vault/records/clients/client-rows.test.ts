import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { clientStatuses } from '#shared/records/client.ts'
import { countedFrom, countedSchema, namedFrom, namedSchema } from './client-rows.ts'

/** What reading a row gives: the record, or that it is refused. */
function readBy(read: (row: unknown) => unknown, row: unknown): unknown {
  try {
    return read(row)
  } catch (cause) {
    if (cause instanceof z.ZodError) return 'refused'
    throw cause
  }
}

const oddLines = [
  '',
  ' ',
  ' K-07',
  'K-07\u00a0',
  'K\u00fc\u00e7\u00fck',
  '\u05e9\u05dc\u05d5\u05dd',
  'a\u0007b',
  'a\nb',
  '\ufeffa',
  '\ud83c\udf3f',
  '\ud800',
  'a'.repeat(41),
  'a'.repeat(81),
]
const line = fc.oneof(
  fc.constantFrom(...oddLines),
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.string({ maxLength: 45 }),
)
const id = fc.oneof(
  fc.uuid(),
  fc.uuid().map((each) => each.toUpperCase()),
  fc.constantFrom('', 'a', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
)
const odd = fc.constantFrom(null, undefined, 1.5, 2, '1', true, {}, [])
const status = fc.oneof(fc.constantFrom(...clientStatuses, 'gone'), odd)

test('a row of a list is read as its schema reads it, or refused as by it', () => {
  const named = fc.record({
    id,
    code: fc.oneof(line, odd),
    status,
    is_fictional: fc.oneof(fc.constantFrom(0, 1), odd),
  })
  fc.assert(
    fc.property(fc.oneof(named, odd), (row) => {
      expect(readBy(namedFrom, row)).toEqual(readBy((each) => namedSchema.parse(each), row))
    }),
    { numRuns: 2_000 },
  )
})

test('the same with the counts', () => {
  const counted = fc.record({
    id,
    status,
    therapy_type: fc.oneof(line, odd),
    session_count: fc.oneof(fc.nat(), fc.double(), odd),
    last_held_on: fc.oneof(fc.constantFrom('2026-01-05', null), odd),
  })
  fc.assert(
    fc.property(fc.oneof(counted, odd), (row) => {
      expect(readBy(countedFrom, row)).toEqual(readBy((each) => countedSchema.parse(each), row))
    }),
    { numRuns: 2_000 },
  )
})
