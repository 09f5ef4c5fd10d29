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

describe('the notices above a screen', () => {
  test('are absent if all is well', async () => {
    const { container, queryClient } = showNotices()
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vaultFolder.get').queryKey)).toEqual(alone),
    )
    expect(container.textContent).toBe('')
  })

  test('mention a missing recovery key only on Today and in Settings', async () => {
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
      status: () => vaultStatus({ recoveryKeySince: null, access: 'read-only', readOnlyReason: 'gone-back' }),
    })
    await screen.findByText(/Nothing can be saved until you decide/)
    expect(screen.queryByRole('link', { name: 'Make one' })).toBeNull()
  })

  test('mention a close that did not come to its end only on Today and in Settings', async () => {
    const status = () => vaultStatus({ wasLeftUnsealed: true })
    for (const at of ['/', '/settings']) {
      showNotices({ at, status })
      expect(await screen.findByText(/Everything that was saved is here/)).toBeTruthy()
      cleanup()
    }
  })

  test.each([
    ['folder', /can’t write to the vault’s folder, so nothing can be saved/],
    ['damaged', /writes nothing, so that no more is lost/],
    ['gone-back', /Nothing can be saved until you decide/],
  ] as const)('say why the vault is read-only (%s)', async (readOnlyReason, words) => {
    showNotices({ at: '/clients', status: () => vaultStatus({ access: 'read-only', readOnlyReason }) })
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('change as soon as damage is found', async () => {
    let isDamaged = false
    const { queryClient } = showNotices({
      status: () =>
        isDamaged
          ? vaultStatus({ access: 'read-only', readOnlyReason: 'damaged' })
          : vaultStatus({ access: 'read-only', readOnlyReason: 'folder' }),
    })
    await screen.findByText('Open for reading only')
    isDamaged = true
    await queryClient.fetchQuery(question('clients.list')).catch(() => undefined)
    expect(await screen.findByText(/a part of the vault is damaged/)).toBeTruthy()
  })

  test('name the copies that a syncing program left, on every screen', async () => {
    showNotices({
      at: '/clients',
      vaultFolder: { syncedBy: 'Dropbox', conflictCopies: ['vault 2.json', 'vault 3.json'] },
    })
    expect(await screen.findByText(/Beside the vault: vault 2.json and vault 3.json/)).toBeTruthy()
  })

  test('say in Settings that the folder is synced', async () => {
    showNotices({ at: '/settings', vaultFolder: { syncedBy: 'OneDrive', conflictCopies: [] } })
    expect(await screen.findByText(/seems to be synced by OneDrive/)).toBeTruthy()
  })
})
