import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { pastOf } from '../past-sessions.ts'
import { outcomeOverview } from '../testing/example-outcome.ts'
import { outcomePart } from './course-parts.ts'
import { plainOutcome } from './plain-parts.ts'
import { sessionsPart } from './session-parts.ts'

beforeAll(startI18n)

const sourceOf = (totals: readonly number[]) => {
  const overview = outcomeOverview([17, 15, 9], { totals })
  return { overview, past: pastOf(overview), hasSummary: false, t: i18next.t }
}
const given = sourceOf([0])
const answered = sourceOf([])

test('a report names the total that the change rests on, and what its mark means', () => {
  const words = JSON.stringify(outcomePart(given))
  expect(words).toContain('The score of session 1 is a total that another program gave.')
  expect(words).toContain('A diamond is a total that another program gave. Its answers are not known')
  const chart = outcomePart(given).find((block) => block.kind === 'chart')?.chart
  expect(chart?.line?.sessions.map(({ isTotal = false }) => isTotal)).toEqual([true, false, false])
  expect(JSON.stringify(outcomePart(answered))).not.toContain('another program')
})

test('the table of sessions marks it', () => {
  const cells = (source: typeof given) =>
    sessionsPart(source).flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
  expect(cells(given)).toEqual(expect.arrayContaining(['17 (total only)', '15', '9']))
  expect(cells(answered)).toEqual(expect.arrayContaining(['17', '15', '9']))
})

test('a report for the client says what the diamond is, if there is one', () => {
  const words = 'A diamond is a score that came without your answers.'
  expect(JSON.stringify(plainOutcome(given))).toContain(words)
  expect(JSON.stringify(plainOutcome(answered))).not.toContain(words)
})
