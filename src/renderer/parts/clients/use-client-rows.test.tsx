import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { useClientRows } from './use-client-rows.tsx'

afterEach(cleanup)

const clientId = clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')

async function show(status = vaultStatus()) {
  const Screen = () => {
    const rows = useClientRows()
    return (
      <>
        <p {...rows.props({ clientId, clientCode: 'Otter' })}>the row</p>
        {rows.menu}
      </>
    )
  }
  renderApp({ at: '/', screens: { '/': Screen }, handlers: { vault: { status: () => status } } })
  const row = await screen.findByText('the row')
  return {
    row,
    ask: async (name: string) => {
      fireEvent.contextMenu(row, { button: 2 })
      await screen.findByRole('menu', { name: 'Otter' })
      await userEvent.setup().click(screen.getByRole('menuitem', { name }))
    },
  }
}

test.each([
  ['Open', `/clients/${clientId}`],
  ['Log a session', `/log/new/${clientId}`],
  ['Report…', `/clients/${clientId}/report`],
])('%s of a client’s menu goes there', async (name, address) => {
  const { ask } = await show()
  await ask(name)
  expect(await screen.findByText(`went to ${address}`)).toBeTruthy()
})

test('a session is planned from the menu, and a double click opens the client', async () => {
  const { row, ask } = await show()
  await ask('Plan a session…')
  expect(await screen.findByRole('dialog', { name: 'Plan a session' })).toBeTruthy()
  await userEvent.setup().keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.doubleClick(row)
  expect(await screen.findByText(`went to /clients/${clientId}`)).toBeTruthy()
})

test('in a vault that is open for reading only, nothing is logged or planned', async () => {
  const { row } = await show(vaultStatus({ access: 'read-only', readOnlyReason: 'folder' }))
  fireEvent.contextMenu(row, { button: 2 })
  await screen.findByRole('menu')
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Open', 'Report…'])
})
