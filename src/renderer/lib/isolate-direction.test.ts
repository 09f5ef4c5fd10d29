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

test('each part of a list is isolated by itself, so that the words between them stay where they are', () => {
  const forms = ['שאלון 9', 'PHQ-9', 'استبيان']
  expect(i18next.t('today.sessions.due.after', { forms })).toContain(
    '\u2068שאלון 9\u2069, PHQ-9, and \u2068استبيان\u2069',
  )
  expect(i18next.t('today.sessions.due.after', { forms: ['GAD-7', 'PHQ-9'] })).toBe(
    'Due at the end: GAD-7 and PHQ-9.',
  )
})
