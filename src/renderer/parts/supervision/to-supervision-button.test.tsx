import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { PickContext } from '#renderer/lib/app-context.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ToSupervisionButton } from './to-supervision-button.tsx'

function show(access: 'full' | 'read-only') {
  const picked: string[] = []
  const readOnlyReason = access === 'full' ? null : 'folder'
  const Screen = () => (
    <PickContext value={(pathname) => picked.push(pathname)}>
      <p>Kite</p>
      <ToSupervisionButton />
    </PickContext>
  )
  const app = renderApp({
    at: '/clients/kite',
    screens: { '/clients/$clientId': Screen },
    handlers: { vault: { status: () => vaultStatus({ access, readOnlyReason }) } },
  })
  return { ...app, picked }
}

afterEach(cleanup)

test('the button puts the address on the screen on the agenda', async () => {
  const { picked } = show('full')
  await userEvent.setup().click(await screen.findByRole('button', { name: 'To supervision' }))
  expect(picked).toEqual(['/clients/kite'])
})

test('the button is absent while nothing can be saved', async () => {
  show('read-only')
  await screen.findByText('Kite')
  await expect.poll(() => screen.queryByRole('button')).toBeNull()
})
