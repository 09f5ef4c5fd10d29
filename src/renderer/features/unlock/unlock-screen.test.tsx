import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError, type ErrorCode } from '#shared/contract/outcome.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { UnlockScreen } from './unlock-screen.tsx'

const opened: VaultStatus = {
  state: 'open',
  presence: 'present',
  isOlderThanLastUsed: false,
  hasSample: false,
}

function showUnlock({
  unlock = () => opened,
  last = null,
  isHeaderDamaged = false,
}: {
  unlock?: (input: { passphrase: string }) => VaultStatus | Promise<VaultStatus>
  last?: LastLock | null
  isHeaderDamaged?: boolean
} = {}) {
  const unlocked = vi.fn(unlock)
  const quit = vi.fn(() => undefined)
  const app = renderApp({
    at: '/',
    screens: { '/': () => <UnlockScreen isHeaderDamaged={isHeaderDamaged} /> },
    handlers: {
      vault: { unlock: unlocked, status: () => ({ ...opened, state: 'locked', presence: 'damaged' }) },
      lock: { last: () => last },
      settings: { get: () => ({ theme: 'system', lockAfterMinutes: 7 }) },
      app: { quit },
    },
    state: () => 'locked',
  })
  return { ...app, unlocked, quit, user: userEvent.setup() }
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

  test.each([
    ['vault-damaged', /damaged and can’t be opened/],
    ['vault-missing', /not where it should be/],
    ['vault-empty', /an empty file/],
    ['vault-in-use', /Another program is using/],
    ['vault-read-only', /may not write/],
  ] as const)('tells %s apart from a wrong passphrase, and where the files are', async (code, words) => {
    const { user } = showUnlock({ unlock: failsWith(code) })
    await field()
    await user.keyboard('the right words{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    expect(screen.getByText('/data/vault')).toBeTruthy()
    expect(screen.queryByText(/doesn’t match/)).toBeNull()
  })

  test('asks to update Attune for a newer vault, and sends nobody into its folder', async () => {
    const { user } = showUnlock({ unlock: failsWith('vault-newer') })
    await field()
    await user.keyboard('the right words{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Update Attune/)
    expect(screen.queryByText('/data/vault')).toBeNull()
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

describe('a header that can’t be read', () => {
  test('offers to look again and to quit, and nothing that could harm the files', async () => {
    const { user, quit } = showUnlock({ isHeaderDamaged: true })
    await screen.findByRole('heading', { level: 1, name: /can’t read the vault’s header/ })
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Try again',
      'Quit Attune',
    ])
    expect(screen.getByText('/data/vault')).toBeTruthy()
    expect(screen.queryByLabelText('Passphrase')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Quit Attune' }))
    expect(quit).toHaveBeenCalledOnce()
  })

  test('says that it has looked again', async () => {
    const { user } = showUnlock({ isHeaderDamaged: true })
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/has looked again/)).toBeTruthy()
  })
})
