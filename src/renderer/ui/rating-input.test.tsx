import { useState } from 'react'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { RatingInput } from './rating-input.tsx'

const texts = { notRated: 'Not rated', clear: 'Clear', option: (value: number) => `${value} out of 10` }
const anchors = { low: 'Not at all', high: 'Completely' }

function TwoRatings({
  onSave,
  onSubmit,
  size,
}: {
  onSave?: () => void
  onSubmit?: () => void
  size?: 'therapist' | 'client'
}) {
  const [goals, setGoals] = useState<number | null>(null)
  const [bond, setBond] = useState<number | null>(null)
  const shared = { anchors, texts, onSave, size }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit?.()
      }}
    >
      <RatingInput label="Goals" value={goals} onChange={setGoals} {...shared} />
      <RatingInput label="Bond" value={bond} onChange={setBond} {...shared} />
      <label>
        Notes <input />
      </label>
      <button type="submit">Save</button>
    </form>
  )
}

function group(name: 'Goals' | 'Bond') {
  return screen.getByRole('radiogroup', { name })
}

/** The number chosen in a group, or null if it is not rated. */
function chosen(name: 'Goals' | 'Bond'): number | null {
  const radios = within(group(name)).getAllByRole<HTMLInputElement>('radio')
  const checked = radios.find((radio) => radio.checked)
  return checked === undefined ? null : Number(checked.value)
}

function focusedNumber(): string | null {
  return document.activeElement?.getAttribute('aria-label') ?? null
}

async function start(given: Parameters<typeof TwoRatings>[0] = {}) {
  const user = userEvent.setup()
  render(<TwoRatings {...given} />)
  await user.tab()
  return user
}

afterEach(cleanup)

describe('a rating starts empty', () => {
  test('nothing is chosen and it says "not rated"', async () => {
    await start()
    expect(chosen('Goals')).toBeNull()
    expect(screen.getAllByText('Not rated')).toHaveLength(2)
  })

  test('each number is read as "7 out of 10" and the anchors are read with the question', async () => {
    await start()
    expect(within(group('Goals')).getByRole('radio', { name: '7 out of 10' })).toBeDefined()
    const description = document.getElementById(group('Goals').getAttribute('aria-describedby') ?? '')
    expect(description?.textContent).toBe('Not at allCompletely')
  })

  test('the whole rating is one Tab stop, rated or not', async () => {
    const user = await start()
    await user.keyboard('1')
    await user.tab()
    expect(group('Bond').contains(document.activeElement)).toBe(true)
  })
})

describe('digits in the therapist’s form', () => {
  test.each([0, 2, 3, 4, 5, 6, 7, 8, 9])('%i rates and goes to the next question', async (digit) => {
    const user = await start()
    await user.keyboard(`${digit}4`)
    expect([chosen('Goals'), chosen('Bond')]).toEqual([digit, 4])
    expect(document.activeElement).toBe(screen.getByLabelText('Notes'))
  })

  test('fault 250: 1 waits for the next key, which can make it ten', async () => {
    const user = await start()
    await user.keyboard('1')
    expect(focusedNumber()).toBe('1 out of 10')
    await user.keyboard('05')
    expect([chosen('Goals'), chosen('Bond')]).toEqual([10, 5])
  })

  test('fault 250: a digit after 1 is the answer to the next question', async () => {
    const user = await start()
    await user.keyboard('17')
    expect([chosen('Goals'), chosen('Bond')]).toEqual([1, 7])
  })

  test('fault 250: after 1 in the last question a digit is typed into nothing', async () => {
    const user = await start()
    await user.keyboard('317')
    expect([chosen('Goals'), chosen('Bond')]).toEqual([3, 1])
    expect(screen.getByLabelText<HTMLInputElement>('Notes').value).toBe('')
  })

  test('Enter after 1 goes on as after every answer', async () => {
    const user = await start()
    await user.keyboard('1{Enter}0')
    expect([chosen('Goals'), chosen('Bond')]).toEqual([1, 0])
  })

  test('Shift+Enter goes back to put a digit right', async () => {
    const user = await start()
    await user.keyboard('7{Shift>}{Enter}{/Shift}6')
    expect(chosen('Goals')).toBe(6)
    expect(group('Bond').contains(document.activeElement)).toBe(true)
  })
})

