import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { defaultSettings, type Settings } from '#shared/settings/settings.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { ChangePassphraseScreen } from './change-passphrase-screen.tsx'
import { PinScreen } from './pin-screen.tsx'
import { RecoveryKeyScreen } from './recovery-key-screen.tsx'
import { ReencryptScreen } from './reencrypt-screen.tsx'
import { SecurityScreen } from './security-screen.tsx'

const current = 'quiet harbour seven lamps'
const next = 'another river every night'
const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 7))
const later = '2026-11-25T09:00:00.000Z'

/** Settings, Security, with a vault that has one passphrase. */
function showSecurity(
  at: string,
  start: Partial<VaultStatus> = {},
  { fails, platform = 'linux' }: { fails?: AppError; platform?: 'linux' | 'mac' } = {},
) {
  let status = vaultStatus({ recoveryKeySince: '2026-03-03T10:00:00.000Z', ...start })
  let kept: Settings = defaultSettings
  const become = (change: Partial<VaultStatus>): VaultStatus => (status = { ...status, ...change })
  const knows = (passphrase: string): void => {
    if (fails) throw fails
    if (passphrase !== current) throw new AppError('wrong-passphrase')
  }
  const readBack = (typed: readonly { number: number; text: string }[]): void => {
    const wrong = typed.flatMap(({ number, text }, index) =>
      text === groups[number - 1] ? [] : [`groups.${index}`],
    )
    if (wrong.length > 0) throw new AppError('recovery-key-not-confirmed', wrong)
  }
  const changed = vi.fn((given: { current: string; next: string }) => {
    knows(given.current)
    return status
  })
  const cancelled = vi.fn(() => undefined)
  const reencrypted = vi.fn((given: { groups: { number: number; text: string }[] }) => {
    readBack(given.groups)
    return become({ recoveryKeySince: later })
  })
  const begin = ({ passphrase }: { passphrase: Uint8Array | null }) => {
    knows(typedText(passphrase ?? new Uint8Array()))
    return { groups: [...groups], asked: [2, 9] as [number, number] }
  }
  const app = renderApp({
    at,
    platform,
    screens: {
      '/settings/security': SecurityScreen,
      '/settings/security/passphrase': ChangePassphraseScreen,
      '/settings/security/recovery-key': RecoveryKeyScreen,
      '/settings/security/pin': PinScreen,
      '/settings/security/re-encrypt': ReencryptScreen,
    },
    handlers: {
      vault: { status: () => status },
      settings: {
        get: () => kept,
        update: (change) =>
          (kept = {
            ...kept,
            lockAfterMinutes: change.lockAfterMinutes ?? kept.lockAfterMinutes,
            hidesFromCapture: change.hidesFromCapture ?? kept.hidesFromCapture,
          }),
      },
      keys: {
        changePassphrase: (given) =>
          changed({ current: typedText(given.current), next: typedText(given.next) }),
        beginRecoveryKey: begin,
        confirmRecoveryKey: (given) => {
          readBack(given.groups)
          return become({ recoveryKeySince: later })
        },
        beginReencryption: begin,
        reencrypt: reencrypted,
        cancel: cancelled,
        setPin: ({ passphrase }) => {
          knows(typedText(passphrase))
          return become({ hasPin: true })
        },
        removePin: () => become({ hasPin: false }),
      },
    },
  })
  return { ...app, changed, cancelled, reencrypted, user: userEvent.setup() }
}

const press = async (name: string) => userEvent.setup().click(await screen.findByRole('button', { name }))
const go = async (name: string) => userEvent.setup().click(await screen.findByRole('link', { name }))
const box = (label: string) => screen.findByLabelText<HTMLInputElement>(label)
const card = (name: string) => screen.findByRole('region', { name })

afterEach(cleanup)

