import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { bundleRefusalSchema } from '#shared/bundles/bundle-refusal.ts'
import { replies as words } from '#shared/i18n/en/replies.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import type { ReplyPreview } from '#shared/replies/comment.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { OpenReplyScreen } from './open-reply-screen.tsx'

afterEach(cleanup)

const importId = '77777777-7777-4777-8777-777777777777'
const clientId = clientIdSchema.parse('88888888-8888-4888-8888-888888888888')
const opened: Extract<ReplyPreview, { kind: 'opened' }> = {
  kind: 'opened',
  importId,
  contact: { id: '99999999-9999-4999-8999-999999999999', name: 'Ruth Lind' },
  number: 7,
  madeAt: '2026-03-20T17:05:00.000Z',
  order: 'new',
  isFromFuture: false,
  clients: [{ clientId, code: 'K-07', added: 2, changed: 1, withdrawn: 1, unchanged: 0 }],
  skipped: [{ pseudonym: '7QF3-K9MW', reason: 'gone' }],
}

/** Opens the screen and chooses a file, which is previewed as given. */
async function choose(preview: ReplyPreview) {
  const sent: unknown[] = []
  const user = userEvent.setup()
  renderApp({
    at: '/supervision/reply',
    screens: { '/supervision/reply': OpenReplyScreen },
    handlers: {
      vault: { status: () => vaultStatus() },
      files: { choose: () => ({ kind: 'chosen', token: 'a'.repeat(43), name: 'from-ruth.age' }) },
      replies: {
        preview: () => preview,
        cancel: () => undefined,
        import: (input) => {
          sent.push(input)
          return { clients: [clientId], comments: 3, withdrawn: 1 }
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: words.import.choose }))
  return { user, sent }
}

test('a preview says from whom, what is new, what is removed and what is left out; then it is taken in', async () => {
  const { user, sent } = await choose(opened)
  expect(await screen.findByRole('heading', { name: 'From Ruth Lind' })).toBeTruthy()
  expect(
    screen.getByText(/2 new comments\. 1 corrected comment\. 1 comment was taken back and is removed\./),
  ).toBeTruthy()
  expect(screen.getByText(/7QF3-K9MW: this client was withdrawn or erased/)).toBeTruthy()
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', { name: words.import.submit }))
  expect(await screen.findByText('Taken in: 3 comments from Ruth Lind.')).toBeTruthy()
  expect(sent).toEqual([{ importId }])
  expect(screen.queryByRole('button', { name: words.import.submit })).toBeNull()
})

test.each(['repeated', 'older'] as const)(
  'a reply that is %s is said to be, and can’t be taken in',
  async (order) => {
    await choose({ ...opened, order, importId: null })
    expect(await screen.findByText(words.import[order])).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.import.submit })).toBeNull()
  },
)

test.each(bundleRefusalSchema.options)(
  'a file that is refused as %s says why, and that nothing changed',
  async (reason) => {
    await choose({ kind: 'refused', reason })
    expect(await screen.findByText(words.import.reason[reason])).toBeTruthy()
    expect(screen.getByText(words.import.nothing)).toBeTruthy()
  },
)
