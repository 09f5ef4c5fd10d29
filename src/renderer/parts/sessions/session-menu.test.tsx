import { useEffect, useState } from 'react'
import { act, cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { OutputAt } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { clientIdSchema, sessionIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { RemovedSessions } from './removed-sessions.tsx'
import { SessionMenu } from './session-menu.tsx'

afterEach(cleanup)

const clientId = clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911')
const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d01')
const session = { sessionId, clientId, clientCode: 'Otter', number: 8 }
const removed = { id: sessionId, clientId, clientCode: 'Otter', number: 8, date: '2026-03-04' }
const extent: OutputAt<'sessions.extent'> = {
  revision: 3,
  date: '2026-03-04',
  earlierVersions: 2,
  hasDraft: true,
  riskAnswers: 1,
  unreadRisks: 0,
  prompts: 1,
  agendaItems: 0,
  baselines: 1,
  ownRatings: 2,
  declinedForms: 1,
  comments: 1,
  sharedWith: ['Ada'],
  leavesBackupsOn: '2026-04-02',
}

function show({
  found = extent,
  status = vaultStatus(),
  undoneAs = 8,
  remove = () => removed,
  leaving = new Promise(() => undefined),
}: {
  found?: typeof extent
  status?: ReturnType<typeof vaultStatus>
  undoneAs?: number
  remove?: () => typeof removed
  /** When the list without the session comes. */
  leaving?: Promise<void>
} = {}) {
  let isRemoved = false
  const SessionRow = () => {
    const [isListed, setIsListed] = useState(true)
    useEffect(() => void leaving.then(() => setIsListed(false)), [])
    return isListed ? <SessionMenu session={session} /> : null
  }
  const Screen = () => (
    <>
      <RemovedSessions clientId={null} />
      <SessionRow />
    </>
  )
  renderApp({
    at: '/',
    screens: { '/': Screen },
    handlers: {
      vault: { status: () => status },
      sessions: {
        extent: () => found,
        removed: () => (isRemoved ? [removed] : []),
        remove: () => {
          const done = remove()
          isRemoved = true
          return done
        },
        undoRemoval: () => {
          isRemoved = false
          return { ...removed, number: undoneAs }
        },
      },
    },
  })
  return userEvent.setup()
}

async function askToRemove(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'More for session 8 of Otter' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove session…' }))
  return screen.findByRole('alertdialog', { name: 'Remove session 8 of Otter?' })
}

test('a sheet of paper is entered from the menu of its session', async () => {
  const user = show()
  await user.click(await screen.findByRole('button', { name: 'More for session 8 of Otter' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Enter a paper form' }))
  expect(await screen.findByText(`went to /clients/${clientId}/paper/enter/${sessionId}`)).toBeTruthy()
})

test('the question says what goes, what stays, until when backups hold it, and how long it can be undone', async () => {
  const dialog = await askToRemove(show())
  await within(dialog).findByText('What is removed')
  const words = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(words).toEqual([
    'its ratings, the client’s answers, notes and events',
    'changes that were not saved yet',
    'its 2 earlier versions',
    'an answer that asked for attention, with your notes on it',
    'the prompt you answered at it',
    '2 ratings of goals and problems in the client’s own words',
    'that the client declined a form in it: the form is given again',
    'its place as the baseline of a questionnaire: the first rating takes it',
    expect.stringContaining('your backups, until Apr 2, 2026'),
    'a comment of your supervisor on it',
    expect.stringContaining('Ada may hold it until your next bundle replaces it'),
    expect.stringContaining('the audit log'),
  ])
  expect(dialog.textContent).toContain('You can undo this until Attune locks.')
})

test('a removed session is listed with its Undo, and says if it comes back under another number', async () => {
  const user = show({ undoneAs: 9 })
  const dialog = await askToRemove(user)
  await user.click(await within(dialog).findByRole('button', { name: 'Remove session' }))
  const undo = await screen.findByRole('button', { name: 'Undo' })
  expect(screen.getByText('Session 8 of Otter, Mar 4, 2026')).toBeTruthy()
  await user.click(undo)
  expect((await screen.findByRole('status')).textContent).toBe(
    'It is back as session 9 of Otter: another session has its number now. Open session 9',
  )
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test.each([
  { what: 'Undo has the focus once the session leaves the list, however late', keys: null, focused: 'Undo' },
  { what: 'a key pressed meanwhile keeps the focus where the person is', keys: '{Shift}', focused: '' },
])('$what', async ({ keys, focused }) => {
  const list = Promise.withResolvers<void>()
  const user = show({ leaving: list.promise })
  const dialog = await askToRemove(user)
  await user.click(await within(dialog).findByRole('button', { name: 'Remove session' }))
  await screen.findByRole('button', { name: 'Undo' })
  const more = await screen.findByRole('button', { name: 'More for session 8 of Otter' })
  await expect.poll(() => document.activeElement).toBe(more)
  await looked()
  if (keys !== null) await user.keyboard(keys)
  await act(async () => {
    list.resolve()
    await list.promise
  })
  await looked()
  expect(document.activeElement?.closest('button')?.textContent ?? '').toBe(focused)
})

/** Longer than the time between two looks at where the focus is. */
const looked = () => new Promise<void>((after) => setTimeout(after, 250))

test('a session with an answer that nobody has read is not offered for removal', async () => {
  const dialog = await askToRemove(show({ found: { ...extent, unreadRisks: 1 } }))
  await within(dialog).findByText(/nobody has acknowledged it yet/)
  expect(within(dialog).queryByRole('button', { name: 'Remove session' })).toBeNull()
})

test('a removal that fails keeps the question open and says so', async () => {
  const user = show({
    remove: () => {
      throw new AppError('disk-full')
    },
  })
  const dialog = await askToRemove(user)
  await user.click(await within(dialog).findByRole('button', { name: 'Remove session' }))
  expect(await within(dialog).findByRole('alert')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('a read-only vault offers none of it', async () => {
  show({ status: vaultStatus({ access: 'read-only', readOnlyReason: 'folder' }) })
  await expect.poll(() => screen.queryByRole('button')).toBeNull()
})
