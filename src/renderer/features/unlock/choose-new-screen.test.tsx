import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { question } from '#renderer/lib/ask.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { ChooseNewScreen } from './choose-new-screen.tsx'

afterEach(cleanup)

function showChoice() {
  const chosen = vi.fn((_input: { next: string }) => vaultStatus())
  const locked = vi.fn(() => undefined)
  const app = renderApp({
    at: '/',
    screens: { '/': ChooseNewScreen },
    handlers: {
      keys: { choosePassphrase: ({ next }) => chosen({ next: typedText(next) }) },
      lock: { now: locked },
    },
  })
  return { ...app, chosen, locked, user: userEvent.setup() }
}

test('after the recovery key, the app continues only with a new passphrase, typed twice', async () => {
  const { user, chosen, queryClient } = showChoice()
  await user.type(await screen.findByLabelText('Passphrase'), 'quiet otter by the lamp')
  await user.type(screen.getByLabelText('The same passphrase again'), 'quiet otter by the lump{Enter}')
  expect(await screen.findByText(/These two are not the same/)).toBeTruthy()
  expect(chosen).not.toHaveBeenCalled()
  await user.clear(screen.getByLabelText('The same passphrase again'))
  await user.type(screen.getByLabelText('The same passphrase again'), 'quiet otter by the lamp{Enter}')
  await vi.waitFor(() =>
    expect(queryClient.getQueryData(question('vault.status').queryKey)).toEqual(vaultStatus()),
  )
  expect(chosen).toHaveBeenCalledExactlyOnceWith({ next: 'quiet otter by the lamp' })
})

test('the user can lock instead, and the recovery key still opens the vault', async () => {
  const { user, locked, chosen } = showChoice()
  await user.click(await screen.findByRole('button', { name: 'Lock instead' }))
  expect(locked).toHaveBeenCalledOnce()
  expect(chosen).not.toHaveBeenCalled()
})
