import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { writeReply } from '#shared/bundles/reply.ts'
import { exampleReply } from '#shared/bundles/testing/example-reply.ts'
import { AppError } from '#shared/contract/result.ts'
import { replies as words } from '#shared/i18n/en/replies.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { contactId } from '../testing/example-review.ts'
import { ReplyScreen } from './reply-screen.tsx'

afterEach(cleanup)

function show({ isEmpty = false, isCompared = true } = {}) {
  const sent: unknown[] = []
  const reply = exampleReply()
  renderApp({
    at: `/supervision/review/people/${contactId}/reply`,
    screens: { '/supervision/review/people/$contactId/reply': ReplyScreen },
    handlers: {
      contacts: {
        get: ({ id }) => ({
          id,
          name: 'Ada',
          state: isCompared ? 'compared' : 'changed',
          addedAt: '2026-03-01T15:00:00.000Z',
          clients: 0,
          toAsk: 0,
          bundles: 1,
        }),
      },
      files: { choose: () => ({ kind: 'chosen', token: 'a'.repeat(43), name: 'reply.age' }) },
      replies: {
        prepare: () => {
          if (isEmpty) throw new AppError('nothing-to-share')
          return { reply, text: writeReply(reply) }
        },
        send: (input) => {
          sent.push(input)
          return { name: 'reply.age' }
        },
      },
    },
  })
  return { sent, reply, user: userEvent.setup() }
}

test('everything that leaves is shown, to the last character, before it is saved', async () => {
  const { sent, reply, user } = show()
  expect(await screen.findByRole('heading', { name: 'Client 7QF3-K9MW' })).toBeTruthy()
  for (const { text } of reply.clients[0]?.comments ?? []) expect(screen.getByText(text)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: words.reply.raw }))
  expect(screen.getByText(writeReply(reply))).toBeTruthy()
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save the reply for Ada' }))
  expect(await screen.findByText(/^Saved as “reply\.age”\. Only Ada can open it\./)).toBeTruthy()
  expect(sent).toEqual([{ replyId: reply.replyId, token: 'a'.repeat(43) }])
})

test('without a comment the screen says how one is written', async () => {
  show({ isEmpty: true })
  expect(await screen.findByText(words.reply.nothing)).toBeTruthy()
})

test('to somebody whose keys have changed nothing is prepared', async () => {
  show({ isCompared: false })
  expect(await screen.findByText(words.reply.unsettled)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull()
})
