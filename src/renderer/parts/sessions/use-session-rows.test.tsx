import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { useSessionRows, type SessionOfRow } from './use-session-rows.tsx'

afterEach(cleanup)

const clientId = clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')
const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d01')
const session = { sessionId, clientId, clientCode: 'Otter', number: 8 }

async function show(row: Partial<SessionOfRow> = {}, { isOfOneClient = false, status = vaultStatus() } = {}) {
  const Screen = () => {
    const rows = useSessionRows({ isOfOneClient })
    return (
      <>
        <p {...rows.props({ session, action: 'log', ...row })}>the row</p>
        {rows.menu}
      </>
    )
  }
  renderApp({ at: '/', screens: { '/': Screen }, handlers: { vault: { status: () => status } } })
  const shown = await screen.findByText('the row')
  return {
    row: shown,
    user: userEvent.setup(),
    /** The commands of the row's menu. */
    commands: async () => {
      fireEvent.contextMenu(shown, { button: 2 })
      await screen.findByRole('menu', { name: 'Session 8 of Otter' })
      return screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
    },
  }
}

test.each([
  ['log', `went to /log/${sessionId}`],
  ['continue', `went to /log/${sessionId}`],
  ['open', `went to /clients/${clientId}/sessions/${sessionId}`],
] as const)('a double click on a row to %s goes there', async (action, address) => {
  const { row } = await show({ action })
  fireEvent.doubleClick(row)
  expect(await screen.findByText(address)).toBeTruthy()
})

test('the menu has what can be done with the session, and its first command opens it', async () => {
  const { commands, user } = await show({ action: 'continue' })
  expect(await commands()).toEqual([
    'Continue this session',
    'Open Otter’s page',
    'Enter a paper form',
    'Move to another client…',
    'Remove session…',
  ])
  await user.click(screen.getByRole('menuitem', { name: 'Continue this session' }))
  expect(await screen.findByText(`went to /log/${sessionId}`)).toBeTruthy()
})

test('on a client’s own page no command leads there', async () => {
  const { commands } = await show({}, { isOfOneClient: true })
  expect(await commands()).toEqual([
    'Log this session',
    'Enter a paper form',
    'Move to another client…',
    'Remove session…',
  ])
})

test('a draft can be gone on with and discarded', async () => {
  const onDiscard = vi.fn()
  const { commands, user } = await show({ action: 'continue', onDiscard })
  expect(await commands()).toEqual(['Continue this session', 'Open Otter’s page', 'Discard the draft'])
  await user.click(screen.getByRole('menuitem', { name: 'Discard the draft' }))
  expect(onDiscard).toHaveBeenCalledOnce()
})

test('in a vault that is open for reading only, a session can only be read', async () => {
  const { commands, user } = await show(
    { action: 'continue' },
    { status: vaultStatus({ access: 'read-only', readOnlyReason: 'folder' }) },
  )
  await vi.waitFor(async () => expect(await commands()).toEqual(['Open this session', 'Open Otter’s page']))
  await user.click(screen.getByRole('menuitem', { name: 'Open this session' }))
  expect(await screen.findByText(`went to /clients/${clientId}/sessions/${sessionId}`)).toBeTruthy()
})
