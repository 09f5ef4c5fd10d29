import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { clientSchema } from '#shared/records/client.ts'
import { client } from '#renderer/features/log-session/testing/fake-vault.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { GoToDialog } from './go-to-dialog.tsx'

afterEach(cleanup)

const heron = clientSchema.parse({ ...client, id: crypto.randomUUID(), code: 'Heron', status: 'paused' })

function open() {
  const run = vi.fn()
  const onClose = vi.fn()
  renderApp({
    at: '/here',
    screens: { '/here': () => <GoToDialog run={run} onClose={onClose} /> },
    handlers: {
      clients: {
        list: () => [{ client: heron, sessionCount: 3, lastHeldOn: null, nextPlannedOn: null }],
      },
    },
  })
  return { run, onClose, user: userEvent.setup() }
}

test('a few letters and Enter open the client; the status is said where it is not active', async () => {
  const { user, onClose } = open()
  await screen.findByRole('option', { name: /Today/ })
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  await user.keyboard('her')
  expect((await screen.findByRole('option', { name: /Heron/ })).textContent).toBe('HeronPaused')
  await user.keyboard('{Enter}')
  expect(await screen.findByText(`went to /clients/${heron.id}`)).toBeTruthy()
  expect(onClose).toHaveBeenCalledOnce()
})

test('a command is found by its name, shows its keys, and runs', async () => {
  const { user, run } = open()
  await screen.findByRole('option', { name: /Today/ })
  await user.keyboard('lock')
  expect((await screen.findByRole('option', { name: /Lock now/ })).textContent).toBe('Lock nowCtrlShiftL')
  await user.keyboard('{Enter}')
  expect(run).toHaveBeenCalledExactlyOnceWith('lock')
})

test('the arrows choose another one, and letters without a match say so', async () => {
  const { user, run } = open()
  await screen.findByRole('option', { name: /Today/ })
  await user.keyboard('supervision{ArrowDown}{Enter}')
  expect(run).toHaveBeenCalledExactlyOnceWith('to-supervision')
  await user.clear(screen.getByRole('searchbox'))
  await user.keyboard('zebra')
  expect(await screen.findByText('No client and no command has these letters.')).toBeTruthy()
})
