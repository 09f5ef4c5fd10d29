import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '#shared/settings/settings.ts'
import { AppError, type ErrorCode } from '#shared/contract/result.ts'
import type { LastLock } from '#shared/contract/operations/app.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { english } from '#shared/i18n/en/index.ts'
import { printRecoveryKey, recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { question } from '#renderer/lib/ask.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { focusUnseenStartField, showStartField } from '#renderer/lib/start-field.ts'
import { UnlockScreen } from './unlock-screen.tsx'

const opened = vaultStatus()

function showUnlock({
  unlock = () => opened,
  recover = () => vaultStatus({ mustChoosePassphrase: true }),
  last = null,
  status = () => vaultStatus({ state: 'locked' }),
}: {
  unlock?: (input: { passphrase: string }) => VaultStatus | Promise<VaultStatus>
  recover?: (input: { recoveryKey: Uint8Array }) => VaultStatus
  last?: LastLock | null
  status?: () => VaultStatus
} = {}) {
  const unlocked = vi.fn(unlock)
  const recovered = vi.fn(recover)
  const onUnlockLikely = vi.fn()
  const onRestore = vi.fn()
  const app = renderApp({
    at: '/',
    screens: { '/': () => <UnlockScreen onUnlockLikely={onUnlockLikely} onRestore={onRestore} /> },
    handlers: {
      vault: {
        unlock: ({ passphrase }) => unlocked({ passphrase: typedText(passphrase) }),
        unlockWithRecoveryKey: ({ recoveryKey }) => recovered({ recoveryKey: Uint8Array.from(recoveryKey) }),
        status,
      },
      lock: { last: () => last },
      settings: { get: () => ({ ...defaultSettings, lockAfterMinutes: 7 }) },
    },
    state: () => 'locked',
  })
  return { ...app, unlocked, recovered, onUnlockLikely, onRestore, user: userEvent.setup() }
}

const field = () => screen.findByLabelText<HTMLInputElement>('Passphrase')
const failsWith = (code: ErrorCode) => () => {
  throw new AppError(code)
}

afterEach(cleanup)

/** The form that comes with the page, as index.html has it. */
const startHtml = `<main id="start" hidden>
  <form id="start-form"><input id="start-passphrase" type="password"><button>Open</button></form>
  <span id="start-recovery" role="link" tabindex="0">Use the recovery key</span>
</main>`

describe('text typed before the form is there', () => {
  /** The field that comes with the page, as index.html has it. */
  function earlyField(typed: string): HTMLInputElement {
    document.body.insertAdjacentHTML('afterbegin', startHtml)
    const onTyped = vi.fn()
    focusUnseenStartField()
    showStartField(onTyped)
    const early = document.querySelector<HTMLInputElement>('#start-passphrase')!
    expect(document.activeElement).toBe(early)
    expect(onTyped).not.toHaveBeenCalled()
    fireEvent.input(early, { target: { value: typed } })
    expect(onTyped).toHaveBeenCalledOnce()
    early.setSelectionRange(3, 3)
    return early
  }

  test('moves to the form with its caret, and leaves nothing behind', async () => {
    const early = earlyField('quiet lamps')
    const { unlocked, onUnlockLikely } = showUnlock()
    const box = await field()
    expect(box).toBe(document.activeElement)
    expect(box.value).toBe('quiet lamps')
    expect(onUnlockLikely).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect([box.selectionStart, box.selectionEnd]).toEqual([3, 3]))
    expect(document.querySelector('#start')).toBeNull()
    expect(early.value).toBe('')
    expect(unlocked).not.toHaveBeenCalled()
  })

  /** The field before the vault has answered. */
  function unseenField(typed: string): HTMLInputElement {
    document.body.insertAdjacentHTML('afterbegin', startHtml)
    focusUnseenStartField()
    const unseen = document.querySelector<HTMLInputElement>('#start-passphrase')!
    expect(document.activeElement).toBe(unseen)
    fireEvent.input(unseen, { target: { value: typed } })
    return unseen
  }

  test('fault 130: is kept if the vault answers only after the first words', async () => {
    const early = unseenField('quiet ')
    const onTyped = vi.fn()
    showStartField(onTyped)
    expect(onTyped).toHaveBeenCalledOnce()
    expect(document.activeElement).toBe(early)
    fireEvent.input(early, { target: { value: 'quiet lamps' } })
    showUnlock()
    expect((await field()).value).toBe('quiet lamps')
  })

  test('fault 130: is kept if the form is there before the early field is visible, and Enter tries nothing', async () => {
    const early = unseenField('quiet lamps')
    fireEvent.submit(early.form!)
    const { unlocked } = showUnlock()
    const box = await field()
    expect(box.value).toBe('quiet lamps')
    expect(box).toBe(document.activeElement)
    expect(document.querySelector('#start')).toBeNull()
    expect(unlocked).not.toHaveBeenCalled()
  })

  test('is tried at once if Enter was pressed', async () => {
    const early = earlyField('the right words')
    fireEvent.submit(early.form!)
    const { unlocked, queryClient } = showUnlock()
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(opened),
    )
    expect(unlocked).toHaveBeenCalledExactlyOnceWith({ passphrase: 'the right words' })
  })

  test('leaves the focus at the button if the user has gone on to it', async () => {
    const early = earlyField('the right words')
    early.form!.querySelector('button')!.focus()
    showUnlock()
    expect((await field()).value).toBe('the right words')
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Unlock' })),
    )
  })

  test.each(['click', 'Enter'])('gives way to the recovery key if its link was used with %s', async (way) => {
    const early = earlyField('forgotten')
    const link = document.querySelector('#start-recovery')!
    if (way === 'click') fireEvent.click(link)
    else fireEvent.keyDown(link, { key: 'Enter' })
    const { unlocked } = showUnlock()
    expect(
      await screen.findByRole('heading', { level: 1, name: english.unlock.recover.noneTitle }),
    ).toBeTruthy()
    expect(early.value).toBe('')
    expect(unlocked).not.toHaveBeenCalled()
  })

  test('is not tried if it is empty', async () => {
    fireEvent.submit(earlyField('').form!)
    const { unlocked } = showUnlock()
    await field()
    expect(unlocked).not.toHaveBeenCalled()
  })
})

