import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { BackupList } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { typeProof } from '#renderer/testing/proofs.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { typedText } from '#renderer/testing/typed-text.ts'
import { BackupsScreen } from './backups-screen.tsx'
import { backupItem, backupList, backupPlace, fileToken } from './testing/some-backups.ts'

const second = backupPlace({ kind: 'chosen', folder: '/media/drive', succeededAt: null })

/** Settings, Backups, with the given list of backups and handlers. */
function showBackups(
  start: BackupList,
  backups: FakeHandlers['backups'] = {},
  choose: 'chosen' | 'cancelled' = 'chosen',
) {
  let list = start
  const asked = vi.fn()
  const app = renderApp({
    at: '/settings/backups',
    screens: { '/settings/backups': BackupsScreen },
    handlers: {
      backups: { list: () => list, ...backups },
      files: {
        choose: ({ purpose }) => {
          asked(purpose)
          return choose === 'cancelled'
            ? { kind: 'cancelled' }
            : { kind: 'chosen', token: fileToken, name: `chosen for ${purpose}` }
        },
      },
    },
  })
  return {
    ...app,
    asked,
    user: userEvent.setup(),
    become: (next: BackupList) => {
      list = next
    },
  }
}

const card = (name: string) => screen.findByRole('region', { name })
const button = (name: string) => screen.findByRole('button', { name })

afterEach(cleanup)

test('the screen says that copies may lie in folders that it no longer lists', async () => {
  showBackups(backupList())
  expect(
    await screen.findByText(/Copies may also lie in folders that this list no longer holds/),
  ).toBeDefined()
})

test.each([
  ['named', '/media/drive', 'The note of your second place was lost. No backups go there now.'],
  ['reported without a name', null, 'Attune can’t read which second folder you chose.'],
])('fault 114: a lost second folder is %s, with what to do', async (_how, path, title) => {
  showBackups(backupList({ lostFolder: { path } }))
  const places = await card('Where they go')
  expect(places.textContent).toContain(title)
  if (path !== null) expect(places.textContent).toContain(path)
  expect(places.textContent).toMatch(/Choose the folder again|choose it again/)
})

describe('the state of the backups', () => {
  test.each([
    ['everything is backed up', backupList(), 'Everything is backed up.'],
    ['something has changed since', backupList({ isDue: true }), 'Something has changed since'],
    ['there is none', backupList({ backups: [] }), 'There is no backup yet.'],
    [
      'the only one is damaged',
      backupList({ backups: [backupItem({ state: 'damaged' })] }),
      'There is no backup yet.',
    ],
  ])('is shown if %s', async (_what, list, words) => {
    const { failures } = showBackups(list)
    const state = await card('Status')
    expect(state.textContent).toContain(words)
    expect(failures).toEqual([])
  })

  test('names the latest time that a place was used, and none if no backup is left', async () => {
    const newer = { ...second, succeededAt: '2026-03-20T16:00:00.000Z' }
    showBackups(backupList({ places: [backupPlace(), newer] }))
    expect((await card('Status')).textContent).toMatch(/Last backup: Mar 20, 2026/)
    cleanup()
    showBackups(backupList({ backups: [] }))
    expect((await card('Status')).textContent).not.toContain('Last backup')
  })

  test('can be loaded again after a failure', async () => {
    let fails = true
    const { user } = showBackups(backupList(), {
      list: () => {
        if (fails) throw new AppError('disk-error')
        return backupList()
      },
    })
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(screen.getByRole('region', { name: 'An archive to keep' })).toBeDefined()
    fails = false
    await user.click(await button('Try again'))
    expect((await card('Status')).textContent).toContain('Everything is backed up.')
  })
})

