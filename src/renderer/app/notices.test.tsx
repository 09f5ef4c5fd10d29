import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { VaultFolder } from '#shared/contract/operations/vault-folder.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { question } from '#renderer/lib/ask.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { Notices } from './notices.tsx'

const since = '2026-11-20T08:00:00.000Z'
const alone: VaultFolder = { syncedBy: null, conflictCopies: [] }

afterEach(cleanup)

function showNotices({
  at = '/',
  status = () => vaultStatus({ recoveryKeySince: since }),
  vaultFolder = alone,
}: { at?: string; status?: () => VaultStatus; vaultFolder?: VaultFolder } = {}) {
  return renderApp({
    at,
    screens: { '/': Notices, '/clients': Notices, '/settings': Notices },
    handlers: {
      vault: { status },
      vaultFolder: { get: () => vaultFolder },
      clients: {
        list: () => {
          throw new AppError('vault-damaged')
        },
      },
    },
  })
}

describe('what is said above a screen', () => {
  test('is nothing where all is well', async () => {
    const { container, queryClient } = showNotices()
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vaultFolder.get').queryKey)).toEqual(alone),
    )
    expect(container.textContent).toBe('')
  })

  test('is that there is no recovery key, on Today and in Settings and nowhere else', async () => {
    const status = () => vaultStatus({ recoveryKeySince: null })
    for (const at of ['/', '/settings']) {
      showNotices({ at, status })
      expect((await screen.findByRole('link', { name: 'Make one' })).getAttribute('href')).toBe(
        '/settings/security/recovery-key',
      )
      cleanup()
    }
    showNotices({
      at: '/clients',
      status: () => vaultStatus({ recoveryKeySince: null, isOlderThanLastUsed: true }),
    })
    await screen.findByText('This vault is an older copy')
    expect(screen.queryByRole('link', { name: 'Make one' })).toBeNull()
  })

  test.each([
    ['folder', /can’t write to the vault’s folder, so nothing can be saved/],
    ['damaged', /writes nothing, so that no more is lost/],
  ] as const)('is why the vault can only be read (%s)', async (readOnlyReason, words) => {
    showNotices({ at: '/clients', status: () => vaultStatus({ access: 'read-only', readOnlyReason }) })
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('changes as soon as something turns out to be damaged', async () => {
    let isDamaged = false
    const { queryClient } = showNotices({
      status: () =>
        isDamaged
          ? vaultStatus({ access: 'read-only', readOnlyReason: 'damaged' })
          : vaultStatus({ isOlderThanLastUsed: true }),
    })
    await screen.findByText('This vault is an older copy')
    isDamaged = true
    await queryClient.fetchQuery(question('clients.list')).catch(() => undefined)
    expect(await screen.findByText(/a part of the vault is damaged/)).toBeTruthy()
  })

  test('names the copies that a syncing program left, on every screen', async () => {
    showNotices({
      at: '/clients',
      vaultFolder: { syncedBy: 'Dropbox', conflictCopies: ['vault 2.json', 'vault 3.json'] },
    })
    expect(await screen.findByText(/Beside the vault: vault 2.json and vault 3.json/)).toBeTruthy()
  })

  test('is that the folder is synced, where somebody has a moment for it', async () => {
    showNotices({ at: '/settings', vaultFolder: { syncedBy: 'OneDrive', conflictCopies: [] } })
    expect(await screen.findByText(/seems to be synced by OneDrive/)).toBeTruthy()
  })
})
