import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attentionKinds } from './attention.ts'
import { clientRowSchema, packedRowsSchema, packRows, unpackRows } from './client-rows.ts'

const day = fc.constantFrom('2025-12-31', '2026-03-02', '2026-03-20')
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const score = fc.double({ min: -10, max: 100, noNaN: true })
const line = fc.stringMatching(/^[A-Za-z0-9äß]{1,12}$/)
const reason = fc.oneof(
  fc.record({
    kind: fc.constant('unrated'),
    on: day,
    evidence: line,
    sessions: fc.integer({ min: 1, max: 30 }),
    ratedBefore: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    kind: fc.constant('fall'),
    on: day,
    evidence: line,
    number: fc.integer({ min: 1, max: 500 }),
    score,
    reference: score,
    ratings: fc.integer({ min: 1, max: 500 }),
    state: fc.constantFrom('open', 'unrepaired'),
  }),
)

/** Rows as the vault makes them. */
const row = fc
  .record({
    clientId: fc.uuid({ version: 4 }),
    clientCode: line,
    isFictional: fc.boolean(),
    status: fc.constantFrom('active', 'paused', 'ended'),
    therapyType: fc.oneof(fc.constant(''), line),
    sessionCount: fc.nat({ max: 500 }),
    lastHeldOn: orNull(day),
    reasons: fc.array(reason, { maxLength: 3 }),
    lookedAt: fc.array(fc.record({ kind: fc.constantFrom(...attentionKinds), until: day }), { maxLength: 2 }),
    trend: orNull(
      fc.record({ values: fc.array(orNull(score), { maxLength: 20 }), minimum: score, maximum: score }),
    ),
    outcome: orNull(
      fc.record({
        title: fc.oneof(fc.constant(''), line),
        score,
        standing: fc.constantFrom('reliably-better', 'reliably-worse', 'not-reliable', 'too-few-ratings'),
      }),
    ),
    next: orNull(fc.record({ date: day, timeOfDay: orNull(fc.constantFrom('00:00', '09:30')) })),
  })
  .map((drawn) => clientRowSchema.parse(drawn))

const asItCrosses = (packed: unknown) => packedRowsSchema.parse(JSON.parse(JSON.stringify(packed)))

test('rows are the same after they have crossed as columns', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      // JSON has no negative zero.
      expect(unpackRows(asItCrosses(packRows(rows)))).toEqual(JSON.parse(JSON.stringify(rows)))
    }),
  )
})

test('columns of different lengths are refused', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.nat(), (rows, place) => {
      const packed = packRows(rows)
      const names = Object.keys(packed).filter((name) => name !== 'clientId')
      const name = names[place % names.length] ?? ''
      expect(() => unpackRows({ ...packed, [name]: [] })).toThrow(/different lengths/)
    }),
  )
})
