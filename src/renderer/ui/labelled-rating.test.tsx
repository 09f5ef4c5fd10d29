import { useState } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { LabelledRating, type LabelledAnswer } from './labelled-rating.tsx'

const words = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day']
const fromZero = words.map((text, value) => ({ value, text }))

function Asked({
  answers = fromZero,
  size,
}: {
  answers?: readonly LabelledAnswer[]
  size?: 'client' | undefined
}) {
  const [value, setValue] = useState<number | null>(null)
  return (
    <>
      <LabelledRating
        label="Feeling tired"
        answers={answers}
        value={value}
        onChange={setValue}
        size={size}
        texts={{ notRated: 'Nothing chosen', clear: 'Take back' }}
      />
      <p>stored: {String(value)}</p>
      <button type="button">Next</button>
    </>
  )
}

async function start(given: Parameters<typeof Asked>[0] = { size: 'client' }) {
  const user = userEvent.setup()
  render(<Asked {...given} />)
  await user.tab()
  return user
}

const stored = (value: string) => screen.getByText(`stored: ${value}`)
const chosen = () =>
  screen.getAllByRole<HTMLInputElement>('radio').flatMap((radio, index) => (radio.checked ? [index] : []))

afterEach(cleanup)

describe('an item with words for every answer', () => {
  test('shows every answer in words, none of them chosen', async () => {
    await start()
    for (const name of words) expect(screen.getByRole('radio', { name })).toBeTruthy()
    expect(chosen()).toEqual([])
    expect(screen.getByText('Nothing chosen')).toBeTruthy()
  })

  test('is answered by a click on the words', async () => {
    const user = await start()
    await user.click(screen.getByText('Several days'))
    expect(stored('1')).toBeTruthy()
    expect(chosen()).toEqual([1])
  })

  test.each([0, 1, 2, 3])('is answered by the digit %i', async (digit) => {
    const user = await start()
    await user.keyboard(String(digit))
    expect(stored(String(digit))).toBeTruthy()
    expect(chosen()).toEqual([digit])
  })

  test('leads to the next question in the therapist’s form, and there only', async () => {
    const user = await start({})
    await user.keyboard('1')
    expect(stored('1')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Next')
  })

  test('ignores a digit that is not one of its answers', async () => {
    const user = await start()
    await user.keyboard('4')
    expect(stored('null')).toBeTruthy()
  })

  test('stops at its ends with the arrows, and goes to them with Home and End', async () => {
    const user = await start()
    await user.keyboard('{End}{ArrowDown}')
    expect(stored('3')).toBeTruthy()
    await user.keyboard('{Home}{ArrowUp}')
    expect(stored('0')).toBeTruthy()
  })

  test('is cleared by Backspace and by its button', async () => {
    const user = await start()
    await user.keyboard('2{Backspace}')
    expect(stored('null')).toBeTruthy()
    await user.keyboard('2')
    await user.click(screen.getByRole('button', { name: /^Take back/ }))
    expect(stored('null')).toBeTruthy()
  })

  test('uses the numbers of the answers even if they start elsewhere or skip some', async () => {
    const answers = [
      { value: 1, text: 'Never' },
      { value: 3, text: 'Sometimes' },
      { value: 5, text: 'Always' },
    ]
    const user = await start({ answers, size: 'client' })
    await user.keyboard('3')
    expect(stored('3')).toBeTruthy()
    await user.keyboard('{ArrowDown}')
    expect(stored('5')).toBeTruthy()
    await user.keyboard('2')
    expect(stored('5')).toBeTruthy()
  })
})