describe('the security screen', () => {
  test('says since when there is a recovery key, and that without one a forgotten passphrase is final', async () => {
    showSecurity('/settings/security')
    expect((await card('Recovery key')).textContent).toMatch(/made on Mar 3, 2026/)
    cleanup()
    showSecurity('/settings/security', { recoveryKeySince: null })
    expect((await card('Recovery key')).textContent).toMatch(/a forgotten passphrase is final/)
    expect(screen.getByRole('link', { name: 'Make a recovery key' })).toBeTruthy()
  })

  test('keeps the lock time between one minute and sixty', async () => {
    const { user, api } = showSecurity('/settings/security')
    const minutes = await screen.findByRole<HTMLInputElement>('textbox', { name: /Lock after/ })
    await user.clear(minutes)
    await user.type(minutes, '90{Enter}')
    expect(minutes.value).toBe('60')
    expect(await within(await card('Locking')).findByText('Saved.')).toBeTruthy()
    expect((await api.settings.get()).lockAfterMinutes).toBe(60)
  })

  test('shows Attune on shared screens only if the user wants it, and says where it has no choice', async () => {
    const { user, api } = showSecurity('/settings/security', {}, { platform: 'mac' })
    const hides = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Leave Attune out/ })
    expect(hides.checked).toBe(true)
    await user.click(hides)
    expect(await within(await card('Screenshots and shared screens')).findByText('Saved.')).toBeTruthy()
    expect(await api.settings.get()).toMatchObject({ hidesFromCapture: false })
    cleanup()
    showSecurity('/settings/security')
    expect((await card('Screenshots and shared screens')).textContent).toMatch(/On Linux, Attune can’t/)
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('changes nothing for an empty lock time, and says which time stays until then', async () => {
    const { user, api } = showSecurity('/settings/security')
    await user.clear(await screen.findByRole('textbox', { name: /Lock after/ }))
    await user.tab()
    expect(screen.getByText(/Until then, Attune locks after 5 minutes/)).toBeTruthy()
    expect((await api.settings.get()).lockAfterMinutes).toBe(5)
  })

  test('shows where the vault and the settings are stored', async () => {
    showSecurity('/settings/security')
    expect(await screen.findByText('/data/vault')).toBeTruthy()
    expect(screen.getByText('/data/settings.json')).toBeTruthy()
  })
})

describe('changing the passphrase', () => {
  const fill = async (user: ReturnType<typeof userEvent.setup>, typed: string) => {
    await user.type(await box('Current passphrase'), typed)
    await user.type(await box('Passphrase'), next)
    await user.type(await box('The same passphrase again'), `${next}{Enter}`)
  }

  test('says before and after that older copies open with the old one', async () => {
    const { user, changed } = showSecurity('/settings/security/passphrase')
    expect(await screen.findByText(/can also open what you write from now on/)).toBeTruthy()
    await fill(user, current)
    const done = await card('The passphrase is changed')
    expect(done.parentElement).toBe(document.activeElement)
    expect(done.textContent).toMatch(/Backups made before today still open with the old passphrase/)
    expect(within(done).getByRole('link', { name: /Re-encrypt everything/ })).toBeTruthy()
    expect(changed).toHaveBeenCalledExactlyOnceWith({ current, next })
  })

  test('shows a wrong one at its field, and keeps the new one as typed', async () => {
    const { user } = showSecurity('/settings/security/passphrase')
    await fill(user, 'not the one of now')
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
    expect(await box('Current passphrase')).toBe(document.activeElement)
    expect((await box('Passphrase')).value).toBe(next)
  })

  test('asks for all three before anything is tried', async () => {
    const { changed } = showSecurity('/settings/security/passphrase')
    await press('Change the passphrase')
    expect(screen.getByText('Type your passphrase first.')).toBeTruthy()
    expect(screen.getByText(/Use at least 12 characters/)).toBeTruthy()
    expect(changed).not.toHaveBeenCalled()
  })

  test('says in its own words that the disk is full, and that nothing changed', async () => {
    const { user } = showSecurity('/settings/security/passphrase', {}, { fails: new AppError('disk-full') })
    await fill(user, current)
    expect((await screen.findByRole('alert')).textContent).toMatch(/The disk is full/)
  })
})