describe('digits in the client’s form', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('%i sets that value', async (digit) => {
    const user = await start({ size: 'client' })
    await user.keyboard(String(digit))
    expect(chosen('Goals')).toBe(digit)
    expect(focusedNumber()).toBe(`${digit} out of 10`)
  })

  test('1 and then 0 is ten', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('10')
    expect(chosen('Goals')).toBe(10)
  })

  test('digits of other scripts rate, too: Arabic, Persian, Devanagari, wide', async () => {
    const user = await start({ size: 'client' })
    for (const [typed, value] of [
      ['٧', 7],
      ['۳', 3],
      ['५', 5],
      ['９', 9],
    ] as const) {
      await user.keyboard(typed)
      expect(chosen('Goals')).toBe(value)
    }
    await user.keyboard('{Backspace}١٠')
    expect(chosen('Goals')).toBe(10)
  })

  test('1, another key, and then 0 is zero', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('1{ArrowRight}{ArrowLeft}0')
    expect(chosen('Goals')).toBe(0)
  })

  test('1, a visit elsewhere, and then 0 is zero', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('1')
    await user.tab()
    await user.tab({ shift: true })
    await user.keyboard('0')
    expect(chosen('Goals')).toBe(0)
  })

  test('a second digit replaces the first', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('35')
    expect(chosen('Goals')).toBe(5)
  })

  test('with Ctrl digits are left to the window', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('{Control>}3{/Control}')
    expect(chosen('Goals')).toBeNull()
  })
})

describe('arrows', () => {
  test.each([
    ['{ArrowRight}', 6],
    ['{ArrowDown}', 6],
    ['{ArrowLeft}', 4],
    ['{ArrowUp}', 4],
  ])('%s goes from 5 to %i', async (key, expected) => {
    const user = await start({ size: 'client' })
    await user.keyboard(`5${key}`)
    expect(chosen('Goals')).toBe(expected)
  })

  test('stop at 10', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('9{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(chosen('Goals')).toBe(10)
  })

  test('stop at 0', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('1{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(chosen('Goals')).toBe(0)
  })

  test('only move the focus while nothing is rated, and Space picks', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(chosen('Goals')).toBeNull()
    expect(focusedNumber()).toBe('2 out of 10')
    await user.keyboard(' ')
    expect(chosen('Goals')).toBe(2)
  })
})

describe('the other keys', () => {
  test('Home is 0', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('7{Home}')
    expect(chosen('Goals')).toBe(0)
  })

  test('End is 10', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('7{End}')
    expect(chosen('Goals')).toBe(10)
  })

  test.each(['{Backspace}', '{Delete}'])('%s goes back to "not rated"', async (key) => {
    const user = await start({ size: 'client' })
    await user.keyboard(`7${key}`)
    expect(chosen('Goals')).toBeNull()
    expect(screen.getAllByText('Not rated')).toHaveLength(2)
  })

  test('Enter goes to the next rating and does not submit', async () => {
    const onSubmit = vi.fn()
    const user = await start({ onSubmit, size: 'client' })
    await user.keyboard('7{Enter}8')
    expect(chosen('Goals')).toBe(7)
    expect(chosen('Bond')).toBe(8)
    expect(onSubmit).not.toHaveBeenCalled()
  })

  test('Enter on the last rating goes to the next control', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('{Enter}{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('Notes'))
  })

  test('Enter skips no control between two ratings', async () => {
    render(
      <form>
        <RatingInput label="One" value={null} onChange={() => undefined} anchors={anchors} texts={texts} />
        <button type="button">A word</button>
        <RatingInput label="Two" value={4} onChange={() => undefined} anchors={anchors} texts={texts} />
      </form>,
    )
    const user = userEvent.setup()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('A word')
  })

  test('Shift+Enter goes back to the previous rating, onto its answer', async () => {
    const user = await start({ size: 'client' })
    await user.keyboard('7{Enter}{Shift>}{Enter}{/Shift}')
    expect(group('Goals').contains(document.activeElement)).toBe(true)
    expect(focusedNumber()).toBe('7 out of 10')
  })

  test.each(['Control', 'Meta'])('%s+Enter saves', async (modifier) => {
    const onSave = vi.fn()
    const onSubmit = vi.fn()
    const user = await start({ onSave, onSubmit, size: 'client' })
    await user.keyboard(`7{${modifier}>}{Enter}{/${modifier}}`)
    expect(onSave).toHaveBeenCalledTimes(1)
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

test('a press on a number rates, and the clear button clears', async () => {
  const user = await start()
  await user.click(within(group('Bond')).getByRole('radio', { name: '4 out of 10' }))
  expect(chosen('Bond')).toBe(4)
  await user.click(screen.getByRole('button', { name: 'Clear Bond' }))
  expect(chosen('Bond')).toBeNull()
  expect(group('Bond').contains(document.activeElement)).toBe(true)
})
