import i18next from 'i18next'
import { expect, test } from 'vitest'
import { startI18n } from './i18n.ts'

startI18n()

const sentence = (other: string): string => i18next.t('clients.form.problem.codeLooksAlike', { other })

test('a code from right to left is isolated in a sentence', () => {
  expect(sentence('שלום 7')).toContain('“\u2068שלום 7\u2069”')
  expect(sentence('مريم')).toContain('“\u2068مريم\u2069”')
})

test('every other code is put in as it is', () => {
  for (const code of ['K-07', 'Ålesund & <b>', 'Юлия', '山']) expect(sentence(code)).toContain(`“${code}”`)
})
