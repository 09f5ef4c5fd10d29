import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeReply, type Reply } from '#shared/bundles/reply.ts'
import { exampleBundle } from '#shared/bundles/testing/example-bundle.ts'
import { exampleComment, exampleReply } from '#shared/bundles/testing/example-reply.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { sealBundle, sealReply } from '../../bundles/seal-bundle.ts'
import { signBytes } from '../../bundles/signature.ts'
import { encryptAnything } from '../../bundles/testing/people.ts'
import { sessionLog } from '../../testing/entries.ts'
import {
  addContact,
  commentOn,
  strangerKeys,
  supervisorKeys,
  therapistKeys,
  twoVaults,
} from './testing/two-vaults.ts'

/** Two vaults, a comment of the supervisor on the first client, and the reply with it. */
async function withReply() {
  const vaults = await twoVaults()
  const comment = commentOn(vaults.receivedId(vaults.fern), 'Name the silence.')
  await vaults.supervisor.api.replies.write(comment)
  const path = await vaults.reply()
  const { therapist, rows, preview } = vaults
  /** Chooses a file, and expects that it is refused for a reason and that nothing is different afterwards. */
  const expectRefused = async (file: string | Uint8Array, reason: string): Promise<void> => {
    const before = rows()
    expect(await preview(file)).toEqual({ kind: 'refused', reason })
    expect(rows()).toEqual(before)
  }
  /** A reply of the supervisor's to the therapist with other content. */
  const sealed = (more: Partial<Reply> = {}) =>
    sealReply(
      exampleReply({
        sender: supervisorKeys.public,
        recipient: therapistKeys.public,
        replyId: randomUUID(),
        number: 2_000_000_000,
        ...more,
      }),
      supervisorKeys,
    )
  /** What a client's part of a reply names. */
  const partOf = (clientId: string): Reply['clients'][number] => ({
    pseudonym: String(
      therapist.db
        .prepare('SELECT pseudonym FROM client_pseudonyms WHERE client_id = ?')
        .pluck()
        .get(clientId),
    ),
    bundleId: String(therapist.db.prepare('SELECT id FROM sent_bundles').pluck().get()),
    comments: [exampleComment()],
  })
  return { ...vaults, comment, path, expectRefused, sealed, partOf }
}

