import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAsk } from '#renderer/lib/ask.ts'
import { renderInCache } from '#renderer/testing/render-hooks.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { askForClients, useLoadAhead, usePreload } from './load-in-idle-time.ts'

const loaded = vi.hoisted((): string[] => [])
vi.mock('../features/client/client-screen.tsx', () => {
  loaded.push('client')
  return {}
})
vi.mock('../features/clients/clients-screen.tsx', () => {
  loaded.push('clients')
  return {}
})
vi.mock('../features/log-session/log-session-screen.tsx', () => ({}))
vi.mock('../features/today/today-screen.tsx', () => ({}))

let whenIdle: (() => void)[] = []
const beIdle = (): void => {
  for (const action of whenIdle.splice(0)) action()
}

beforeEach(() => {
  whenIdle = []
  vi.stubGlobal('requestIdleCallback', (action: () => void) => whenIdle.push(action))
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the next screens are loaded once every question has its answer', async () => {
  const today = Promise.withResolvers<null>()
  const app = renderInCache(
    () => {
      usePreload()
      return useAsk('today.get')
    },
    () => today.promise,
  )
  await waitFor(() => expect(app.asked).toEqual(['today.get']))
  beIdle()
  expect(loaded).toEqual([])
  await act(async () => {
    today.resolve(null)
    await today.promise
  })
  await waitFor(() => expect(whenIdle).toHaveLength(1))
  beIdle()
  await waitFor(() => expect(loaded).toEqual(['clients', 'client']))
  // Clients is the likely next screen, and the longest to answer for.
  expect(app.asked).toEqual(['today.get', 'attention.list'])
})

test('what Clients shows is asked for once, and again only after a change', async () => {
  const app = renderInCache(() => null)
  askForClients(app.queryClient)
  await waitFor(() => expect(app.queryClient.isFetching()).toBe(0))
  askForClients(app.queryClient)
  expect(app.asked).toEqual(['attention.list'])
  await app.queryClient.invalidateQueries()
  askForClients(app.queryClient)
  expect(app.asked).toEqual(['attention.list', 'attention.list'])
})

test('loading ahead loads the screens after the unlock, and has the vault process load the rest of itself', async () => {
  const loadAhead = vi.fn()
  const { asked, result } = renderInCache(
    () => useLoadAhead(loadAhead),
    () => vaultStatus({ state: 'locked' }),
  )
  expect(asked).toEqual([])
  result.current()
  expect(asked).toEqual(['vault.status'])
  expect(loadAhead).not.toHaveBeenCalled()
  beIdle()
  expect(loadAhead).toHaveBeenCalledOnce()
})
