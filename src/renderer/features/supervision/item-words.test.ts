import i18next from 'i18next'
import { expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { itemName } from './item-words.ts'

startI18n()

const named = (change: Partial<Parameters<typeof itemName>[0]>): string =>
  itemName({ clientCode: null, sessionNumber: null, line: '', prompt: null, ...change }, i18next.t)

test('an item is named by its line, its client, its session, or the title of its prompt', () => {
  expect(named({ line: 'Fees' })).toBe('Fees')
  expect(named({ clientCode: 'K-07' })).toBe('K-07')
  expect(named({ clientCode: 'K-07', sessionNumber: 4 })).toBe('K-07, session 4')
  expect(named({ prompt: { title: 'After a drop' } })).toBe('After a drop')
  expect(named({ clientCode: 'K-07', prompt: { title: 'After a drop' } })).toBe('K-07: After a drop')
})

test('a code from right to left does not turn the title of a prompt round', () => {
  expect(named({ clientCode: 'שלום 7', prompt: { title: 'After a drop' } })).toBe(
    '\u2068שלום 7\u2069: After a drop',
  )
})