describe('backing up now', () => {
  test.each([
    ['every place has it', [null, null], 'Backed up and checked.'],
    ['one place has it', [null, 'disk-full'], 'One of the places could not be used.'],
    ['no place has it', ['disk-full', 'place-missing'], 'No backup could be made.'],
  ] as const)('says that %s, and shows the new list', async (_what, codes, words) => {
    const [first, other] = codes
    const app = showBackups(backupList({ backups: [], isDue: true }), {
      make: () => {
        app.become(backupList())
        return [
          { place: 'default', code: first },
          { place: 'chosen', code: other },
        ]
      },
    })
    await app.user.click(await button('Back up now'))
    expect(await screen.findByText(words, { exact: false })).toBeDefined()
    await waitFor(() => expect(screen.getByText('Everything is backed up.')).toBeDefined())
    expect(app.failures).toEqual([])
  })

  test('says why it failed as a whole', async () => {
    const { user } = showBackups(backupList(), {
      make: () => {
        throw new AppError('disk-full')
      },
    })
    await user.click(await button('Back up now'))
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
  })
})

describe('the places', () => {
  test('are shown with their state, their notes, and why the last try failed', async () => {
    showBackups(
      backupList({
        places: [
          backupPlace(),
          backupPlace({
            kind: 'chosen',
            folder: '/media/drive',
            state: 'missing',
            warnings: ['same-disk', 'synced'],
            failed: { at: '2026-03-20T10:00:00.000Z', code: 'place-missing' },
          }),
        ],
      }),
    )
    const { textContent } = await card('Where they go')
    expect(textContent).toContain('/data/backups')
    expect(textContent).toContain('/media/drive')
    expect(textContent).toContain('Not there at the moment.')
    expect(textContent).toContain('on the same disk as the vault')
    expect(textContent).toContain('synced to a cloud service')
    expect(textContent).toMatch(/The last try failed, Mar 20, 2026/)
  })

  test('get a second one from the system’s dialog', async () => {
    const chosen = vi.fn(() => backupList({ places: [backupPlace(), second] }))
    const { user, asked } = showBackups(backupList(), { chooseFolder: chosen })
    await user.click(await button('Choose a folder…'))
    await typeProof(user)
    expect(await screen.findByText('/media/drive')).toBeDefined()
    expect(asked).toHaveBeenCalledWith('backup-folder')
    expect(chosen.mock.calls).toEqual([[{ token: fileToken }]])
    expect(await button('Choose another folder…')).toBeDefined()
  })

  test('stay unchanged if the dialog is cancelled', async () => {
    const chosen = vi.fn(() => backupList())
    const { user, asked } = showBackups(backupList(), { chooseFolder: chosen }, 'cancelled')
    await user.click(await button('Choose a folder…'))
    await typeProof(user)
    await waitFor(() => expect(asked).toHaveBeenCalled())
    expect(await button('Choose a folder…')).toBeDefined()
    expect(chosen).not.toHaveBeenCalled()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('say why a folder can’t be used', async () => {
    const { user } = showBackups(backupList(), {
      chooseFolder: () => {
        throw new AppError('place-read-only')
      },
    })
    await user.click(await button('Choose a folder…'))
    await typeProof(user)
    expect(await within(await card('Where they go')).findByRole('alert')).toBeDefined()
  })

  test('can be one again, and the backups in the other stay', async () => {
    const { user } = showBackups(backupList({ places: [backupPlace(), second] }), {
      forgetFolder: () => backupList(),
    })
    expect(await screen.findByText('The backups in it stay.')).toBeDefined()
    await user.click(await button('Stop using it'))
    await typeProof(user)
    expect(await screen.findByText(/None yet. A copy on a USB drive/)).toBeDefined()
  })
})

describe('the list', () => {
  test('has each backup’s time, content, size, place and state', async () => {
    const locked = backupItem({
      id: { place: 'chosen', name: 'b' },
      state: 'other-key',
      holdings: null,
      reason: null,
      bytes: 20_000,
    })
    const unreadable = backupItem({
      id: { place: 'default', name: 'c' },
      state: 'damaged',
      createdAt: null,
      zone: null,
      holdings: null,
      reason: null,
    })
    showBackups(backupList({ backups: [backupItem(), locked, unreadable] }))
    const list = await card('Your backups')
    const rows = within(list)
      .getAllByRole('row')
      .map(({ textContent }) => textContent)
    expect(rows).toHaveLength(4)
    expect(rows[1]).toMatch(/Mar 19, 2026.*2 clients, 31 sessions.*1.3 MB.*This computer.*Intact/)
    expect(rows[2]).toMatch(/0.1 MB.*Second place.*Can’t be verified/)
    expect(rows[3]).toMatch(/Not readable.*Damaged/)
    expect(within(list).getAllByRole('button')).toHaveLength(1)
    expect(list.textContent).toContain('This vault’s key doesn’t vouch for one of these files.')
  })

  test('says that a backup has become damaged, and offers to check it again', async () => {
    showBackups(backupList({ backups: [backupItem({ state: 'rotted', reason: 'before-restore' })] }))
    const list = await card('Your backups')
    expect(list.textContent).toContain('Damaged since it was made')
    expect(list.textContent).not.toContain('Intact')
    expect(list.textContent).toContain('One backup has been damaged since it was made.')
    expect(within(list).getByRole('button', { name: /^Check the backup of/ })).toBeDefined()
    expect((await card('Status')).textContent).toContain('There is no backup yet.')
  })

  test('says why a backup was made, and nothing of unknown files if there are none', async () => {
    showBackups(backupList({ backups: [backupItem({ reason: 'before-restore' })] }))
    const list = await card('Your backups')
    expect(list.textContent).toContain('Made before a restore')
    expect(list.textContent).not.toContain('vouch')
  })

  test('has one client and one session in the singular, and no column for unknown values', async () => {
    const holdings = { clients: 1, sessions: 1, newestSessionOn: null }
    showBackups(backupList({ backups: [backupItem({ holdings })] }))
    expect((await card('Your backups')).textContent).toContain('one client, one session')
    cleanup()
    showBackups(backupList({ backups: [backupItem({ holdings: null })] }))
    await card('Your backups')
    expect(screen.queryByRole('columnheader', { name: 'Holds' })).toBeNull()
  })

  test.each([
    [true, 'Checked: intact.'],
    [false, 'Damaged: it can’t be restored.'],
  ])('checks a whole backup and shows the result (intact: %s)', async (isSound, words) => {
    const check = vi.fn(() => ({ isSound }))
    const { user } = showBackups(backupList(), { check })
    await user.click(await screen.findByRole('button', { name: /^Check the backup of Mar 19, 2026/ }))
    expect(await screen.findByText(words)).toBeDefined()
    expect(check.mock.calls).toEqual([[{ place: 'default', name: 'vault-2026-03-19.attunebackup' }]])
  })

  test('says why a backup could not be checked', async () => {
    const { user } = showBackups(backupList(), {
      check: () => {
        throw new AppError('place-missing')
      },
    })
    await user.click(await screen.findByRole('button', { name: /^Check the backup of/ }))
    expect(await within(await card('Your backups')).findByRole('alert')).toBeDefined()
  })
})

describe('databases set aside', () => {
  const item = {
    name: 'vault-1.db.set-aside-before-restore-20260320T150000Z-1',
    reason: 'before-restore',
    at: '2026-03-20T15:00:00.000Z',
    bytes: 2_000_000,
  } as const

  test('are not mentioned if there are none', async () => {
    showBackups(backupList())
    await card('Your backups')
    expect(screen.queryByRole('region', { name: 'Databases set aside' })).toBeNull()
  })

  test('are shown with reason, time and size, and deleted after a question', async () => {
    const remove = vi.fn(() => backupList())
    const { user, failures } = showBackups(backupList({ setAside: [item] }), { removeSetAside: remove })
    const shown = await card('Databases set aside')
    expect(shown.textContent).toMatch(/Replaced by a restored backup, Mar 20, 2026.*2 MB/)
    await user.click(await button('Delete…'))
    await user.click(await button('Keep it'))
    expect(remove).not.toHaveBeenCalled()
    await user.click(await button('Delete…'))
    await user.click(await button('Check a backup and delete this file'))
    await typeProof(user)
    await waitFor(() => expect(remove.mock.calls).toEqual([[{ name: item.name }]]))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Databases set aside' })).toBeNull())
    expect(failures).toEqual([])
  })

  test('stay if no backup proves to hold the same', async () => {
    const { user } = showBackups(backupList({ setAside: [item] }), {
      removeSetAside: () => {
        throw new AppError('set-aside-not-proven')
      },
    })
    await user.click(await button('Delete…'))
    await user.click(await button('Check a backup and delete this file'))
    await typeProof(user)
    const shown = await card('Databases set aside')
    expect((await within(shown).findByRole('alert')).textContent).toContain('Nothing was deleted')
  })
})

describe('an archive', () => {
  const passphrase = 'a lantern under seven bridges'
  const typePassphrase = async (user: ReturnType<typeof userEvent.setup>, repeated = passphrase) => {
    await user.click(await screen.findByLabelText('Passphrase'))
    await user.paste(passphrase)
    await user.click(screen.getByLabelText('The same passphrase again'))
    await user.paste(repeated)
  }

  test('is written under its own passphrase where the user chose', async () => {
    const written = vi.fn((_input: { token: string; passphrase: string }) => ({
      name: 'archive.age',
      bytes: 9,
    }))
    const { user, asked, failures } = showBackups(backupList(), {
      exportArchive: ({ token, passphrase }) => written({ token, passphrase: typedText(passphrase) }),
    })
    await user.click(await button('Make an archive…'))
    await typePassphrase(user)
    await user.click(await button('Choose where to save it…'))
    await typeProof(user)
    expect(await screen.findByText(/Saved as “archive\.age”/)).toBeDefined()
    expect(asked).toHaveBeenCalledWith('archive')
    expect(written.mock.calls).toEqual([[{ token: fileToken, passphrase }]])
    expect(screen.queryByLabelText('Passphrase')).toBeNull()
    expect(failures).toEqual([])
  })

  test('asks for a place only once the passphrase is valid, and otherwise focuses the error', async () => {
    const { user, asked } = showBackups(backupList())
    await user.click(await button('Make an archive…'))
    await typePassphrase(user, 'something else')
    await user.click(await button('Choose where to save it…'))
    expect(await screen.findByText(/These two are not the same/)).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('The same passphrase again'))
    expect(asked).not.toHaveBeenCalled()
  })

  test('is not written if the dialog is cancelled, and the form keeps its text', async () => {
    const written = vi.fn(() => ({ name: 'archive.age', bytes: 9 }))
    const { user, asked } = showBackups(backupList(), { exportArchive: written }, 'cancelled')
    await user.click(await button('Make an archive…'))
    await typePassphrase(user)
    await user.click(await button('Choose where to save it…'))
    await typeProof(user)
    await waitFor(() => expect(asked).toHaveBeenCalled())
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe(passphrase)
    expect(written).not.toHaveBeenCalled()
  })

  test('says why it could not be written, and can be cancelled', async () => {
    const { user } = showBackups(backupList(), {
      exportArchive: () => {
        throw new AppError('disk-full')
      },
    })
    await user.click(await button('Make an archive…'))
    await typePassphrase(user)
    await user.click(await button('Choose where to save it…'))
    await typeProof(user)
    expect(await within(await card('An archive to keep')).findByRole('alert')).toBeDefined()
    await user.click(await button('Cancel'))
    expect(await button('Make an archive…')).toBeDefined()
    expect(screen.queryByText(/Saved as/)).toBeNull()
  })
})
