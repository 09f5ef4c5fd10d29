import { randomUUID } from 'node:crypto'
import { closeSync, ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { exampleBundle } from '#shared/bundles/testing/example-bundle.ts'
import { makeOwnKeys } from '../../bundles/make-own-keys.ts'
import { sealBundle } from '../../bundles/seal-bundle.ts'
import { signBytes } from '../../bundles/signature.ts'
import { encryptAnything } from '../../bundles/testing/people.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { fern, supervisorsVault } from './testing/supervisor.ts'

let stranger: OwnKeys
beforeAll(async () => {
  stranger = await makeOwnKeys()
})

/** A supervisor with one supervisee and a first bundle, and what makes files to be refused. */
async function prepared() {
  const { vault, own, supervisee, grantFile, rows } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share({ clients: [fern] })
  const bundle = (more: Partial<Bundle> = {}): Bundle =>
    exampleBundle({
      sender: ada.own.public,
      recipient: own.public,
      bundleId: randomUUID(),
      number: 2,
      ...more,
    })
  const signedBy = (who: OwnKeys, text: string): string =>
    `attune-signature/1 ${who.public.signing} ${signBytes('attune-bundle/1', Buffer.from(text), who)}\n${text}`
  /** A file that the supervisee has signed, whatever is in it. */
  const signed = (text: string) => encryptAnything(signedBy(ada.own, text), own.public.age)
  const before = rows()
  /** Chooses a file, and expects that it is refused for a reason, and that nothing is different afterwards. */
  const expectRefused = async (file: Uint8Array | string, reason: string): Promise<void> => {
    const preview = await vault.api.review.preview({ token: grantFile(file) })
    expect(preview).toEqual({ kind: 'refused', reason })
    expect(rows()).toEqual(before)
  }
  return { vault, own, ada, bundle, signed, signedBy, grantFile, expectRefused, rows, before }
}

test('fault 37, fault 212: a bundle for another supervisor is refused, and one that somebody passes on, too', async () => {
  const { own, ada, bundle, signedBy, expectRefused } = await prepared()
  const forOther = bundle({ recipient: stranger.public })
  await expectRefused(await sealBundle(forOther, ada.own), 'not-for-you')
  const passedOn = await encryptAnything(signedBy(ada.own, writeBundle(forOther)), own.public.age)
  await expectRefused(passedOn, 'other-recipient')
})

test('fault 212: a user who has no keys yet can’t be meant', async () => {
  const { api, folder, grant } = createTestVault()
  const path = join(folder, 'a.age')
  closeSync(openSync(path, 'w'))
  const preview = await api.review.preview({ token: grant('received-bundle', path) })
  expect(preview).toEqual({ kind: 'refused', reason: 'not-for-you' })
})

test('fault 38, fault 213: a truncated file and one with a flipped bit are refused', async () => {
  const { ada, bundle, expectRefused } = await prepared()
  const file = await sealBundle(bundle(), ada.own)
  await expectRefused(file.subarray(0, file.length - 1), 'damaged')
  const flipped = Uint8Array.from(file)
  flipped.set([(file.at(-1) ?? 0) ^ 1], file.length - 1)
  await expectRefused(flipped, 'damaged')
  await expectRefused('', 'not-encrypted')
})

test('fault 46, fault 214: a missing, forged or foreign signature is refused', async () => {
  const { own, bundle, signed, signedBy, expectRefused, ada } = await prepared()
  const text = writeBundle(bundle())
  await expectRefused(await encryptAnything(text, own.public.age), 'not-signed')
  const forged = signedBy(ada.own, text).replace('"number":2', '"number":3')
  await expectRefused(await encryptAnything(forged, own.public.age), 'forged')
  await expectRefused(await encryptAnything(signedBy(stranger, text), own.public.age), 'unknown-sender')
  await expectRefused(await signed(writeBundle(bundle({ sender: stranger.public }))), 'other-sender')
})

test('fault 215: nothing is opened from a contact whose words were not compared, or whose keys changed', async () => {
  const { vault, ada, bundle, before, rows, grantFile } = await prepared()
  const file = await sealBundle(bundle(), ada.own)
  const set = vault.db.prepare('UPDATE contacts SET state = ?, later_keys = ? WHERE id = ?')
  const refusedAs = async (state: string, laterKeys: string | null, reason: string) => {
    set.run(state, laterKeys, ada.id)
    const preview = await vault.api.review.preview({ token: grantFile(file) })
    expect(preview).toEqual({ kind: 'refused', reason })
  }
  await refusedAs('new', null, 'sender-not-compared')
  await refusedAs('changed', JSON.stringify(stranger.public), 'sender-keys-changed')
  set.run('compared', null, ada.id)
  expect(rows()).toEqual(before)
})

test('fault 39, fault 42, fault 216: a file that asks for gigabytes, and one of 500 MB, are refused before any work', async () => {
  const { vault, expectRefused, before, rows } = await prepared()
  const head = `age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 22\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`
  await expectRefused(head + 'x'.repeat(100), 'not-for-one-person')
  const path = join(vault.folder, 'large.age')
  const descriptor = openSync(path, 'w')
  ftruncateSync(descriptor, 500 * 1024 * 1024)
  closeSync(descriptor)
  const preview = await vault.api.review.preview({ token: vault.grant('received-bundle', path) })
  expect(preview).toEqual({ kind: 'refused', reason: 'file-too-large' })
  expect(rows()).toEqual(before)
})

test('fault 40, fault 41, fault 44, fault 217: nesting, __proto__, unknown fields, other spellings and newer versions are refused', async () => {
  const { bundle, signed, expectRefused } = await prepared()
  const text = writeBundle(bundle())
  await expectRefused(await signed('['.repeat(1_000_000)), 'too-deep')
  await expectRefused(await signed(text.replace('{', '{"__proto__":{"isAdmin":true},')), 'unknown-field')
  await expectRefused(await signed(text.replace('{', '{"also":1,')), 'unknown-field')
  await expectRefused(await signed(`${text} `), 'not-canonical')
  await expectRefused(await signed(text.replace('"version":1', '"version":5')), 'newer-version')
  await expectRefused(await signed('no JSON'), 'not-json')
  await expectRefused(await signed('{}'), 'not-a-bundle')
})

test('fault 45, fault 218: a rating outside of its scale, one that is no number, and one that overflows are refused', async () => {
  const { bundle, signed, expectRefused } = await prepared()
  const text = writeBundle(bundle())
  await expectRefused(await signed(text.replace('"value":3}', '"value":11}')), 'out-of-range')
  await expectRefused(await signed(text.replace('"value":3}', '"value":1e999}')), 'out-of-range')
  await expectRefused(await signed(text.replace('"value":3}', '"value":NaN}')), 'not-json')
  await expectRefused(await signed(text.replace('"number":2,', '"number":2,"number":2,')), 'not-canonical')
})

test('fault 47, fault 219: hidden characters are refused, markup stays text, and a path as a name is never a path', async () => {
  const { vault, ada, bundle, signed, expectRefused } = await prepared()
  const asked = (question: string) =>
    writeBundle(bundle({ clients: [{ ...fern, question: 'QUESTION' }] })).replace('QUESTION', question)
  await expectRefused(await signed(asked('turned \u202e around')), 'unsafe-text')
  await expectRefused(
    await signed(writeBundle(bundle()).replace('"7QF3-K9MW"', '"../../etc/passwd"')),
    'not-valid',
  )
  const hostile = '<img src=x onerror=alert(1)> ../../etc/passwd =1+1'
  await ada.share({ clients: [{ ...fern, question: hostile }] })
  expect((await vault.api.review.overview())[0]?.clients[0]?.question).toBe(hostile)
})

test('fault 220: a sender’s clock that is ahead is said and decides nothing', async () => {
  const { vault, ada } = await prepared()
  const ahead = { number: 20, madeAt: '2099-01-01T00:00:00.000Z' }
  expect(await vault.api.review.preview({ token: await ada.send(ahead) })).toMatchObject({
    order: 'new',
    isFromFuture: true,
  })
  await ada.share(ahead)
  const later = { number: 21, madeAt: '2026-03-21T00:00:00.000Z' }
  expect(await vault.api.review.preview({ token: await ada.send(later) })).toMatchObject({ order: 'new' })
})
