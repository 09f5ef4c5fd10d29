import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError, type ErrorCode } from '#shared/contract/outcome.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { UnlockScreen } from './unlock-screen.tsx'

const opened = vaultStatus()

function showUnlock({
  unlock = () => opened,
  last = null,
}: {
  unlock?: (input: { passphrase: string }) => VaultStatus | Promise<VaultStatus>
  last?: LastLock | null
} = {}) {
  const unlocked = vi.fn(unlock)
  const app = renderApp({
    at: '/',
    screens: { '/': () => <UnlockScreen /> },
    handlers: {
      vault: { unlock: unlocked, status: () => ({ ...opened, state: 'locked', presence: 'present' }) },
      lock: { last: () => last },
      settings: { get: () => ({ theme: 'system', lockAfterMinutes: 7 }) },
    },
    state: () => 'locked',
  })
  return { ...app, unlocked, user: userEvent.setup() }
}

const field = () => screen.findByLabelText<HTMLInputElement>('Passphrase')
const failsWith = (code: ErrorCode) => () => {
  throw new AppError(code)
}

afterEach(cleanup)

describe('unlocking', () => {
  test('starts in the passphrase field, and Enter unlocks', async () => {
    const { user, unlocked, queryClient } = showUnlock()
    expect(await field()).toBe(document.activeElement)
    await user.keyboard('the right words{Enter}')
    await vi.waitFor(() => expect(queryClient.getQueryData(queryKeys.status)).toEqual(opened))
    expect(unlocked).toHaveBeenCalledExactlyOnceWith({ passphrase: 'the right words' })
  })

  test('says that it is at work, and asks only once however often Enter is pressed', async () => {
    let finish: (status: VaultStatus) => void = () => undefined
    const { user, unlocked } = showUnlock({ unlock: () => new Promise((resolve) => (finish = resolve)) })
    await field()
    await user.keyboard('the right words{Enter}{Enter}')
    expect(await screen.findByRole('button', { name: 'Unlocking…' })).toBeTruthy()
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Unlocking…')
    expect(unlocked).toHaveBeenCalledOnce()
    finish(opened)
  })

  test('asks for the passphrase rather than trying an empty one', async () => {
    const { user, unlocked } = showUnlock()
    await field()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Type your passphrase first.')).toBeTruthy()
    expect(unlocked).not.toHaveBeenCalled()
  })

  test('tells a wrong passphrase at the field, with what was typed selected to be typed over', async () => {
    const { user } = showUnlock({ unlock: failsWith('wrong-passphrase') })
    const box = await field()
    await user.keyboard('wrong words{Enter}')
    const error = await screen.findByText(/This passphrase doesn’t match/)
    expect(
      box
        .getAttribute('aria-describedby')
        ?.split(' ')
        .some((id) => document.getElementById(id)?.contains(error)),
    ).toBe(true)
    expect(document.activeElement).toBe(box)
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, 'wrong words'.length])
  })

  test('meets a damaged vault with a screen of its own, and trying again asks with what was typed', async () => {
    const { user, unlocked } = showUnlock({ unlock: failsWith('vault-damaged') })
    await field()
    await user.keyboard('the right words{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: /database is damaged/ })).toBe(
      document.activeElement,
    )
    expect(screen.queryByText(/looked again/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/looked again/)).toBeTruthy()
    expect(unlocked).toHaveBeenCalledTimes(2)
    expect(unlocked).toHaveBeenLastCalledWith({ passphrase: 'the right words' })
  })

  test('goes back to the passphrase where, after trouble, it no longer fits', async () => {
    const failures: ErrorCode[] = ['vault-in-use', 'wrong-passphrase']
    const { user } = showUnlock({ unlock: () => failsWith(failures.shift() ?? 'internal')() })
    await field()
    await user.keyboard('words of today{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
  })

  test('tells a lack of memory below the field, so that it can be tried again at once', async () => {
    const { user } = showUnlock({ unlock: failsWith('out-of-memory') })
    const box = await field()
    await user.keyboard('the right words{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/not enough memory.*Close some programs/)
    expect(box.value).toBe('the right words')
  })

  test('hints at Caps Lock while it is on', async () => {
    showUnlock()
    const box = await field()
    fireEvent.keyDown(box, { key: 'A', modifierCapsLock: true })
    expect(screen.getByText('Caps Lock is on.')).toBeTruthy()
    fireEvent.keyUp(box, { key: 'CapsLock', modifierCapsLock: false })
    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
  })

  test('says that nobody else can open it', async () => {
    showUnlock()
    expect(await screen.findByText(/nobody else can open this/)).toBeTruthy()
  })
})

describe('what happened at the last lock', () => {
  test('is told with the minutes, and that nothing is lost', async () => {
    showUnlock({ last: { reason: 'idle', isDraftSafe: true } })
    expect(await screen.findByText('Locked after 7 minutes without activity.')).toBeTruthy()
    expect(screen.getByText('Whatever you were writing is safe.')).toBeTruthy()
  })

  test('includes a loss, plainly', async () => {
    showUnlock({ last: { reason: 'failure', isDraftSafe: false } })
    expect(await screen.findByText(/stopped unexpectedly/)).toBeTruthy()
    expect(screen.getByText(/could not be saved/)).toBeTruthy()
  })

  test('is not mentioned where there was none', async () => {
    showUnlock()
    await field()
    expect(screen.queryByText(/[Ll]ocked/)).toBeNull()
  })
})
