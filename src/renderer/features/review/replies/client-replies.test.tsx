import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { exampleComment } from '#shared/bundles/testing/example-reply.ts'
import { replies as words } from '#shared/i18n/en/replies.ts'
import {
  reviewLineSchema,
  writtenCommentSchema,
  type CommentEntry,
  type ReviewLine,
  type WrittenComment,
} from '#shared/replies/comment.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { reviewedClient } from '../testing/example-review.ts'
import { ClientReplies } from './client-replies.tsx'

afterEach(cleanup)

const comment = writtenCommentSchema.parse({
  ...exampleComment(),
  clientId: reviewedClient.id,
  writtenAt: '2026-03-20T15:00:00.000Z',
})

function show(comments: WrittenComment[] = [], isReadOnly = false) {
  let kept = comments
  let lines: ReviewLine[] = []
  const sent: CommentEntry[] = []
  renderApp({
    at: '/',
    screens: { '/': () => <ClientReplies client={reviewedClient} begun={null} /> },
    handlers: {
      drafts: fakeFormDrafts([]),
      evidence: { list: () => [] },
      vault: { status: () => vaultStatus({ access: isReadOnly ? 'read-only' : 'full' }) },
      replies: {
        ofReceived: () => ({ comments: kept, lines }),
        write: (entry) => {
          sent.push(entry)
          const study = entry.keepsStudy ? comment.study : null
          kept = [
            ...kept.filter(({ id }) => id !== entry.id),
            writtenCommentSchema.parse({
              id: entry.id,
              clientId: entry.clientId,
              about: entry.about,
              text: entry.text,
              study,
              writtenAt: comment.writtenAt,
            }),
          ]
        },
        remove: ({ id }) => {
          kept = kept.filter((each) => each.id !== id)
        },
        addLine: (entry) => {
          lines = [
            ...lines,
            reviewLineSchema.parse({ ...entry, isDone: false, createdAt: comment.writtenAt }),
          ]
        },
        setLineDone: ({ id, isDone }) => {
          lines = lines.map((line) => (line.id === id ? { ...line, isDone } : line))
        },
        removeLine: ({ id }) => {
          lines = lines.filter((line) => line.id !== id)
        },
      },
    },
  })
  return { sent, user: userEvent.setup() }
}

test('a comment is written about a session, and the field is ready for the next one', async () => {
  const { sent, user } = show()
  await user.click(await screen.findByRole('button', { name: words.comments.new }))
  await user.click(await screen.findByRole('button', { name: /About/ }))
  await user.click(await screen.findByRole('option', { name: 'Session 10' }))
  const field = screen.getByRole('textbox', { name: words.comments.text })
  await user.type(field, 'Name the silence.')
  await user.click(screen.getByRole('button', { name: words.comments.save }))
  expect(await screen.findByText(words.comments.saved)).toBeTruthy()
  expect(sent).toMatchObject([{ about: { kind: 'session', session: 10 }, text: 'Name the silence.' }])
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: words.comments.text }))
})

test('a comment is corrected with the study that it has, and the focus goes to the heading', async () => {
  const { sent, user } = show([comment])
  await user.click(await screen.findByRole('button', { name: /^Correct: Session 10/ }))
  const field = await screen.findByRole('textbox', { name: words.comments.text })
  await user.clear(field)
  await user.type(field, 'Gently.')
  await user.click(screen.getByRole('button', { name: words.comments.save }))
  expect(await screen.findByText('Gently.')).toBeTruthy()
  expect(sent).toMatchObject([{ id: comment.id, text: 'Gently.', keepsStudy: true, study: null }])
  expect(document.activeElement?.textContent).toBe(words.comments.title)
})

test('a comment that is taken back goes, and what that means is said', async () => {
  const { user } = show([comment])
  await user.click(await screen.findByRole('button', { name: /^Take back/ }))
  expect(await screen.findByText(words.comments.removed)).toBeTruthy()
  expect(await screen.findByText(words.comments.none)).toBeTruthy()
})

test('the list is written, ticked off and emptied', async () => {
  const { user } = show()
  const list = within(await screen.findByRole('region', { name: words.lines.title }))
  await user.type(await list.findByRole('textbox', { name: words.lines.label }), 'Ask about the break')
  await user.click(list.getByRole('button', { name: words.lines.add }))
  await user.click(await list.findByRole('button', { name: 'Talked about: Ask about the break' }))
  expect(await list.findByText('Talked about: Ask about the break')).toBeTruthy()
  await user.click(list.getByRole('button', { name: 'Remove: Ask about the break' }))
  expect(list.queryByRole('listitem')).toBeNull()
})

test('where nothing can be saved there is nothing to write in', async () => {
  show([comment], true)
  expect(await screen.findByText(comment.text)).toBeTruthy()
  await expect.poll(() => screen.queryByRole('button', { name: /Take back/ })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})
