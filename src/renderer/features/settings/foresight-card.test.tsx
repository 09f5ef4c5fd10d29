import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { ForesightCard } from './foresight-card.tsx'

afterEach(cleanup)

function show(fails = false) {
  let isOn = false
  const setOn = vi.fn((next: { isOn: boolean }) => {
    if (fails) throw new AppError('disk-full')
    isOn = next.isOn
    return undefined
  })
  renderApp({
    at: '/',
    screens: { '/': ForesightCard },
    handlers: { vault: { status: () => vaultStatus() }, foresight: { get: () => ({ isOn }), setOn } },
  })
  return setOn
}
const box = () => screen.findByRole('checkbox', { name: /^Ask after a session/ })

test('it is off at first, is switched on and off again, and says that it is saved', async () => {
  const setOn = show()
  const user = userEvent.setup()
  expect(await box()).toHaveProperty('checked', false)
  await user.click(await box())
  await screen.findByText('Saved.')
  expect(await box()).toHaveProperty('checked', true)
  await user.click(await box())
  await waitFor(() => expect(setOn.mock.calls).toEqual([[{ isOn: true }], [{ isOn: false }]]))
})

test('a switch that could not be saved stays as it was, and says why', async () => {
  show(true)
  await userEvent.setup().click(await box())
  await screen.findByRole('alert')
  expect(await box()).toHaveProperty('checked', false)
})
