import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalFormOf } from '../instruments/total-form.ts'
import { createTableGatherer } from './gather-table.ts'
import type { Mapping } from './mapping.ts'
import { exampleLong, exampleQuestionnaire, exampleWay, exampleWide } from './testing/example-table.ts'

const form = totalFormOf(exampleQuestionnaire, true)!
const instrument = { id: form.id, version: form.version }
const wide: Mapping = { ...exampleWide, instrument, items: [{ item: 'total', column: 4 }] }
const long: Mapping = { ...exampleLong, instrument, items: [{ item: 'total', text: 'sum' }] }

const anyTotals = fc.uniqueArray(
  fc.record({
    client: fc.constantFrom('Ash', 'Birch', 'Elm'),
    number: fc.integer({ min: 1, max: 9 }),
    total: fc.integer({ min: -2, max: 20 }).map((half) => half / 2),
  }),
  { selector: ({ client, number }) => `${client} ${number}`, maxLength: 12 },
)

test('totals come back from either layout, and those that the answers can’t give are problems of their rows', () => {
  fc.assert(
    fc.property(anyTotals, fc.constantFrom('point' as const, 'comma' as const), (given, decimal) => {
      for (const mapping of [wide, long]) {
        const columns = ['client', 'date', 'session', 'rater', 'item', 'answer'].toSpliced(
          4,
          mapping.layout === 'wide' ? 1 : 0,
        )
        const gatherer = createTableGatherer({
          how: { ...exampleWay, decimal },
          columns,
          questionnaires: [{ mapping, instrument: form }],
        })
        given.forEach(({ client, number, total }, at) => {
          const cell = String(total).replace('.', decimal === 'comma' ? ',' : '.')
          const answer = mapping.layout === 'wide' ? [cell] : ['sum', cell]
          gatherer.take(at + 2, [client, `2026-02-0${number}`, String(number), 'client', ...answer])
        })
        const isPossible = ({ total }: (typeof given)[number]): boolean => total >= 0 && total <= 9
        expect(
          [...gatherer.sessions()].map(({ client, number, forms }) => ({
            client,
            number,
            total: forms[0]?.answers[0],
          })),
        ).toEqual(given.filter(isPossible))
        expect(gatherer.end().problems.listed.map(({ row, code }) => [row, code])).toEqual(
          given.flatMap((each, at) => (isPossible(each) ? [] : [[at + 2, 'total-not-possible']])),
        )
      }
    }),
  )
})
