import { useState, type ReactNode } from 'react'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { BackupItem, RestorePreview, RestoreResult } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import type { VaultState } from '#shared/vault-state.ts'
import { RestoredContext } from '#renderer/lib/app-context.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { typedText } from '#renderer/testing/typed-text.ts'
import { backupItem, backupList, fileToken } from '../testing/some-backups.ts'
import { Restored } from './restored.tsx'
import { RestoreFlow } from './restore-flow.tsx'
import { RestoreScreen } from './restore-screen.tsx'

const passphrase = 'quiet harbour seven lamps'
const recoveryKey = 'AAAAA-BBBBB'
const item = backupItem()
const ticket = 'b4a6b1a0-6f0e-4e0c-9d58-3a1f2e4d5c6b'
const opened: RestorePreview = {
  ticket,
  createdAt: '2026-03-19T16:00:00.000Z',
  zone: 'Europe/Oslo',
  backup: { clients: 2, sessions: 31, newestSessionOn: '2026-03-19' },
  present: { clients: 3, sessions: 34, newestSessionOn: null },
  isOtherVault: false,
  changesLost: 5,
  opensWith: 'present-passphrase',
}
const done: RestoreResult = {
  opensWith: 'present-passphrase',
  replaced: 'set-aside',
  isBackedUp: true,
  knowsSharing: true,
}

/** Replaces every screen after a restore, like the lock gate. */
function Gate({ children }: { children: ReactNode }) {
  const [restored, setRestored] = useState<RestoreResult | null>(null)
  return restored === null ? (
    <RestoredContext value={setRestored}>{children}</RestoredContext>
  ) : (
    <Restored result={restored} />
  )
}

function Inside() {
  return (
    <Gate>
      <RestoreScreen />
    </Gate>
  )
}

/** The flow outside the app, as on the locked screen. */
function AtTheDoor() {
  return (
    <Gate>
      <RestoreFlow
        isOpen={false}
        frame={({ title, children }) => (
          <main>
            <h1>{title}</h1>
            {children}
          </main>
        )}
        onLeave={() => {
          window.location.hash = '#left'
        }}
      />
    </Gate>
  )
}

/** Restores over a vault whose backups open with one passphrase, one recovery key and, if allowed, its own key. */
function showRestore({
  state = 'open',
  backups = [item],
  preview = {},
  ownKeyFits = true,
  fakes = {},
}: {
  state?: VaultState
  backups?: BackupItem[]
  preview?: Partial<RestorePreview>
  ownKeyFits?: boolean
  fakes?: FakeHandlers['backups']
} = {}) {
  const tried = vi.fn()
  const restored = vi.fn()
  const cancelled = vi.fn()
  const app = renderApp({
    at: '/settings/backups/restore',
    screens: { '/settings/backups/restore': state === 'open' ? Inside : AtTheDoor },
    state: () => state,
    handlers: {
      backups: {
        list: () => backupList({ backups, isDue: null }),
        open: (given) => {
          const { source, secret } = given
          if (secret.kind === 'passphrase')
            tried({ source, secret: { ...secret, passphrase: typedText(secret.passphrase) } })
          else if (secret.kind === 'recovery-key')
            tried({ source, secret: { ...secret, recoveryKey: Uint8Array.from(secret.recoveryKey) } })
          else tried(given)
          if (secret.kind === 'present' && !ownKeyFits) throw new AppError('backup-needs-secret')
          if (secret.kind === 'passphrase' && typedText(secret.passphrase) !== passphrase)
            throw new AppError('wrong-passphrase')
          if (
            secret.kind === 'recovery-key' &&
            String(secret.recoveryKey) !== String(recoveryKeySymbols(recoveryKey))
          )
            throw new AppError('wrong-recovery-key')
          return { ...opened, ...preview }
        },
        restore: (given) => {
          restored(given)
          return done
        },
        cancelRestore: () => {
          cancelled()
          return undefined
        },
        ...fakes,
      },
      files: { choose: () => ({ kind: 'chosen', token: fileToken, name: 'old.attunebackup' }) },
    },
  })
  return { ...app, tried, restored, cancelled, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name })
const listed = { source: { kind: 'listed', id: item.id } }
const openListed = /^Open the backup of Mar 19, 2026/

afterEach(() => {
  cleanup()
  window.location.hash = ''
})

