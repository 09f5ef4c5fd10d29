import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { longestPassphrase } from '#shared/passphrase/limits.ts'
import { passphraseWords } from '#shared/passphrase/words.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import type { ReadBack } from './recovery-check.tsx'
import { RecoverySteps } from './recovery-steps.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'

const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 7))
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const show = (what: ReactNode) =>
  render(<QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>)

beforeAll(startI18n)
afterEach(cleanup)

describe('a new passphrase', () => {
  const first = () => screen.getByLabelText<HTMLInputElement>('Passphrase')
  const second = () => screen.getByLabelText<HTMLInputElement>('The same passphrase again')

  function Form({ onDone }: { onDone: (passphrase: string) => void }) {
    const chosen = useNewPassphrase()
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.check()) onDone(chosen.passphrase)
        }}
      >
        <NewPassphraseFields chosen={chosen} />
        <button type="submit">Go on</button>
      </form>
    )
  }

  function showForm() {
    const done = vi.fn()
    show(<Form onDone={done} />)
    const user = userEvent.setup()
    const put = async (box: HTMLElement, text: string) => {
      await user.clear(box)
      await user.click(box)
      await user.paste(text)
    }
    return { done, user, put }
  }

  test('is accepted once it is long enough and typed twice', async () => {
    const { done, user, put } = showForm()
    await put(first(), 'another river every night')
    await put(second(), 'another river every night')
    await user.click(button('Go on'))
    expect(done).toHaveBeenCalledWith('another river every night')
  })

  test('is counted in characters during typing, without errors yet', async () => {
    const { put } = showForm()
    expect(screen.getByText(/^0 characters; at least 12 are needed/)).toBeDefined()
    await put(first(), '😀')
    expect(screen.getByText(/^1 character; at least 12 are needed/)).toBeDefined()
    await put(first(), '😀'.repeat(12))
    expect(screen.getByText('12 characters: long enough.')).toBeDefined()
    expect(screen.queryByText(/These two are not the same/)).toBeNull()
  })

  test.each([
    ['too short', 'short', 'short', /Use at least 12 characters/, 'Passphrase'],
    ['too long', 'x'.repeat(longestPassphrase + 1), '', /Use at most/, 'Passphrase'],
    [
      'typed differently',
      'another river every night',
      'another',
      /not the same/,
      'The same passphrase again',
    ],
  ])(
    'that is %s is refused, with the reason and the focus at its field',
    async (_what, one, other, words, box) => {
      const { done, user, put } = showForm()
      // The field limits typed text; longer text set by other means is still refused.
      fireEvent.change(first(), { target: { value: one } })
      if (other !== '') await put(second(), other)
      await user.click(button('Go on'))
      expect(screen.getByText(words)).toBeDefined()
      expect(document.activeElement).toBe(screen.getByLabelText(box))
      expect(done).not.toHaveBeenCalled()
    },
  )

  test('can be five random words, which can be replaced by others', async () => {
    const { user } = showForm()
    const drawn = () => document.querySelector('output')?.textContent ?? ''
    const before = drawn()
    expect(before.split(' ')).toHaveLength(5)
    expect(before.split(' ').every((word) => passphraseWords.includes(word))).toBe(true)
    await user.click(button('Five other words'))
    expect(drawn()).not.toBe(before)
    await user.click(button('Use these words'))
    expect(first().value).toBe(drawn())
    expect(second().value).toBe('')
    expect(screen.getByText(/Write them down, then type them in the second/)).toBeDefined()
    await user.click(button('Five other words'))
    expect(screen.queryByText(/Write them down, then type them in the second/)).toBeNull()
  })
})

describe('the note on Caps Lock', () => {
  test('is there only while Caps Lock is on, as the keys say', () => {
    show(
      <CapsLockNote>
        <input aria-label="box" />
      </CapsLockNote>,
    )
    const box = screen.getByLabelText('box')
    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
    fireEvent.keyDown(box, { key: 'A', modifierCapsLock: true })
    expect(screen.getByText('Caps Lock is on.')).toBeDefined()
    fireEvent.keyUp(box, { key: 'CapsLock', modifierCapsLock: false })
    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
  })
})

describe('a failure', () => {
  test('has its own words; without one nothing is shown', () => {
    show(<FailureNotice failure={null} />)
    expect(screen.queryByRole('alert')).toBeNull()
    cleanup()
    show(<FailureNotice failure={new AppError('disk-full')} />)
    expect(screen.getByRole('alert').textContent).toMatch(/disk is full/i)
  })

  test('that is unexpected has words, too', () => {
    show(<FailureNotice failure={new TypeError('x is not a function')} />)
    const { textContent } = screen.getByRole('alert')
    expect(textContent).not.toBe('')
    expect(textContent).not.toContain('x is not a function')
  })
})

