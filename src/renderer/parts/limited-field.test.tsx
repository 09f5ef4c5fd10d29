import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { LimitedField } from './limited-field.tsx'

afterEach(cleanup)

test('fault 106: shows a text of the longest length without a word, and one over with its count', () => {
  startI18n()
  const field = (value: string) => (
    <LimitedField
      label="Notes"
      value={value}
      onChange={() => undefined}
      limit={20_000}
      error="another error"
    />
  )
  const { rerender } = render(field('a'.repeat(20_000)))
  expect(screen.getByText('another error')).toBeTruthy()
  rerender(field('a'.repeat(23_853)))
  expect(screen.getByDisplayValue('a'.repeat(23_853))).toBeTruthy()
  expect(
    screen.getByText('All of your text is here, but it is 3,853 characters too long. At most 20,000 fit.'),
  ).toBeTruthy()
})

test('fault 106: no field of any screen cuts a text by itself', () => {
  const screens = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' })
  expect(Object.keys(screens).length).toBeGreaterThan(100)
  expect(Object.keys(screens).filter((name) => /\bmaxLength=/.test(screens[name] ?? ''))).toEqual([])
})