test('a reply brings the comments to the client’s therapist, to read at the client and on the agenda', async () => {
  const { therapist, fern, moss, path, preview, importReply, comment, ruth } = await withReply()
  expect(await preview(path)).toMatchObject({
    kind: 'opened',
    contact: { id: ruth, name: 'Ruth Lind' },
    order: 'new',
    clients: [{ clientId: fern, code: 'Fern', added: 1, changed: 0, withdrawn: 0, unchanged: 0 }],
    skipped: [],
  })
  expect(await therapist.api.replies.ofClient({ clientId: fern })).toEqual([])
  expect(await importReply(path)).toEqual({ clients: [fern], comments: 1, withdrawn: 0 })
  const [read] = await therapist.api.replies.ofClient({ clientId: fern })
  expect(read).toMatchObject({
    id: comment.id,
    contactName: 'Ruth Lind',
    about: { kind: 'session', session: 1 },
    text: 'Name the silence.',
  })
  expect(await therapist.api.replies.ofClient({ clientId: moss })).toEqual([])
  expect(await therapist.api.replies.toDiscuss()).toEqual([{ ...read, clientCode: 'Fern' }])
  const logged = therapist.db
    .prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'reply%' ORDER BY sequence`)
    .all()
  expect(logged).toEqual([
    { kind: 'reply-opened', client_id: null },
    { kind: 'reply-opened', client_id: null },
    { kind: 'reply-imported', client_id: fern },
  ])
})

test('after the next meeting a comment that was read is no longer on the agenda, and stays at the client', async () => {
  const { therapist, fern, path, importReply } = await withReply()
  await importReply(path)
  therapist.clock.now = new Date('2026-03-21T15:00:00.000Z')
  await therapist.api.supervision.saveMeeting({
    id: randomUUID(),
    heldOn: '2026-03-21',
    takenAlong: '',
    leftUnsaid: null,
    answers: null,
    discussed: [],
  })
  const { markRead, ofClient, toDiscuss } = therapist.api.replies
  expect(await toDiscuss()).toMatchObject([{ clientCode: 'Fern', readAt: null }])
  const [read] = await ofClient({ clientId: fern })
  await markRead({ comments: [{ contactId: read?.contactId ?? '', id: read?.id ?? '' }] })
  expect(await toDiscuss()).toEqual([])
  expect(await ofClient({ clientId: fern })).toMatchObject([{ readAt: '2026-03-21T15:00:00.000Z' }])
})

test('the next reply corrects comments and takes back those that were withdrawn', async () => {
  const { therapist, supervisor, fern, receivedId, comment, path, reply, preview, importReply } =
    await withReply()
  const { replies } = supervisor.api
  await importReply(path)
  const second = commentOn(receivedId(fern), 'A second one.')
  await replies.write(second)
  await replies.write({ ...comment, text: 'Name it gently.' })
  const { markRead, ofClient, toDiscuss } = therapist.api.replies
  const [{ contactId, id } = { contactId: '', id: '' }] = await ofClient({ clientId: fern })
  await markRead({ comments: [{ contactId, id }] })
  expect(await toDiscuss()).toMatchObject([{ readAt: '2026-03-20T15:00:00.000Z' }])
  const corrected = await reply()
  expect(await preview(corrected)).toMatchObject({ clients: [{ added: 1, changed: 1, withdrawn: 0 }] })
  await importReply(corrected)
  // In other words it is new again.
  expect((await toDiscuss()).map(({ readAt }) => readAt)).toEqual([null, null])
  await replies.remove({ id: comment.id })
  await replies.remove({ id: second.id })
  const emptied = await reply()
  expect(await preview(emptied)).toMatchObject({ clients: [{ added: 0, withdrawn: 2 }] })
  await importReply(emptied)
  expect(await therapist.api.replies.ofClient({ clientId: fern })).toEqual([])
})

test('comments go with an erased client, and with a removed supervisor', async () => {
  const { therapist, ruth, path, importReply } = await withReply()
  await importReply(path)
  await therapist.api.contacts.remove({ id: ruth })
  expect(therapist.db.prepare('SELECT * FROM supervisor_comments').all()).toEqual([])
})

test('fault 221: a reply of another supervisor reaches no client of the first one’s', async () => {
  const { therapist, fern, sealed, partOf, preview, rows } = await withReply()
  addContact(therapist, 'Max Berg', strangerKeys)
  const before = rows()
  const foreign = exampleReply({
    sender: strangerKeys.public,
    recipient: therapistKeys.public,
    clients: [partOf(fern)],
  })
  expect(await preview(await sealReply(foreign, strangerKeys))).toMatchObject({
    importId: null,
    clients: [],
    skipped: [{ reason: 'unknown-client' }],
  })
  expect(rows()).toEqual(before)
  // The same from the supervisor who knows the pseudonym is taken.
  expect(await preview(await sealed({ clients: [partOf(fern)] }))).toMatchObject({ skipped: [] })
})

test('fault 221: a reply that a stranger signed, or somebody not compared, is refused', async () => {
  const { therapist, ruth, path, expectRefused, fern, partOf } = await withReply()
  const foreign = { sender: strangerKeys.public, recipient: therapistKeys.public, clients: [partOf(fern)] }
  await expectRefused(await sealReply(exampleReply(foreign), strangerKeys), 'unknown-sender')
  therapist.db.prepare(`UPDATE contacts SET state = 'new' WHERE id = ?`).run(ruth)
  await expectRefused(path, 'sender-not-compared')
})

test('fault 222: a reply for another therapist is refused, and one that somebody passes on, too', async () => {
  const { expectRefused } = await withReply()
  const other = exampleReply({ sender: supervisorKeys.public, recipient: strangerKeys.public })
  await expectRefused(await sealReply(other, supervisorKeys), 'not-for-you')
  const text = writeReply(other)
  const signature = signBytes('attune-reply/1', Buffer.from(text), supervisorKeys)
  const signed = `attune-signature/1 ${supervisorKeys.public.signing} ${signature}\n${text}`
  await expectRefused(await encryptAnything(signed, therapistKeys.public.age), 'other-recipient')
})

test('fault 223: an answer to a bundle that this vault has not sent is said, and left out', async () => {
  const { fern, sealed, partOf, preview, rows } = await withReply()
  const before = rows()
  const part = { ...partOf(fern), bundleId: randomUUID() }
  expect(await preview(await sealed({ clients: [part] }))).toMatchObject({
    importId: null,
    skipped: [{ pseudonym: part.pseudonym, reason: 'unknown-bundle' }],
  })
  expect(rows()).toEqual(before)
})

test('fault 272: a comment on one client under the name of another moves nothing, and is said', async () => {
  const { therapist, fern, moss, sealed, partOf, preview, importReply } = await withReply()
  const first = await sealed({ clients: [partOf(fern)] })
  await importReply(first)
  const moved = { ...partOf(moss), comments: [exampleComment({ text: 'Moved.' })] }
  const file = await sealed({ number: 2_000_000_001, clients: [moved] })
  expect(await preview(file)).toMatchObject({
    clients: [],
    skipped: [{ pseudonym: moved.pseudonym, reason: 'other-client' }],
  })
  const holders = therapist.db.prepare('SELECT client_id, text FROM supervisor_comments').all()
  expect(holders).toEqual([{ client_id: fern, text: exampleComment().text }])
})

test('fault 224: an unknown pseudonym and an erased client are said, and the others are imported', async () => {
  const { therapist, fern, moss, sealed, partOf, preview, importReply } = await withReply()
  const ofMoss = partOf(moss)
  therapist.db.prepare('DELETE FROM clients WHERE id = ?').run(moss)
  const clients = [
    partOf(fern),
    { ...ofMoss, comments: [exampleComment({ id: randomUUID() })] },
    { ...ofMoss, pseudonym: '0000-0000', comments: [] },
  ]
  const file = await sealed({ clients })
  expect(await preview(file)).toMatchObject({
    clients: [{ code: 'Fern', added: 1 }],
    skipped: [
      { pseudonym: ofMoss.pseudonym, reason: 'gone' },
      { pseudonym: '0000-0000', reason: 'unknown-client' },
    ],
  })
  expect(await importReply(file)).toEqual({ clients: [fern], comments: 1, withdrawn: 0 })
})

test('fault 225: a reply that comes twice is said to be a repetition, and changes nothing', async () => {
  const { path, importReply, preview, rows } = await withReply()
  await importReply(path)
  const before = rows()
  expect(await preview(path)).toMatchObject({ order: 'repeated', importId: null })
  expect(rows()).toEqual(before)
})

test('fault 226: a reply that is older than one that has come is said to be, whatever the clocks say', async () => {
  const { therapist, supervisor, fern, path, comment, reply, importReply, preview, rows } = await withReply()
  await supervisor.api.replies.write({ ...comment, text: 'The later text.' })
  await importReply(await reply())
  const before = rows()
  expect(await preview(path)).toMatchObject({ order: 'older', importId: null })
  expect(rows()).toEqual(before)
  expect(await therapist.api.replies.ofClient({ clientId: fern })).toMatchObject([
    { text: 'The later text.' },
  ])
})

test('fault 227: a damaged or forged reply is refused', async () => {
  const { path, expectRefused } = await withReply()
  const file = readFileSync(path)
  await expectRefused(file.subarray(0, -1), 'damaged')
  const text = writeReply(exampleReply({ sender: supervisorKeys.public, recipient: therapistKeys.public }))
  const signature = signBytes('attune-reply/1', Buffer.from(text), supervisorKeys)
  const forged = `attune-signature/1 ${supervisorKeys.public.signing} ${signature}\n${text.replace('named', 'kept')}`
  await expectRefused(await encryptAnything(forged, therapistKeys.public.age), 'forged')
})

test('fault 227: a bundle is not taken for a reply, nor a reply for a bundle', async () => {
  const { supervisor, expectRefused } = await withReply()
  const bundle = exampleBundle({ sender: supervisorKeys.public, recipient: therapistKeys.public })
  await expectRefused(await sealBundle(bundle, supervisorKeys), 'not-a-bundle')
  const asBundle = exampleReply({ sender: therapistKeys.public, recipient: supervisorKeys.public })
  const file = join(supervisor.folder, 'reply.age')
  writeFileSync(file, await sealReply(asBundle, therapistKeys))
  expect(await supervisor.api.review.preview({ token: supervisor.grant('received-bundle', file) })).toEqual({
    kind: 'refused',
    reason: 'not-a-bundle',
  })
})

test('fault 228: what was previewed is what is imported, once, and whole or not at all', async () => {
  const { therapist, path, preview, rows, fern } = await withReply()
  const shown = await preview(path)
  if (shown.kind === 'refused' || shown.importId === null) throw new Error('not importable')
  const { importId } = shown
  await therapist.api.replies.cancel()
  await expect(therapist.api.replies.import({ importId })).rejects.toThrow('conflict')
  const again = await preview(path)
  if (again.kind === 'refused' || again.importId === null) throw new Error('not importable')
  therapist.db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON received_replies
    BEGIN SELECT RAISE(ABORT, 'no'); END`)
  const before = rows()
  await expect(therapist.api.replies.import({ importId: again.importId })).rejects.toThrow()
  expect(rows()).toEqual(before)
  therapist.db.exec('DROP TRIGGER refuse')
  await therapist.api.replies.import({ importId: again.importId })
  expect(await therapist.api.replies.ofClient({ clientId: fern })).toHaveLength(1)
  await expect(therapist.api.replies.import({ importId: again.importId })).rejects.toThrow('conflict')
})

