import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { DeskSecret } from '#shared/contract/operations/keys.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { Button } from '#renderer/ui/button.tsx'
import { deskPassphrase, typeProof } from '#renderer/testing/proofs.ts'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { useProof } from './use-proof.tsx'

const run = vi.fn<(proof: string) => void>()

function Screen() {
  const proof = useProof('rights.erase')
  return (
    <>
      <Button onPress={() => proof.ask(run)}>Erase</Button>
      {proof.dialog}
    </>
  )
}

function show(keys: FakeHandlers['keys'] = {}, status: Partial<VaultStatus> = {}) {
  const app = renderApp({
    at: '/',
    screens: { '/': Screen },
    handlers: { keys, vault: { status: () => vaultStatus(status) } },
  })
  return { ...app, user: userEvent.setup() }
}

const erase = () => screen.findByRole('button', { name: 'Erase' })

afterEach(() => {
  cleanup()
  run.mockClear()
})

test('the keyboard alone types the passphrase, and the operation runs once with its proof', async () => {
  const { user, failures } = show()
  await erase()
  await user.tab()
  await user.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: 'Your passphrase once more' })
  expect(document.activeElement).toBe(screen.getByLabelText('Your passphrase'))
  await user.keyboard(`${deskPassphrase}{Enter}`)
  await waitFor(() => expect(run).toHaveBeenCalledTimes(1))
  expect(run.mock.calls[0]?.[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Erase'))
  expect(failures).toEqual([])
})

test('an empty field is refused, and Escape leaves without running anything', async () => {
  const prove = vi.fn(() => ({ proof: crypto.randomUUID() }))
  const { user } = show({ prove })
  await user.click(await erase())
  await user.click(await screen.findByRole('button', { name: 'Go on' }))
  await screen.findByText('Type your passphrase first.')
  expect(prove).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(run).not.toHaveBeenCalled()
})

test('a wrong passphrase is reported at the field, and the next one can be right', async () => {
  const { user } = show()
  await user.click(await erase())
  await typeProof(user, 'not this one')
  await screen.findByText(/This passphrase doesn’t match/)
  expect(document.activeElement).toBe(screen.getByLabelText('Your passphrase'))
  expect(run).not.toHaveBeenCalled()
  await user.clear(screen.getByLabelText('Your passphrase'))
  await typeProof(user)
  await waitFor(() => expect(run).toHaveBeenCalledTimes(1))
})

test('a dialog that was closed while the passphrase was checked runs nothing', async () => {
  const checked = Promise.withResolvers<{ proof: string }>()
  const { user } = show({ prove: () => checked.promise })
  await user.click(await erase())
  await typeProof(user)
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  checked.resolve({ proof: crypto.randomUUID() })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await checked.promise
  expect(run).not.toHaveBeenCalled()
})

test('the recovery key is accepted instead, if there is one', async () => {
  const tried: unknown[] = []
  const prove = ({ path, secret }: { path: string; secret: DeskSecret }) => {
    if (secret.kind === 'recovery-key') tried.push([path, Uint8Array.from(secret.recoveryKey)])
    throw new AppError('wrong-recovery-key')
  }
  const { user } = show({ prove }, { recoveryKeySince: '2026-03-20T15:00:00.000Z' })
  await user.click(await erase())
  await user.click(await screen.findByRole('button', { name: 'Use the recovery key instead' }))
  await user.click(await screen.findByLabelText('Recovery key'))
  await user.paste('AAAAA-BBBBB')
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByText(/This recovery key does not open this vault/)
  expect(tried).toEqual([['rights.erase', recoveryKeySymbols('AAAAA-BBBBB')]])
})

test('a vault without a recovery key does not offer it', async () => {
  const { user } = show()
  await user.click(await erase())
  await screen.findByRole('button', { name: 'Go on' })
  expect(screen.queryByRole('button', { name: /recovery key/ })).toBeNull()
})
