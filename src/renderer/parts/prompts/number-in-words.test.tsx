import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import type { PromptNumber } from '#shared/prompts/prompt.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { numberInWords } from './number-in-words.ts'

beforeAll(startI18n)

test.each<[PromptNumber, string]>([
  [{ label: 'Alliance', value: 4.756, n: 6 }, 'Alliance: 4.76 (from 6 ratings)'],
  [{ label: 'Alliance', value: 4.75, n: 1 }, 'Alliance: 4.75'],
  [{ label: 'Difference', value: -1.5, n: 3, of: 'sessions' }, 'Difference: −1.5 (from 3 sessions)'],
  [{ label: 'Sessions missed', value: 3, n: 3 }, 'Sessions missed: 3'],
])('%o in words', (number, words) => {
  expect(numberInWords(number, i18next.t)).toBe(words)
})
