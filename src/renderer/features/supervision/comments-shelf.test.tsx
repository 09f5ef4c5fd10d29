import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { exampleComment } from '#shared/bundles/testing/example-reply.ts'
import type { OutputAt } from '#shared/contract/contract.ts'
import { receivedCommentSchema } from '#shared/replies/comment.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { CommentsShelf } from './comments-shelf.tsx'

afterEach(cleanup)

const comment = receivedCommentSchema.parse({
  ...exampleComment(),
  contactId: '77777777-7777-4777-8777-777777777777',
  contactName: 'Ruth Lind',
  clientId: '99999999-9999-4999-8999-999999999999',
  cameAt: '2026-03-20T15:00:00.000Z',
  readAt: null,
})
const ruth: OutputAt<'contacts.list'>[number] = {
  id: comment.contactId,
  name: 'Ruth Lind',
  state: 'compared',
  addedAt: '2026-03-01T15:00:00.000Z',
}

function show(came: OutputAt<'replies.toDiscuss'>, people: OutputAt<'contacts.list'>) {
  return renderApp({
    at: '/',
    screens: { '/': CommentsShelf },
    handlers: {
      contacts: { list: () => people },
      replies: {
        toDiscuss: () => came,
        markRead: ({ comments }) => {
          came = came.map((each) =>
            comments.some(({ id }) => id === each.id) ? { ...each, readAt: each.cameAt } : each,
          )
        },
      },
    },
  })
}

test('what a supervisor wrote stands with the client, the session and its study', async () => {
  show([{ ...comment, clientCode: 'K-07' }], [ruth])
  expect((await screen.findByRole('link', { name: 'K-07' })).parentElement?.textContent).toBe(
    'K-07 Session 10',
  )
  expect(screen.getByText('What would have happened if you had named the silence?')).toBeTruthy()
  expect(screen.getByText(/Alliance Rupture Repair/)).toBeTruthy()
  expect(screen.getByText('Ruth Lind, came on Mar 20, 2026')).toBeTruthy()
})

test('with a supervisor and no comment there is the way to open a reply', async () => {
  show([], [ruth])
  expect(await screen.findByRole('link', { name: 'Open a reply' })).toBeTruthy()
  expect(screen.getByText('Nothing has come since the last meeting.')).toBeTruthy()
})

test('a therapist who has compared words with nobody sees nothing', async () => {
  const { queryClient } = show([], [{ ...ruth, state: 'new' }])
  await expect.poll(() => queryClient.isFetching()).toBe(0)
  expect(screen.queryByRole('region')).toBeNull()
})

test('a new comment is marked as read, and stays in the list', async () => {
  const { failures } = show([{ ...comment, clientCode: 'K-07' }], [ruth])
  expect(await screen.findByText('New')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Mark as read: Session 10' }))
  await waitFor(() => expect(screen.queryByText('New')).toBeNull())
  expect(screen.queryByRole('button', { name: /Mark as read/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'K-07' })).toBeTruthy()
  expect(document.activeElement?.tagName).toBe('LI')
  expect(failures).toEqual([])
})
