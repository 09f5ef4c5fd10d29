import { closeSync, ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openBundle } from './open-bundle.ts'
import { sealBundle } from './seal-bundle.ts'
import { signBytes } from './signature.ts'
import { decryptAnything, encryptAnything, makePeople } from './testing/people.ts'

const { therapist, supervisor, stranger, bundleOf, open } = await makePeople()
const bundle = bundleOf()
const sealed = await sealBundle(bundle, therapist)
const refused = (reason: string) => ({ kind: 'refused', reason })
const withoutPostQuantum = { ...supervisor.public, agePostQuantum: null }

/** The text of a bundle as a person signs it. */
function signedBy(own: typeof therapist, text: string): string {
  return `attune-signature/1 ${own.public.signing} ${signBytes('attune-bundle/1', Buffer.from(text), own)}\n${text}`
}

test('a sealed bundle is opened by its recipient, unchanged', async () => {
  expect(await open(sealed)).toEqual({ kind: 'opened', senderId: 'therapist', bundle })
})

test('the post-quantum key is used if both people have one', () => {
  expect(Buffer.from(sealed).toString('latin1')).toContain('-> mlkem768x25519 ')
})

test('without a post-quantum key, the bundle is encrypted for the other key', async () => {
  const older = { ...supervisor, public: withoutPostQuantum }
  const file = await sealBundle({ ...bundle, recipient: withoutPostQuantum }, therapist)
  expect(Buffer.from(file).toString('latin1')).toContain('-> X25519 ')
  const opened = await openBundle(file, {
    own: older,
    findSender: () => ({ id: 'therapist', keys: therapist.public, state: 'compared' }),
    read: () => Promise.resolve({ kind: 'read', bundle: { ...bundle, recipient: withoutPostQuantum } }),
  })
  expect(opened.kind).toBe('opened')
})

test('nothing of a bundle is readable in its file', () => {
  const text = Buffer.from(sealed).toString('latin1')
  for (const part of ['attune', bundle.bundleId, therapist.public.signing, 'session'])
    expect(text).not.toContain(part)
})

test('a bundle that names another sender is not sealed', async () => {
  await expect(sealBundle(bundle, stranger)).rejects.toThrow('another sender')
})

test('fault 166: a bundle for another person is not opened', async () => {
  for (const recipient of [stranger.public, { ...stranger.public, agePostQuantum: null }])
    expect(await open(await sealBundle({ ...bundle, recipient }, therapist))).toEqual(refused('not-for-you'))
})

test('fault 167: a truncated file is refused wherever it ends', async () => {
  for (const length of [0, 1, 20, 21, 40, 1000, 1600, 1700, sealed.length - 16, sealed.length - 1]) {
    const opened = await open(sealed.subarray(0, length))
    expect(opened).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^(not-encrypted|not-for-one-person|damaged)$/) as string,
    })
  }
})

test('fault 168: a flipped bit anywhere is refused', async () => {
  for (let position = 0; position < sealed.length; position += 97) {
    const file = Uint8Array.from(sealed)
    file.set([(sealed[position] ?? 0) ^ (1 << (position % 8))], position)
    expect((await open(file)).kind, `byte ${position}`).toBe('refused')
  }
})

test('fault 168: a flipped bit after the header is said to be damage', async () => {
  const file = Uint8Array.from(sealed)
  file.set([(sealed.at(-1) ?? 0) ^ 1], sealed.length - 1)
  expect(await open(file)).toEqual(refused('damaged'))
})