describe('choosing a backup', () => {
  test('offers only backups that can be opened: no damaged ones and none of a newer Attune', async () => {
    showRestore({
      backups: [
        item,
        backupItem({ id: { place: 'default', name: 'b' }, state: 'damaged' }),
        backupItem({ id: { place: 'default', name: 'c' }, state: 'newer' }),
        backupItem({ id: { place: 'chosen', name: 'd' }, state: 'other-vault' }),
      ],
    })
    await button('Choose a file…')
    await waitFor(() => expect(screen.getAllByRole('button', { name: openListed })).toHaveLength(2))
    expect(screen.queryByText('Damaged')).toBeNull()
  })

  test('says so if there is none, and still accepts a file', async () => {
    const { user, tried } = showRestore({ backups: [] })
    expect(await screen.findByText(/Attune has found no backup/)).toBeDefined()
    await user.click(await button('Choose a file…'))
    await screen.findByText('What would be lost')
    expect(tried.mock.calls).toEqual([
      [{ source: { kind: 'chosen', token: fileToken }, secret: { kind: 'present' } }],
    ])
  })

  test('says why a backup can’t be opened, and opens another one', async () => {
    let isDamaged = true
    const { user } = showRestore({
      fakes: {
        open: () => {
          if (isDamaged) throw new AppError('backup-damaged')
          return opened
        },
      },
    })
    await user.click(await button(openListed))
    expect(await screen.findByRole('alert')).toBeDefined()
    isDamaged = false
    await user.click(await button(openListed))
    expect(await screen.findByText('What would be lost')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('can be left, which closes the opened backup', async () => {
    const { user, cancelled } = showRestore()
    await user.click(await button('Back'))
    expect(await screen.findByText('went to /settings/backups')).toBeDefined()
    expect(cancelled).toHaveBeenCalledTimes(1)
  })
})

describe('the secret of a backup', () => {
  test('is not needed if the vault’s own key fits', async () => {
    const { user, tried, failures } = showRestore()
    await user.click(await button(openListed))
    await screen.findByText('What would be lost')
    expect(tried.mock.calls).toEqual([[{ ...listed, secret: { kind: 'present' } }]])
    expect(failures).toEqual([])
  })

  test('is requested if the vault’s own key doesn’t fit, without an error', async () => {
    const { user, tried } = showRestore({ ownKeyFits: false })
    await user.click(await button(openListed))
    const box = await screen.findByLabelText('Passphrase of the backup')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(box)
    await user.paste(passphrase)
    await user.click(await button('Open the backup'))
    await screen.findByText('What would be lost')
    expect(tried).toHaveBeenLastCalledWith({ ...listed, secret: { kind: 'passphrase', passphrase } })
  })

  test('is requested at once if the vault is locked', async () => {
    const { user, tried } = showRestore({ state: 'locked' })
    await user.click(await button(openListed))
    expect(await screen.findByLabelText('Passphrase of the backup')).toBeDefined()
    expect(tried).not.toHaveBeenCalled()
  })

  test('is not tried if it is empty', async () => {
    const { user, tried } = showRestore({ state: 'locked' })
    await user.click(await button(openListed))
    await user.click(await button('Open the backup'))
    expect(screen.getByText('Type the passphrase first.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase of the backup'))
    expect(tried).not.toHaveBeenCalled()
  })

  test('can be tried again after a wrong one', async () => {
    const { user } = showRestore({ state: 'locked' })
    await user.click(await button(openListed))
    await user.click(await screen.findByLabelText('Passphrase of the backup'))
    await user.paste('not this one')
    await user.click(await button('Open the backup'))
    expect(await screen.findByRole('alert')).toBeDefined()
    const box = screen.getByLabelText<HTMLInputElement>('Passphrase of the backup')
    expect(box.value).toBe('not this one')
    await user.clear(box)
    await user.paste(passphrase)
    await user.click(await button('Open the backup'))
    expect(await screen.findByText('What would be lost')).toBeDefined()
  })

  test('can be the recovery key, and Attune never mistakes one for the other', async () => {
    const { user, tried } = showRestore({ state: 'locked' })
    await user.click(await button(openListed))
    await user.click(await screen.findByLabelText('Passphrase of the backup'))
    await user.paste('half a passphrase')
    await user.click(await button('Use the recovery key instead'))
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Recovery key')
    expect(box.value).toBe('')
    await user.click(box)
    await user.paste(recoveryKey)
    await user.click(await button('Open the backup'))
    await screen.findByText('What would be lost')
    expect(tried.mock.calls).toEqual([
      [{ ...listed, secret: { kind: 'recovery-key', recoveryKey: recoveryKeySymbols(recoveryKey) } }],
    ])
  })

  test('is cleared when the user returns to the choice', async () => {
    const { user, cancelled } = showRestore({ state: 'locked' })
    await user.click(await button(openListed))
    await user.click(await screen.findByLabelText('Passphrase of the backup'))
    await user.paste('not this one')
    await user.click(await button('Open the backup'))
    await screen.findByRole('alert')
    await user.click(await button('Choose another backup'))
    expect(await button('Choose a file…')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(cancelled).toHaveBeenCalledTimes(1)
  })
})

describe('the content of a backup', () => {
  const show = async (preview: Partial<RestorePreview> = {}) => {
    const app = showRestore({ preview })
    await app.user.click(await button(openListed))
    await screen.findByText('What would be lost')
    return app
  }

  test('is shown beside the content of the vault', async () => {
    await show()
    const rows = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((row) => Array.from(row.children, ({ textContent }) => textContent))
    expect(rows).toEqual([
      ['What', 'In the backup', 'In the vault now'],
      ['Clients', '2', '3'],
      ['Sessions', '31', '34'],
      ['Newest session', 'Mar 19, 2026', 'None'],
    ])
  })

  test('is shown alone if the vault can’t be read, without a promise that nothing is lost', async () => {
    await show({ present: null, changesLost: 0 })
    expect(screen.getAllByText('Can’t be read')).toHaveLength(3)
    expect(screen.getByText(/Whatever was entered after this backup/)).toBeDefined()
  })

  test.each([
    [0, 'Nothing: the vault has not changed since this backup.'],
    [1, 'One change that was made since this backup.'],
    [5, '5 changes that were made since this backup.'],
    [null, 'Whatever was entered after this backup was made.'],
  ])('is shown with the number of changes that would be lost (%s)', async (changesLost, words) => {
    await show({ changesLost })
    expect(screen.getByText(words)).toBeDefined()
  })

  test.each([
    ['present-passphrase', 'with your present passphrase'],
    ['backup-passphrase', 'with the passphrase and the recovery key of this backup'],
  ] as const)('says what opens the vault afterwards: %s', async (opensWith, words) => {
    await show({ opensWith })
    expect(screen.getByText(words, { exact: false })).toBeDefined()
  })

  test('replaces the vault only after consent', async () => {
    const { user, restored } = await show()
    expect((await button('Restore it')).disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: /Replace the vault with this backup/ }))
    await user.click(await button('Restore it'))
    await typeProof(user)
    expect(await button('Go to the unlock screen')).toBeDefined()
    expect(restored.mock.calls).toEqual([[{ ticket, acceptsOtherVault: false }]])
  })

  test('replaces another vault only after consent, too', async () => {
    const { user, restored } = await show({ isOtherVault: true })
    expect(screen.getByText('This is another vault')).toBeDefined()
    await user.click(screen.getByRole('checkbox', { name: /Replace the vault with this backup/ }))
    expect((await button('Restore it')).disabled).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: /I want this other vault/ }))
    await user.click(await button('Restore it'))
    await typeProof(user)
    await button('Go to the unlock screen')
    expect(restored.mock.calls).toEqual([[{ ticket, acceptsOtherVault: true }]])
  })

  test('is closed when the user goes back, and nothing is restored', async () => {
    const { user, restored, cancelled } = await show()
    await user.click(await button('Cancel'))
    expect(await button('Choose a file…')).toBeDefined()
    expect(cancelled).toHaveBeenCalledTimes(1)
    expect(restored).not.toHaveBeenCalled()
  })
})