test.each([
  ['a mark that turns text', { text: 'a\u202eb' }, 'unsafe-text'],
  ['an unknown field', { client: 'Fern' }, 'unknown-field'],
])('fault 229: a signed reply with %s is refused, and nothing is imported', async (_what, more, reason) => {
  const { expectRefused, fern, partOf } = await withReply()
  const hostile = { ...exampleComment(), ...more }
  const text = canonicalJson({
    ...exampleReply({ sender: supervisorKeys.public, recipient: therapistKeys.public }),
    clients: [{ ...partOf(fern), comments: [hostile] }],
  })
  const signature = signBytes('attune-reply/1', Buffer.from(text), supervisorKeys)
  const signed = `attune-signature/1 ${supervisorKeys.public.signing} ${signature}\n${text}`
  await expectRefused(await encryptAnything(signed, therapistKeys.public.age), reason)
})

test('fault 230: a signed reply with ten thousand comments is refused, and nothing is imported', async () => {
  const { expectRefused, fern, partOf } = await withReply()
  const comments = Array.from({ length: 10_000 }, () => exampleComment({ id: randomUUID() }))
  const text = canonicalJson({
    ...exampleReply({ sender: supervisorKeys.public, recipient: therapistKeys.public }),
    clients: [{ ...partOf(fern), comments }],
  })
  const signature = signBytes('attune-reply/1', Buffer.from(text), supervisorKeys)
  const signed = `attune-signature/1 ${supervisorKeys.public.signing} ${signature}\n${text}`
  await expectRefused(await encryptAnything(signed, therapistKeys.public.age), 'too-large')
})