describe('making a new recovery key', () => {
  test('takes the passphrase, the paper and two of its groups, and then makes the key valid', async () => {
    const { user } = showSecurity('/settings/security/recovery-key')
    expect(await screen.findByText(/The one before keeps working until you have confirmed/)).toBeTruthy()
    await user.type(await box('Your passphrase'), `${current}{Enter}`)
    expect(await screen.findByText(groups[0] ?? '')).toBeTruthy()
    await press('I have it on paper')
    await user.type(await box('Group 2'), groups[1] ?? '')
    await user.type(await box('Group 9'), `${groups[8]}{Enter}`)
    expect(await card('The recovery key works now')).toBeTruthy()
    await go('Done')
    expect((await card('Recovery key')).textContent).toMatch(/made on Nov 25, 2026/)
  })

  test('is undone when the user leaves the screen', async () => {
    const { user, cancelled } = showSecurity('/settings/security/recovery-key')
    await user.type(await box('Your passphrase'), `${current}{Enter}`)
    await screen.findByText(groups[0] ?? '')
    await go('Back to Security')
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce())
    expect((await card('Recovery key')).textContent).toMatch(/Mar 3, 2026/)
  })

  test('does not begin with a wrong passphrase', async () => {
    const { user } = showSecurity('/settings/security/recovery-key')
    await user.type(await box('Your passphrase'), 'something else{Enter}')
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
    expect(screen.queryByText(groups[0] ?? '')).toBeNull()
  })
})

describe('encrypting everything again', () => {
  test('puts the new recovery key on paper first, and says which key opens earlier copies', async () => {
    const { user, reencrypted } = showSecurity('/settings/security/re-encrypt')
    expect(await screen.findByText(/open with the keys of their time/)).toBeTruthy()
    await user.type(await box('Your passphrase'), `${current}{Enter}`)
    await press('I have it on paper')
    expect(reencrypted).not.toHaveBeenCalled()
    await user.type(await box('Group 2'), groups[1] ?? '')
    await user.type(await box('Group 9'), groups[8] ?? '')
    await press('Re-encrypt everything')
    expect(await card('Everything is re-encrypted')).toBeTruthy()
    expect(reencrypted).toHaveBeenCalledOnce()
  })
})

describe('the PIN', () => {
  test('takes only digits, twice, and the passphrase; and explains its limits', async () => {
    const { user } = showSecurity('/settings/security/pin')
    expect(await screen.findByText(/It never unlocks the vault/)).toBeTruthy()
    await user.type(await box('PIN'), '12ab')
    await press('Set the PIN')
    expect(screen.getByText('Use 4 to 8 digits, and nothing but digits.')).toBeTruthy()
    await user.clear(await box('PIN'))
    await user.type(await box('PIN'), '1212')
    expect(screen.getByText(/one of the first that people try/)).toBeTruthy()
    await user.clear(await box('PIN'))
    await user.type(await box('PIN'), '2718')
    await user.type(await box('The same PIN again'), '2719')
    await press('Set the PIN')
    expect(screen.getByText(/These two are not the same/)).toBeTruthy()
    await user.clear(await box('The same PIN again'))
    await user.type(await box('The same PIN again'), '2718')
    await press('Set the PIN')
    expect(screen.getByText('Type your passphrase first.')).toBeTruthy()
    await user.type(await box('Your passphrase'), `${current}{Enter}`)
    expect(await card('The PIN is set')).toBeTruthy()
    await go('Done')
    expect((await card('PIN for hand-over')).textContent).toMatch(/A PIN is set/)
  })

  test('can be removed', async () => {
    showSecurity('/settings/security', { hasPin: true })
    await press('Remove the PIN')
    const pin = await card('PIN for hand-over')
    expect(await within(pin).findByText(/Removed. The passphrase brings you back/)).toBeTruthy()
    expect(within(pin).getByRole('link', { name: 'Set a PIN' })).toBeTruthy()
  })
})
