import { useState } from 'react'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { NumberField } from './number-field.tsx'

afterEach(cleanup)

/** A field that goes away without the focus moving, as when a shortcut leaves its screen. */
function show(start: number | null) {
  const given: (number | null)[] = []
  function Screen({ isLeft }: { isLeft: boolean }) {
    const [value, setValue] = useState(start)
    const take = (next: number | null) => {
      given.push(next)
      setValue(next)
    }
    return isLeft ? null : (
      <NumberField
        label="Length"
        value={value}
        onChange={take}
        minimum={1}
        maximum={600}
        keptInstead={(typed, kept) => `typed ${typed}, kept ${kept}`}
      />
    )
  }
  const { rerender } = render(<Screen isLeft={false} />)
  return {
    given,
    user: userEvent.setup(),
    box: screen.getByRole('textbox', { name: 'Length' }),
    leave: () => rerender(<Screen isLeft />),
  }
}

test('fault 132: a number that is being typed is handed on when its screen goes away', async () => {
  const { given, user, box, leave } = show(null)
  await user.type(box, '55')
  expect(given).toEqual([])
  leave()
  expect(given).toEqual([55])
})

test('fault 132: a number that is being emptied is handed on, too', async () => {
  const { given, user, box, leave } = show(50)
  await user.clear(box)
  leave()
  expect(given).toEqual([null])
})

test('a number outside the limits stays as it is when its screen goes away untouched', () => {
  const { given, leave } = show(700)
  leave()
  expect(given).toEqual([])
})

test('a number that was handed on is not handed on again', async () => {
  const { given, user, box, leave } = show(null)
  await user.type(box, '55')
  act(() => box.blur())
  act(() => box.focus())
  leave()
  expect(given).toEqual([55])
})

test.each([
  ['45,5', '45.5'],
  ['45.5', '45.5'],
  ['45٫5', '45.5'],
])('%s is no four hundred: the field says what it holds instead', async (typed, written) => {
  const { given, user, box } = show(null)
  await user.type(box, typed)
  await user.tab()
  expect(given).toEqual([46])
  expect(screen.getByText(`typed ${written}, kept 46`)).toBeTruthy()
  await user.click(box)
  expect(screen.queryByText(/^typed/)).toBeNull()
})

test('a number beyond the limits is not cut without a word', async () => {
  const { given, user, box } = show(null)
  await user.type(box, '700')
  await user.tab()
  expect(given).toEqual([600])
  expect(screen.getByText('typed 700, kept 600')).toBeTruthy()
})

test.each([
  ['45,0', 45],
  ['1 204', 600],
  ['４５', 45],
])('a pasted %s is read as it was meant', async (pasted, kept) => {
  const { given, user, box } = show(null)
  await user.click(box)
  fireEvent(
    box,
    new InputEvent('beforeinput', {
      bubbles: true,
      cancelable: true,
      inputType: 'insertFromPaste',
      data: pasted,
    }),
  )
  await user.tab()
  expect(given).toEqual([kept])
})
