import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { VaultState } from '#shared/vault-state.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { question } from '#renderer/lib/ask.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { FirstRunScreen } from './first-run-screen.tsx'

const opened = vaultStatus()
const confirmed = vaultStatus({ recoveryKeySince: '2026-11-20T08:00:00.000Z' })
const long = 'quiet otter by the lamp'
const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 5))

function startFirstRun({
  create = () => opened,
  runtime = 'electron',
}: {
  create?: (input: { passphrase: string }) => VaultStatus
  runtime?: 'electron' | 'chromium-shell'
} = {}) {
  let state: VaultState = 'locked'
  const made = vi.fn((input: { passphrase: string }) => {
    const status = create(input)
    state = status.state
    return status
  })
  const cancelled = vi.fn(() => undefined)
  const loaded = vi.fn(() => ({ clients: 12, sessions: 259 }))
  const app = renderApp({
    at: '/',
    screens: { '/': FirstRunScreen },
    handlers: {
      vault: { create: ({ passphrase }) => made({ passphrase: typedText(passphrase) }) },
      sample: { load: loaded },
      keys: {
        beginRecoveryKey: ({ passphrase }) => {
          expect(passphrase).toBeNull()
          return { groups: [...groups], asked: [4, 11] }
        },
        confirmRecoveryKey: ({ groups: typed }) => {
          const wrong = typed.flatMap(({ number, text }, index) =>
            text.toUpperCase() === groups[number - 1] ? [] : [`groups.${index}`],
          )
          if (wrong.length > 0) throw new AppError('recovery-key-not-confirmed', wrong)
          return confirmed
        },
        cancel: cancelled,
      },
    },
    state: () => state,
    runtime,
  })
  return { ...app, made, loaded, cancelled, user: userEvent.setup() }
}

async function reachPassphrase(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Choose a passphrase' }))
  return {
    passphrase: await screen.findByLabelText<HTMLInputElement>('Passphrase'),
    repeated: screen.getByLabelText<HTMLInputElement>('The same passphrase again'),
    create: screen.getByRole('button', { name: 'Create the vault' }),
  }
}

async function fillIn(
  user: ReturnType<typeof userEvent.setup>,
  { passphrase, repeated }: Awaited<ReturnType<typeof reachPassphrase>>,
) {
  for (const field of [passphrase, repeated]) {
    await user.click(field)
    await user.paste(long)
  }
}

async function postpone(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Do this later' }))
  await user.click(screen.getByRole('button', { name: 'Go on without one' }))
}

afterEach(cleanup)

describe('the first run', () => {
  test('begins with what Attune is for; each step focuses its heading, or the field where one types first', async () => {
    const { user } = startFirstRun()
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'See how the relationship goes, session by session',
      }),
    ).toBe(document.activeElement)
    expect(screen.getByText(/where the working relationship strains and how it is repaired/)).toBeTruthy()
    const { passphrase } = await reachPassphrase(user)
    expect(passphrase).toBe(document.activeElement)
  })

  test('warns on the stand-in for Electron, and only there', async () => {
    startFirstRun({ runtime: 'chromium-shell' })
    expect(await screen.findByText('For trying out, with sample data only')).toBeTruthy()
    cleanup()
    startFirstRun()
    await screen.findByRole('button', { name: 'Choose a passphrase' })
    expect(screen.queryByText('For trying out, with sample data only')).toBeNull()
  })

  test('says everything that is missing, focuses the first field, and creates no vault', async () => {
    const { user, made } = startFirstRun()
    const fields = await reachPassphrase(user)
    await user.type(fields.passphrase, 'too short')
    await user.click(fields.create)
    expect(screen.getByText(/Use at least 12 characters/)).toBeTruthy()
    expect(screen.getByText(/These two are not the same/)).toBeTruthy()
    expect(document.activeElement).toBe(fields.passphrase)
    expect(made).not.toHaveBeenCalled()
  })

  test('counts the characters as they are typed', async () => {
    const { user } = startFirstRun()
    const { passphrase } = await reachPassphrase(user)
    await user.type(passphrase, 'four')
    expect(screen.getByText('4 characters; at least 12 are needed.')).toBeTruthy()
    await user.type(passphrase, ' more words')
    expect(screen.getByText('15 characters: long enough.')).toBeTruthy()
  })

  test('accepts a pasted passphrase', async () => {
    const { user } = startFirstRun()
    const { passphrase } = await reachPassphrase(user)
    await user.click(passphrase)
    await user.paste(long)
    expect(passphrase.value).toBe(long)
  })

  test('fills in the suggested words once, so that the user types them the second time from paper', async () => {
    const { user } = startFirstRun()
    const { passphrase, repeated } = await reachPassphrase(user)
    await user.click(screen.getByRole('button', { name: 'Use these words' }))
    expect(passphrase.value).toMatch(/^([a-z]{3,7} ){4}[a-z]{3,7}$/)
    expect(screen.getByText(passphrase.value)).toBeTruthy()
    expect(repeated.value).toBe('')
    expect(repeated).toBe(document.activeElement)
  })

  test('draws five other words on request', async () => {
    const { user } = startFirstRun()
    const { passphrase } = await reachPassphrase(user)
    await user.click(screen.getByRole('button', { name: 'Use these words' }))
    const first = passphrase.value
    await user.click(screen.getByRole('button', { name: 'Five other words' }))
    await user.click(screen.getByRole('button', { name: 'Use these words' }))
    expect(passphrase.value).not.toBe(first)
  })

  test('creates the vault, and notifies the rest of the app only after the last step', async () => {
    const { user, made, loaded, queryClient } = startFirstRun()
    const fields = await reachPassphrase(user)
    await fillIn(user, fields)
    await user.click(fields.create)
    await postpone(user)
    expect(await screen.findByRole('heading', { name: 'Your vault is ready' })).toBe(document.activeElement)
    expect(made).toHaveBeenCalledExactlyOnceWith({ passphrase: long })
    expect(queryClient.getQueryData(question('vault.status').queryKey)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Start empty' }))
    expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(opened)
    expect(loaded).not.toHaveBeenCalled()
  })

  test('loads the fictional caseload before it opens the app', async () => {
    const { user, loaded, queryClient } = startFirstRun()
    const fields = await reachPassphrase(user)
    await fillIn(user, fields)
    await user.click(fields.create)
    await postpone(user)
    await user.click(await screen.findByRole('button', { name: 'Load the fictional caseload' }))
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual({
        ...opened,
        hasSample: true,
      }),
    )
    expect(loaded).toHaveBeenCalledOnce()
  })

  test('who wants to look around gets the fictional caseload without another question', async () => {
    const { user, loaded, queryClient } = startFirstRun()
    await user.click(await screen.findByRole('button', { name: 'Look around with invented clients' }))
    await user.keyboard(`${long}{Tab}{Tab}${long}{Enter}`)
    await postpone(user)
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual({
        ...opened,
        hasSample: true,
      }),
    )
    expect(loaded).toHaveBeenCalledOnce()
  })

  test('keeps the typed text if the vault can’t be created, and says why', async () => {
    const { user } = startFirstRun({
      create: () => {
        throw new AppError('disk-full')
      },
    })
    const fields = await reachPassphrase(user)
    await fillIn(user, fields)
    await user.click(fields.create)
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(fields.passphrase.value).toBe(long)
  })
})