describe('unlocking', () => {
  test('is prepared for once the user types, and not before', async () => {
    const { user, onUnlockLikely } = showUnlock()
    await field()
    expect(onUnlockLikely).not.toHaveBeenCalled()
    await user.keyboard('the')
    expect(onUnlockLikely).toHaveBeenCalledOnce()
  })

  test('starts in the passphrase field, and Enter unlocks', async () => {
    const { user, unlocked, queryClient } = showUnlock()
    expect(await field()).toBe(document.activeElement)
    await user.keyboard('the right words{Enter}')
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(opened),
    )
    expect(unlocked).toHaveBeenCalledExactlyOnceWith({ passphrase: 'the right words' })
  })

  test('says that it is working, and asks only once however often Enter is pressed', async () => {
    let finish: (status: VaultStatus) => void = () => undefined
    const { user, unlocked } = showUnlock({ unlock: () => new Promise((resolve) => (finish = resolve)) })
    await field()
    await user.keyboard('the right words{Enter}{Enter}')
    expect(await screen.findByRole('button', { name: 'Unlocking…' })).toBeTruthy()
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Unlocking…')
    expect(unlocked).toHaveBeenCalledOnce()
    finish(opened)
  })

  test('asks for the passphrase instead of trying an empty one', async () => {
    const { user, unlocked } = showUnlock()
    await field()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Type your passphrase first.')).toBeTruthy()
    expect(unlocked).not.toHaveBeenCalled()
  })

  test('shows a wrong passphrase at the field, with the text selected so that typing replaces it', async () => {
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

  test('shows a damaged vault on a screen of its own, and a retry uses the same passphrase', async () => {
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

  test('goes back to the passphrase if it no longer fits after trouble', async () => {
    const failures: ErrorCode[] = ['vault-in-use', 'wrong-passphrase']
    const { user } = showUnlock({ unlock: () => failsWith(failures.shift() ?? 'internal')() })
    await field()
    await user.keyboard('words of today{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
  })

  test('shows a lack of memory below the field, so that a retry is possible at once', async () => {
    const { user } = showUnlock({ unlock: failsWith('out-of-memory') })
    const box = await field()
    await user.keyboard('the right words{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/not enough memory.*Close some programs/)
    expect(box.value).toBe('the right words')
  })

  test('fault 4: hints at Caps Lock while it is on', async () => {
    showUnlock()
    const box = await field()
    fireEvent.keyDown(box, { key: 'A', modifierCapsLock: true })
    expect(screen.getByText('Caps Lock is on.')).toBeTruthy()
    fireEvent.keyUp(box, { key: 'CapsLock', modifierCapsLock: false })
    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
  })

  test('says that nobody else can open it', async () => {
    showUnlock()
    expect(await screen.findByText(/Nobody else can open this/)).toBeTruthy()
  })
})

describe('the last lock', () => {
  test('is explained with the minutes, and that nothing is lost', async () => {
    showUnlock({ last: { reason: 'idle', isDraftSafe: true } })
    expect(await screen.findByText('Locked after 7 minutes without activity.')).toBeTruthy()
    expect(screen.getByText('Whatever you were writing is safe.')).toBeTruthy()
  })

  test('includes a loss, in plain words', async () => {
    showUnlock({ last: { reason: 'failure', isDraftSafe: false } })
    expect(await screen.findByText(/stopped unexpectedly/)).toBeTruthy()
    expect(screen.getByText(/could not be saved/)).toBeTruthy()
  })

  test('is not mentioned if there was none', async () => {
    showUnlock()
    await field()
    expect(screen.queryByText(/[Ll]ocked/)).toBeNull()
  })
})

describe('the wait after wrong passphrases', () => {
  test('counts down, and nothing is tried before it is over', async () => {
    let failedAttempts = 0
    const { user, unlocked } = showUnlock({
      unlock: () => {
        failedAttempts += 1
        throw new AppError('wrong-passphrase')
      },
      status: () =>
        vaultStatus({ state: 'locked', failedAttempts, waitMilliseconds: failedAttempts * 2_500 }),
    })
    await field()
    await user.keyboard('wrong words{Enter}')
    expect(await screen.findByText('You can try again in 3 seconds.')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unlock' }).disabled).toBe(true)
    await user.keyboard('{Enter}')
    expect(unlocked).toHaveBeenCalledOnce()
    // A screen reader reads the beginning and the end, never the seconds between.
    const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(spoken()).toContain('Please wait a few seconds before you try again.')
    expect(spoken().join(' ')).not.toMatch(/\d/)
    expect(await screen.findByText('You can try again now.')).toBeTruthy()
    await user.keyboard('{Enter}')
    await vi.waitFor(() => expect(unlocked).toHaveBeenCalledTimes(2))
  })

  test('is not mentioned if it lasts about a second', async () => {
    const { user } = showUnlock({
      unlock: failsWith('wrong-passphrase'),
      status: () => vaultStatus({ state: 'locked', failedAttempts: 1, waitMilliseconds: 990 }),
    })
    await field()
    await user.keyboard('wrong words{Enter}')
    await screen.findByText(/This passphrase doesn’t match/)
    expect(screen.queryByText(/can try again in/)).toBeNull()
  })

  test('continues if Attune is restarted during it', async () => {
    showUnlock({
      status: () => vaultStatus({ state: 'locked', failedAttempts: 6, waitMilliseconds: 30_000 }),
    })
    expect(await screen.findByText('You can try again in 30 seconds.')).toBeTruthy()
  })
})

describe('a forgotten passphrase', () => {
  const recoveryKeySince = '2026-11-20T08:00:00.000Z'
  const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 5))

  async function showRecovery(recover?: (input: { recoveryKey: Uint8Array }) => VaultStatus) {
    const shown = showUnlock({
      status: () => vaultStatus({ state: 'locked', recoveryKeySince }),
      ...(recover ? { recover } : {}),
    })
    await shown.user.click(await screen.findByRole('link', { name: 'Use the recovery key.' }))
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Recovery key')
    return { ...shown, box }
  }

  test('can be given up for a backup, also where there is a recovery key', async () => {
    const { user, onRestore } = await showRecovery()
    await user.click(screen.getByRole('button', { name: english.trouble.restore }))
    expect(onRestore).toHaveBeenCalledOnce()
  })

  test('can be replaced by the recovery key, pasted in small letters and without hyphens', async () => {
    const { user, box, recovered, queryClient } = await showRecovery()
    expect(box).toBe(document.activeElement)
    const typed = groups.join(' ').toLowerCase()
    await user.paste(typed)
    await user.click(screen.getByRole('button', { name: 'Open the vault' }))
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vault.status').queryKey)).toMatchObject({
        mustChoosePassphrase: true,
      }),
    )
    expect(recovered).toHaveBeenCalledExactlyOnceWith({ recoveryKey: recoveryKeySymbols(typed) })
  })

  test('a typing mistake is shown with its group, and nothing is tried', async () => {
    const { user, recovered } = await showRecovery()
    const typed = groups.map((group, index) =>
      index === 5 ? `${group.slice(0, 4)}${group[4] === 'X' ? 'Y' : 'X'}` : group,
    )
    await user.paste(typed.join('-'))
    await user.click(screen.getByRole('button', { name: 'Open the vault' }))
    expect(await screen.findByText(/Check group 6:/)).toBeTruthy()
    const marked = screen.getByText('Look again').closest('li')
    expect(marked?.textContent).toContain(typed[5])
    expect(recovered).not.toHaveBeenCalled()
    await user.keyboard(' ')
    expect(screen.queryByText('Look again')).toBeNull()
  })

  test('an incomplete key is shown with its length', async () => {
    const { user, recovered } = await showRecovery()
    await user.paste(groups.slice(0, 12).join(' '))
    await user.click(screen.getByRole('button', { name: 'Open the vault' }))
    expect(await screen.findByText(/You typed 60 characters; a recovery key has 65/)).toBeTruthy()
    expect(recovered).not.toHaveBeenCalled()
  })

  test('a key with hundreds of spaces says that it is too long, and nothing is tried', async () => {
    const { user, recovered } = await showRecovery()
    await user.paste(groups.join(' '.repeat(30)))
    await user.click(screen.getByRole('button', { name: 'Open the vault' }))
    expect(screen.getByText(/it is \d+ characters too long\. At most 300 fit\./)).toBeTruthy()
    // A refusal by the vault would come as an alert.
    await user.keyboard(' ')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(recovered).not.toHaveBeenCalled()
  })

  test('the key of another vault gets its own message, and the link back to the passphrase stays', async () => {
    const { user } = await showRecovery(() => {
      throw new AppError('wrong-recovery-key')
    })
    await user.paste(groups.join(' '))
    await user.click(screen.getByRole('button', { name: 'Open the vault' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/does not open this vault/)
    await user.click(screen.getByRole('button', { name: 'Back to the passphrase' }))
    expect(await field()).toBe(document.activeElement)
  })

  test('without a recovery key is explained, and asks for nothing', async () => {
    const { user } = showUnlock({ status: () => vaultStatus({ state: 'locked', recoveryKeySince: null }) })
    await user.click(await screen.findByRole('link', { name: 'Use the recovery key.' }))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This vault has no recovery key' }),
    ).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
