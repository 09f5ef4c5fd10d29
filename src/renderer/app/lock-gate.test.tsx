import { act, cleanup, screen } from '@testing-library/react'
import i18next from 'i18next'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '#shared/settings/settings.ts'
import type { About } from '#shared/contract/operations/app.ts'
import { AppError } from '#shared/contract/result.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { dayOf } from '#renderer/lib/dates.ts'
import { followComputer } from '#renderer/lib/i18n.ts'
import { LockGate } from './lock-gate.tsx'

const about = {
  name: 'Attune',
  version: '0.0.0',
  runtime: { kind: 'electron', electron: '0', chromium: '0', node: '0' },
  platform: 'linux',
  dataFolder: '/data',
  locale: 'en-US',
} satisfies About

// jsdom has no idle callbacks.
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function showGate(
  status: () => VaultStatus,
  { goOn = status, locale = about.locale }: { goOn?: () => VaultStatus; locale?: string } = {},
) {
  return renderApp({
    at: '/',
    screens: { '/': LockGate },
    state: () => 'open',
    handlers: {
      app: { about: () => ({ ...about, locale }) },
      lock: { ready: () => undefined, last: () => null },
      vault: { status, goOn },
      settings: { get: () => defaultSettings },
    },
  })
}
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

describe('the gate', () => {
  test.each([
    ['none', 'See how the relationship goes, session by session'],
    ['present', 'Unlock Attune'],
    ['damaged', 'Attune can’t read the vault’s header'],
    ['newer', 'This vault was last used by a newer Attune'],
  ] as const)('shows for a folder that holds "%s" what to do', async (presence, heading) => {
    showGate(() => vaultStatus({ state: 'locked', presence }))
    expect(await title(heading)).toBeTruthy()
  })

  test('writes every date as the computer does, and spells as its country', async () => {
    showGate(() => vaultStatus({ state: 'locked' }), { locale: 'en-GB' })
    await title('Unlock Attune')
    const at = new Date('2025-03-04T14:05:00.000Z')
    expect(dayOf(at, 'UTC')).toBe('4 Mar 2025')
    expect(i18next.t('client.since', { date: at })).toBe('since 4 Mar 2025')
    expect(i18next.t('logSession.statuses.late-cancel')).toBe('cancelled late')
    followComputer('en-US')
    expect(i18next.t('client.since', { date: at })).toBe('since Mar 4, 2025')
    expect(i18next.t('logSession.statuses.late-cancel')).toBe('canceled late')
  })

  test('shows the failure if even the state of the vault can’t be read', async () => {
    showGate(() => {
      throw new AppError('vault-not-starting')
    })
    expect(await title(/does not start/)).toBeTruthy()
  })

  test.each(['none', 'damaged'] as const)(
    'removes the early field for a folder that holds "%s"',
    async (presence) => {
      document.body.insertAdjacentHTML('afterbegin', '<main id="start"><input id="start-passphrase"></main>')
      showGate(() => vaultStatus({ state: 'locked', presence }))
      await screen.findByRole('heading', { level: 1 })
      await vi.waitFor(() => expect(document.querySelector('#start')).toBeNull())
    },
  )

  test('asks for a new passphrase after the recovery key and shows nothing else', async () => {
    showGate(() => vaultStatus({ mustChoosePassphrase: true }))
    expect(await title('Choose a new passphrase')).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  const goneBack = {
    kind: 'older',
    newestBackup: { createdAt: '2026-03-19T16:00:00.000Z', zone: 'UTC' },
  } as const
  const undecided = vaultStatus({ goneBack, access: 'read-only', readOnlyReason: 'gone-back' })

  test('stops before an older vault until the user goes on with it', async () => {
    let status = undecided
    const goOn = vi.fn(() => (status = vaultStatus()))
    showGate(() => status, { goOn })
    expect(await title('This vault is older than the one last used here')).toBeTruthy()
    expect(screen.getByText(/Your newest backup is of .*2026/)).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Go on with this vault' }))
    expect(await screen.findByRole('navigation', { name: 'Screens' })).toBeTruthy()
    expect(goOn).toHaveBeenCalledOnce()
    expect(screen.queryByText(/Open for reading only/)).toBeNull()
  })

  test('lets the user look at an older vault without accepting it', async () => {
    showGate(() => undecided)
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Look at it first' }))
    expect(await screen.findByRole('navigation', { name: 'Screens' })).toBeTruthy()
    expect(screen.getByText(/this vault is not as Attune left it/)).toBeTruthy()
  })

  test('opens the backups from the screen of an older vault', async () => {
    showGate(() => undecided)
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Restore from a backup…' }))
    expect(await title('Restore a backup')).toBeTruthy()
  })

  test('shows nothing of the vault once it locks, and says what is happening', async () => {
    const { send } = showGate(() => vaultStatus())
    await screen.findByRole('navigation', { name: 'Screens' })
    act(() => send({ name: 'locking', reason: 'command' }))
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.getByRole('status').textContent).toMatch(/What you were writing is being saved/)
    act(() => send({ name: 'backing-up' }))
    expect(screen.getByRole('status').textContent).toMatch(/makes a backup first/)
  })
})