describe('the recovery key in the first run', () => {
  async function reachRecovery() {
    const run = startFirstRun()
    const fields = await reachPassphrase(run.user)
    await fillIn(run.user, fields)
    await run.user.click(fields.create)
    await screen.findByRole('heading', { level: 1, name: /^A recovery key/ })
    return run
  }
  const box = (number: number) => screen.findByLabelText<HTMLInputElement>(`Group ${number}`)

  test('is explained before it is shown, and opens the vault alone', async () => {
    const { user } = await reachRecovery()
    expect(screen.getByText(/can open the vault with it, without the passphrase/)).toBeTruthy()
    expect(screen.queryByText(groups[0] ?? '')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show the recovery key' }))
    const list = await screen.findByRole('list', { name: 'Recovery key, 13 groups of five characters' })
    expect(list).toBe(document.activeElement)
    for (const group of groups) expect(screen.getByText(group)).toBeTruthy()
  })

  test('is hidden while two of its groups are typed back, and is valid after that', async () => {
    const { user, queryClient } = await reachRecovery()
    await user.click(screen.getByRole('button', { name: 'Show the recovery key' }))
    await user.click(await screen.findByRole('button', { name: 'I have it on paper' }))
    expect(screen.queryByText(groups[3] ?? '')).toBeNull()
    expect(await box(4)).toBe(document.activeElement)
    await user.keyboard((groups[3] ?? '').toLowerCase())
    await user.type(await box(11), `${groups[10]}{Enter}`)
    await user.click(await screen.findByRole('button', { name: 'Start empty' }))
    expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(confirmed)
  })

  test('shows a wrong group at its box, and the key can be shown again', async () => {
    const { user } = await reachRecovery()
    await user.click(screen.getByRole('button', { name: 'Show the recovery key' }))
    await user.click(await screen.findByRole('button', { name: 'I have it on paper' }))
    await user.click(screen.getByRole('button', { name: 'Confirm the recovery key' }))
    expect(screen.getByText('Type group 4 from the paper.')).toBeTruthy()
    await user.type(await box(4), groups[3] ?? '')
    await user.type(await box(11), 'AAAAA{Enter}')
    expect(await screen.findByText(/Check group 11 on the paper again/)).toBeTruthy()
    expect(screen.queryByText(/Read group 4 off/)).toBeNull()
    expect(await box(11)).toBe(document.activeElement)
    await user.click(screen.getByRole('button', { name: 'Show the key again' }))
    expect(await screen.findByText(groups[3] ?? '')).toBeTruthy()
  })

  test('can be postponed, but only after an explanation of the risk', async () => {
    const { user, queryClient, cancelled } = await reachRecovery()
    await user.click(screen.getByRole('button', { name: 'Show the recovery key' }))
    await screen.findByRole('button', { name: 'I have it on paper' })
    await user.click(screen.getByRole('button', { name: 'Do this later' }))
    expect(screen.getByRole('alertdialog').textContent).toMatch(/a forgotten passphrase is final/)
    await user.click(screen.getByRole('button', { name: 'Make it now' }))
    await screen.findByRole('button', { name: 'I have it on paper' })
    await postpone(user)
    await user.click(await screen.findByRole('button', { name: 'Start empty' }))
    expect(cancelled).toHaveBeenCalledOnce()
    expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(opened)
  })
})