test('fault 276: a comment never moves to another session, however its number is sought', async () => {
  const vaults = await twoVaults()
  const { therapist, supervisor, fern, moss, share, receivedId, reply, importReply } = vaults
  const { sessions } = therapist.api
  const idOf = (number: number) =>
    String(
      therapist.db
        .prepare('SELECT id FROM sessions WHERE client_id = ? AND number = ?')
        .pluck()
        .get(fern, number),
    ) as Parameters<typeof sessions.remove>[0]['id'] // the row's own id
  const id = receivedId(fern)
  await supervisor.api.replies.write(commentOn(id, 'Name the silence.', { kind: 'session', session: 2 }))
  await importReply(await reply())
  const second = idOf(2)
  await sessions.remove({ id: second })
  expect(await sessions.nextNumber({ clientId: fern })).toEqual({ number: 3 })
  const typed = sessionLog(fern, { session: { number: 2 } })
  await expect(sessions.save({ log: typed, expectedRevision: 0 })).rejects.toMatchObject({
    places: ['log.session.number'],
  })
  // Moved here, a session of another client gets a number of its own.
  const other = sessionLog(moss, { session: { number: 3 } })
  await sessions.save({ log: other, expectedRevision: 0 })
  const moved = await sessions.move({ id: other.session.id, toClientId: fern, expectedRevision: 1 })
  expect(moved.number).toBe(3)
  // Renumbered, a session doesn't get it either.
  const { revision, ...stored } = await sessions.get({ id: idOf(3) })
  const asSecond = { ...other, session: { ...stored.session, number: 2 } }
  await expect(sessions.save({ log: asSecond, expectedRevision: revision })).rejects.toThrow('conflict')
  await share()
  const sharedNumbers = () =>
    supervisor.db.prepare('SELECT content FROM received_clients WHERE id = ?').pluck().get(id)
  expect(JSON.parse(String(sharedNumbers())).sessions).toMatchObject([{ number: 1 }, { number: 3 }])
  // Its own session gets it back, and the comment with it.
  await sessions.undoRemoval({ id: second })
  expect(idOf(2)).toBe(second)
  expect(await therapist.api.replies.ofClient({ clientId: fern })).toMatchObject([{ about: { session: 2 } }])
})

test('a number that never left is free again for another session', async () => {
  const { therapist, fern } = await twoVaults()
  const { sessions } = therapist.api
  const third = sessionLog(fern, { session: { number: 3 } })
  await sessions.save({ log: third, expectedRevision: 0 })
  await sessions.remove({ id: third.session.id })
  expect(await sessions.nextNumber({ clientId: fern })).toEqual({ number: 3 })
})
