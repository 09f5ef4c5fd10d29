import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replyLimits } from '#shared/bundles/reply.ts'
import { decryptAnything } from '../../bundles/testing/people.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { commentOn, strangerKeys, supervisorKeys, therapistKeys, twoVaults } from './testing/two-vaults.ts'

test('a comment is written, corrected and taken back', async () => {
  const { supervisor, fern, receivedId } = await twoVaults()
  const { replies } = supervisor.api
  const id = receivedId(fern)
  const comment = commentOn(id, 'Name the silence.')
  await replies.write(comment)
  await replies.write(comment)
  await replies.write({ ...comment, text: 'Name the silence first.' })
  expect((await replies.ofReceived({ id })).comments).toEqual([
    {
      id: comment.id,
      clientId: id,
      about: { kind: 'session', session: 1 },
      text: 'Name the silence first.',
      study: null,
      writtenAt: '2026-03-20T15:00:00.000Z',
    },
  ])
  await replies.remove({ id: comment.id })
  expect((await replies.ofReceived({ id })).comments).toEqual([])
})

test('a comment is about a session or a fall that was shared', async () => {
  const { supervisor, fern, moss, receivedId } = await twoVaults()
  const { write } = supervisor.api.replies
  const id = receivedId(fern)
  await expect(write(commentOn(id, 'a', { kind: 'session', session: 3 }))).rejects.toThrow('not-found')
  const series = 'client/attune-alliance-client/alliance'
  await expect(write(commentOn(id, 'a', { kind: 'episode', series, peak: 1 }))).rejects.toThrow('not-found')
  const comment = commentOn(id, 'a')
  await write(comment)
  await expect(write({ ...comment, clientId: receivedId(moss) })).rejects.toThrow('conflict')
})

test('a study goes along in the words of its finding, and stays when the text is corrected', async () => {
  const { supervisor, fern, receivedId } = await twoVaults()
  const { evidence, replies } = supervisor.api
  const [study] = await evidence.list()
  const { article } = await evidence.get({ id: study?.id ?? '' })
  const [finding] = article.effects
  const id = receivedId(fern)
  const named = { articleId: article.id, findingId: finding?.id ?? '' }
  const comment = { ...commentOn(id, 'Read this.'), study: named }
  await replies.write(comment)
  await replies.write({ ...comment, text: 'Read this, please.', study: null, keepsStudy: true })
  expect((await replies.ofReceived({ id })).comments).toMatchObject([
    { text: 'Read this, please.', study: { title: article.title, finding: finding?.claim } },
  ])
  const unknown = { ...commentOn(id, 'b'), study: { articleId: 'no-such-study', findingId: 'any' } }
  await expect(replies.write(unknown)).rejects.toThrow('not-found')
})

test('a comment for one therapist too many is not taken', async () => {
  const { supervisor, ada, fern, receivedId } = await twoVaults()
  const id = receivedId(fern)
  const insert = supervisor.db.prepare('INSERT INTO review_comments VALUES (?, ?, ?, ?, NULL, ?)')
  for (let count = 0; count < replyLimits.comments; count += 1)
    insert.run(randomUUID(), id, '{"kind":"session","session":1}', 'a', '2026-03-20T15:00:00.000Z')
  await expect(supervisor.api.replies.write(commentOn(id, 'a'))).rejects.toThrow('too-many-comments')
  const { reply } = await supervisor.api.replies.prepare({ contactId: ada })
  expect(reply.clients[0]?.comments).toHaveLength(replyLimits.comments)
})

test('the supervisor’s own list is kept by client, and never leaves', async () => {
  const { supervisor, ada, fern, receivedId } = await twoVaults()
  const { replies } = supervisor.api
  const clientId = receivedId(fern)
  const line = { id: randomUUID(), clientId, line: 'Ask how the break was.' }
  await replies.addLine(line)
  await replies.addLine(line)
  expect(await replies.lines()).toMatchObject([{ ...line, contactId: ada, isDone: false }])
  await replies.write(commentOn(clientId, 'a comment'))
  expect((await replies.prepare({ contactId: ada })).text).not.toContain('break')
  await replies.setLineDone({ id: line.id, isDone: true })
  expect(await replies.lines()).toEqual([])
  expect((await replies.ofReceived({ id: clientId })).lines).toMatchObject([{ isDone: true }])
  await replies.removeLine({ id: line.id })
  expect((await replies.ofReceived({ id: clientId })).lines).toEqual([])
})

test('what is saved is exactly what was shown, for the therapist alone, and only its owner can read the file', async () => {
  const { supervisor, ada, fern, receivedId, reply } = await twoVaults()
  await supervisor.api.replies.write(commentOn(receivedId(fern), 'Name the silence.'))
  const shown = await supervisor.api.replies.prepare({ contactId: ada })
  const path = await reply()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const text = await decryptAnything(readFileSync(path), therapistKeys)
  const { clients } = shown.reply
  expect(text).toContain(JSON.stringify(clients[0]?.comments[0]?.text))
  expect(text).toMatch(/^attune-signature\/1 /)
  await expect(decryptAnything(readFileSync(path), strangerKeys)).rejects.toThrow()
  await expect(decryptAnything(readFileSync(path), supervisorKeys)).rejects.toThrow()
  const logged = supervisor.db
    .prepare(`SELECT kind, count FROM audit_entries WHERE kind LIKE 'reply%' ORDER BY sequence`)
    .all()
  expect(logged).toEqual([{ kind: 'reply-made', count: 1 }])
})

test('a reply is not saved if the comments are others than those that were shown', async () => {
  const { supervisor, ada, fern, receivedId } = await twoVaults()
  const { replies } = supervisor.api
  await expect(replies.prepare({ contactId: ada })).rejects.toThrow('nothing-to-share')
  const comment = commentOn(receivedId(fern), 'Name the silence.')
  await replies.write(comment)
  const { reply } = await replies.prepare({ contactId: ada })
  await replies.write({ ...comment, text: 'Another text.' })
  const token = supervisor.grant('reply', `${supervisor.folder}/reply.age`)
  await expect(replies.send({ replyId: reply.replyId, token })).rejects.toThrow('share-changed')
})

test('comments, lines and drafts go with a client who is withdrawn, and are in no archive', async () => {
  const { therapist, supervisor, fern, moss, receivedId, share } = await twoVaults()
  const id = receivedId(fern)
  await supervisor.api.replies.write(commentOn(id, 'a comment'))
  await supervisor.api.replies.addLine({ id: randomUUID(), clientId: id, line: 'a line' })
  await supervisor.api.drafts.saveForm({
    form: 'review-comment',
    subject: `${id} new`,
    clientId: null,
    content: '{"text":"a draft"}',
  })
  const archive = writeArchive(supervisor.db, { now: supervisor.clock.now, zone: 'UTC' })
  for (const written of ['a comment', 'a line', 'a draft']) expect(archive).not.toContain(written)
  const [consent] = (await therapist.api.sharing.consents({ clientId: fern })).consents
  await therapist.api.sharing.withdrawConsent({ id: consent?.id ?? '', withdrawnOn: '2026-03-20' })
  await share([moss])
  for (const table of ['review_comments', 'review_lines'])
    expect(supervisor.db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([])
  expect(supervisor.db.prepare(`SELECT * FROM form_drafts WHERE form LIKE 'review%'`).all()).toEqual([])
})