describe('after restoring', () => {
  const restoreWith = async (restore: NonNullable<NonNullable<FakeHandlers['backups']>['restore']>) => {
    const app = showRestore({ fakes: { restore } })
    await app.user.click(await button(openListed))
    await app.user.click(await screen.findByRole('checkbox', { name: /Replace the vault with this backup/ }))
    await app.user.click(await button('Restore it'))
    await typeProof(app.user)
    return app
  }

  test.each([
    [
      { opensWith: 'present-passphrase', replaced: 'set-aside', isBackedUp: true, knowsSharing: true },
      'among the backups too',
    ],
    [
      { opensWith: 'backup-passphrase', replaced: 'set-aside', isBackedUp: false, knowsSharing: true },
      'under names with “set-aside”',
    ],
    [
      { opensWith: 'backup-passphrase', replaced: 'nothing-there', isBackedUp: false, knowsSharing: true },
      'There was no vault before.',
    ],
  ] as const)('says what opens the vault and what happened to the last one (%o)', async (result, words) => {
    await restoreWith(() => result)
    expect(await screen.findByText(words, { exact: false })).toBeDefined()
    const opens =
      result.opensWith === 'present-passphrase' ? 'with your passphrase' : 'with the passphrase of the backup'
    expect(screen.getByText(opens, { exact: false })).toBeDefined()
  })

  test('a failure is shown in place, and the consent stays', async () => {
    await restoreWith(() => {
      throw new AppError('restore-expired')
    })
    expect(await screen.findByRole('alert')).toBeDefined()
    expect((await button('Restore it')).disabled).toBe(false)
  })
})
