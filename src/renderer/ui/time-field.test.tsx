import { useState } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { I18nProvider } from 'react-aria-components'
import { afterEach, expect, test } from 'vitest'
import { TimeField } from './time-field.tsx'

afterEach(cleanup)

function show(start: string | null, locale = 'en-GB') {
  const given: (string | null)[] = []
  function Screen() {
    const [value, setValue] = useState(start)
    const take = (next: string | null) => {
      given.push(next)
      setValue(next)
    }
    return (
      <I18nProvider locale={locale}>
        <TimeField label="Time" notWhole="A part is missing." value={value} onChange={take} />
        <button type="button">elsewhere</button>
      </I18nProvider>
    )
  }
  render(<Screen />)
  return { given, user: userEvent.setup(), parts: () => screen.getAllByRole('spinbutton') }
}

test('a time is typed part by part, and handed on as hours and minutes of a day of 24 hours', async () => {
  const { given, user, parts } = show(null, 'en-US')
  await user.click(parts()[0]!)
  await user.keyboard('0230p')
  expect(given.at(-1)).toBe('14:30')
})

test('a time can be taken back', async () => {
  const { given, user, parts } = show('09:30')
  for (const part of parts()) {
    await user.click(part)
    await user.keyboard('{Backspace}{Backspace}')
  }
  expect(given.at(-1)).toBeNull()
  await user.click(screen.getByRole('button'))
  expect(screen.queryByText('A part is missing.')).toBeNull()
})

test('a missing part is named once the field is left', async () => {
  const { user, parts } = show(null)
  await user.click(parts()[0]!)
  await user.keyboard('09')
  expect(screen.queryByText('A part is missing.')).toBeNull()
  await user.click(screen.getByRole('button'))
  expect(await screen.findByText('A part is missing.')).toBeTruthy()
})
