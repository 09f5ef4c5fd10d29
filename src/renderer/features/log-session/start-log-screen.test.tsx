import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Today } from '#shared/overview/today.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { todayHere } from '#renderer/lib/dates.ts'
import { StartLogScreen } from './start-log-screen.tsx'
import { clientId, createFakeVault, savedAt, sessionId } from './testing/fake-vault.ts'

afterEach(cleanup)

function start(today: Partial<Today> = {}) {
  const vault = createFakeVault()
  const { date } = todayHere()
  renderApp({
    at: `/log/new/${clientId}`,
    screens: { '/log/new/$clientId': StartLogScreen },
    handlers: {
      ...vault.handlers,
      today: {
        get: () => ({
          date,
          risks: [],
          sessions: [],
          upcoming: [],
          drafts: [],
          unfinished: [],
          hasClients: true,
          ...today,
        }),
      },
    },
  })
  return vault
}

const listed = { clientId, clientCode: 'Otter', isFictional: false, sessionId, number: 8 }

test('fault 251: a new session opens with an id of its own, and nothing is kept', async () => {
  const vault = start()
  await screen.findByText(new RegExp(`^went to /log/[0-9a-f-]{36}/of/${clientId}$`))
  expect(vault.drafts).toEqual([])
})

test('a session planned for today is offered before a second one', async () => {
  const { date } = todayHere()
  const vault = start({ sessions: [{ ...listed, date, timeOfDay: null, status: 'planned' }] })
  expect(await screen.findByText('Session 8 with Otter is planned for today.')).toBeTruthy()
  expect(vault.drafts).toEqual([])
  await userEvent.setup().click(screen.getByRole('link', { name: 'Log session 8' }))
  expect(await screen.findByText(`went to /log/${sessionId}`)).toBeTruthy()
})

test('Enter goes on to the session that waits, and the reason is read with it', async () => {
  const { date } = todayHere()
  start({ sessions: [{ ...listed, date, timeOfDay: null, status: 'planned' }] })
  const goOn = await screen.findByRole('link', {
    name: 'Log session 8',
    description: 'Session 8 with Otter is planned for today.',
  })
  await waitFor(() => expect(document.activeElement).toBe(goOn))
  await userEvent.setup().keyboard('{Enter}')
  expect(await screen.findByText(`went to /log/${sessionId}`)).toBeTruthy()
})

test('a second one is made on request', async () => {
  const { date } = todayHere()
  const vault = start({ sessions: [{ ...listed, date, timeOfDay: null, status: 'begun' }] })
  expect(await screen.findByRole('link', { name: 'Continue session 8' })).toBeTruthy()
  await userEvent.setup().click(await screen.findByRole('link', { name: 'Log another session' }))
  const opened = await screen.findByText(/^went to /)
  expect(opened.textContent).toContain(`/of/${clientId}`)
  expect(opened.textContent).not.toContain(sessionId)
  expect(vault.drafts).toEqual([])
})

test('a second session on a day on which one was logged asks once', async () => {
  const { date } = todayHere()
  start({ sessions: [{ ...listed, date, timeOfDay: null, status: 'held' }] })
  expect(await screen.findByText('Session 8 with Otter was already logged today.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open session 8' }).getAttribute('href')).toBe(
    `/clients/${clientId}/sessions/${sessionId}`,
  )
  await userEvent.setup().click(screen.getByRole('link', { name: 'Log another session' }))
  expect((await screen.findByText(/^went to /)).textContent).toContain(`/of/${clientId}`)
})

test('a session that was cancelled in time is no reason to ask', async () => {
  const { date } = todayHere()
  start({ sessions: [{ ...listed, date, timeOfDay: null, status: 'cancelled-by-client' }] })
  expect((await screen.findByText(/^went to /)).textContent).toContain(`/of/${clientId}`)
})

test('a session that was begun and never saved is offered', async () => {
  start({ drafts: [{ ...listed, number: 9, updatedAt: savedAt }] })
  expect(await screen.findByText(/^Session 9 with Otter was begun at .* and never saved\.$/)).toBeTruthy()
})
