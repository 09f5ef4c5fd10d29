import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { reasonInWords } from './reason-words.ts'

beforeAll(startI18n)

test.each([
  [0, ''],
  [1, ' One of the two scores is a total only, without its answers.'],
  [2, ' Both scores are totals only, without their answers.'],
])('a change with %i totals among its two scores says so', (totals, said) => {
  const scores = { before: 9, after: 17, threshold: 6, ratings: 2 }
  const about = { number: 2, title: 'PHQ-9', on: '2026-01-12', evidence: 'phq-9 2 17' }
  expect(reasonInWords({ kind: 'worse', ...about, ...scores, totals }, i18next.t)).toBe(
    `PHQ-9: 9, now 17. Reliably worse: 8 points, 6 or more count.${said}`,
  )
})