describe('a new recovery key', () => {
  const print = vi.fn()
  beforeEach(() => {
    print.mockReset()
    vi.stubGlobal('print', print)
    return () => vi.unstubAllGlobals()
  })

  function Steps({ confirm }: { confirm: (typed: ReadBack) => void }) {
    const submit = useMutation({
      mutationFn: ({ groups: typed }: { groups: ReadBack }) => Promise.resolve().then(() => confirm(typed)),
    })
    return (
      <RecoverySteps
        made={{ groups, asked: [2, 9] }}
        submit={{ mutate: submit.mutate, isPending: submit.isPending, error: submit.error }}
      />
    )
  }

  async function readBack(confirm: (typed: ReadBack) => void) {
    show(<Steps confirm={confirm} />)
    const user = userEvent.setup()
    await user.click(button('I have it on paper'))
    const type = async (number: number, text: string) => {
      const box = screen.getByLabelText(`Group ${number}`)
      await user.clear(box)
      await user.type(box, text)
    }
    return { user, type }
  }

  test('is shown in its groups, with the focus on them, and can be printed', async () => {
    show(<Steps confirm={() => undefined} />)
    const list = screen.getByRole('list', { name: /13 groups of five characters/ })
    expect(document.activeElement).toBe(list)
    const shown = Array.from(list.children, (group) => group.textContent.replace(/^\d+/, ''))
    expect(shown).toEqual(groups.map((group) => group.replace(/^\d+/, '')))
    expect(screen.queryByText(/If nothing came out of the printer/)).toBeNull()
    await userEvent.setup().click(button('Print it'))
    expect(print).toHaveBeenCalledTimes(1)
    expect(screen.getByText(/If nothing came out of the printer/)).toBeDefined()
  })

  test('is hidden while the user types two of its groups, and can be shown again', async () => {
    const { user } = await readBack(() => undefined)
    expect(document.body.textContent).not.toContain(groups[0])
    await user.click(button('Show the key again'))
    expect(document.body.textContent).toContain(groups[0])
  })

  test('becomes valid once both groups are confirmed', async () => {
    const confirm = vi.fn()
    const { user, type } = await readBack(confirm)
    await type(2, groups[1] ?? '')
    await type(9, groups[8] ?? '')
    await user.click(button('Confirm the recovery key'))
    await waitFor(() =>
      expect(confirm).toHaveBeenCalledWith([
        { number: 2, text: groups[1] },
        { number: 9, text: groups[8] },
      ]),
    )
  })

  test('asks for each missing group in turn', async () => {
    const confirm = vi.fn()
    const { user, type } = await readBack(confirm)
    await user.click(button('Confirm the recovery key'))
    expect(screen.getByText('Type group 2 from the paper.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Group 2'))
    await type(2, 'ABCDE')
    await user.click(button('Confirm the recovery key'))
    expect(screen.getByText('Type group 9 from the paper.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Group 9'))
    expect(confirm).not.toHaveBeenCalled()
  })

  test.each([
    [['groups.0'], ['2'], '2'],
    [['groups.1'], ['9'], '9'],
    [['groups.0', 'groups.1'], ['2', '9'], '2'],
  ])(
    'says which group differs (%s), with the focus at the first of them',
    async (places, numbers, focused) => {
      const { user, type } = await readBack(() => {
        throw new AppError('recovery-key-not-confirmed', places)
      })
      await type(2, 'ABCDE')
      await type(9, 'ABCDE')
      await user.click(button('Confirm the recovery key'))
      for (const number of numbers)
        expect(await screen.findByText(new RegExp(`Check group ${number} on the paper again`))).toBeDefined()
      expect(screen.getAllByText(/on the paper again/)).toHaveLength(numbers.length)
      expect(document.activeElement).toBe(screen.getByLabelText(`Group ${focused}`))
      expect(screen.queryByRole('alert')).toBeNull()
    },
  )

  test('names other reasons why it was not confirmed', async () => {
    const { user, type } = await readBack(() => {
      throw new AppError('disk-full')
    })
    await type(2, 'ABCDE')
    await type(9, 'ABCDE')
    await user.click(button('Confirm the recovery key'))
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
  })
})