test.each([
  ['no signature', () => writeBundle(bundle), 'not-signed'],
  ['an empty text', () => '', 'not-signed'],
  [
    'a signature of other content',
    () => signedBy(therapist, writeBundle(bundle)).replace('"number":1', '"number":2'),
    'forged',
  ],
  [
    'a signature by another key than the one it names',
    () => signedBy(stranger, writeBundle(bundle)).replace(stranger.public.signing, therapist.public.signing),
    'forged',
  ],
  [
    'a signature that was made for a card',
    () => {
      const text = writeBundle(bundle)
      const signature = signBytes('attune-card/1', Buffer.from(text), therapist)
      return `attune-signature/1 ${therapist.public.signing} ${signature}\n${text}`
    },
    'forged',
  ],
  [
    'the signature of a person who is no contact',
    () => signedBy(stranger, writeBundle(bundle)),
    'unknown-sender',
  ],
  [
    'the name of another sender inside',
    () => signedBy(therapist, writeBundle({ ...bundle, sender: stranger.public })),
    'other-sender',
  ],
])('fault 169: a file with %s is refused', async (_what, text, reason) => {
  expect(await open(await encryptAnything(text(), supervisor.public.age))).toEqual(refused(reason))
})

test('fault 170: a file that asks for gigabytes to be derived is refused by its header', async () => {
  for (const logN of [10, 22, 63]) {
    const head = `age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw ${logN}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`
    expect(await open(Buffer.from(head + 'x'.repeat(100)))).toEqual(refused('not-for-one-person'))
  }
})

test('fault 177: a bundle of a newer version is said to be newer', async () => {
  const newer = writeBundle(bundle).replace('"version":1', '"version":5')
  expect(await open(await encryptAnything(signedBy(therapist, newer), supervisor.public.age))).toEqual(
    refused('newer-version'),
  )
})

test('fault 180: a bundle for another supervisor that somebody encrypts for this one is refused', async () => {
  const forOther = await sealBundle({ ...bundle, recipient: stranger.public }, therapist)
  const text = await decryptAnything(forOther, stranger)
  const passedOn = await encryptAnything(text, supervisor.public.agePostQuantum ?? '')
  expect(await open(passedOn)).toEqual(refused('other-recipient'))
})

test('fault 181: a file of 500 MB is refused before a byte of it is read', async () => {
  const path = join(temporaryFolder(), 'large.attune-bundle')
  const descriptor = openSync(path, 'w')
  ftruncateSync(descriptor, 500 * 1024 * 1024)
  closeSync(descriptor)
  expect(readSmallFile(path, bundleLimits.fileBytes)).toBeNull()
  expect(await open(new Uint8Array(bundleLimits.fileBytes + 1))).toEqual(refused('file-too-large'))
})

test.each([
  ['new', 'sender-not-compared'],
  ['changed', 'sender-keys-changed'],
] as const)('fault 183: nothing is opened from a contact whose keys are %s', async (state, reason) => {
  expect(await open(sealed, { state })).toEqual(refused(reason))
})

test('fault 183: a contact with other encryption keys than before is another sender', async () => {
  const keys = { ...therapist.public, age: stranger.public.age }
  expect(await open(sealed, { keys })).toEqual(refused('other-sender'))
})

test('fault 184: a file for several people, or without end of its header, is refused', async () => {
  const text = signedBy(therapist, writeBundle(bundle))
  const two = await encryptAnything(text, supervisor.public.age, stranger.public.age)
  expect(await open(two)).toEqual(refused('not-for-one-person'))
  const many = `age-encryption.org/v1\n${'-> X25519 a\nb\n'.repeat(1_000_000)}`
  expect(await open(Buffer.from(many))).toEqual(refused('not-for-one-person'))
})

test('fault 185: a reader that changes the bundle it has read is noticed', async () => {
  const opened = openBundle(sealed, {
    own: supervisor,
    findSender: () => ({ id: 'therapist', keys: therapist.public, state: 'compared' }),
    read: () => Promise.resolve({ kind: 'read', bundle: { ...bundle, number: 7 } }),
  })
  await expect(opened).rejects.toThrow('is not the one in the file')
})

test('text that is not UTF-8 is refused', async () => {
  const content = Buffer.concat([Buffer.from(writeBundle(bundle)), Buffer.from([0xff])])
  const line = `attune-signature/1 ${therapist.public.signing} ${signBytes('attune-bundle/1', content, therapist)}\n`
  const file = await encryptAnything(Buffer.concat([Buffer.from(line), content]), supervisor.public.age)
  expect(await open(file)).toEqual(refused('not-json'))
})
