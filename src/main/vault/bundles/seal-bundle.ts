import type { Bundle } from '#shared/bundles/bundle.ts'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import { areSameKeys } from '#shared/bundles/person-keys.ts'
import { writeReply, type Reply } from '#shared/bundles/reply.ts'
import { assertSealingIsKnown } from './known-bundle.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import { signBytes, type Signed } from './signature.ts'

/**
 * Signs a bundle and encrypts it for its recipient, and for nobody else. Uses the post-quantum key if both people have
 * one. Throws if the bundle names another sender, or is larger than any that can be opened.
 */
export async function sealBundle(bundle: Bundle, own: OwnKeys): Promise<Uint8Array> {
  return seal(bundle, { signed: 'attune-bundle/1', text: writeBundle(bundle), own })
}

/** Does the same with a reply. */
export async function sealReply(reply: Reply, own: OwnKeys): Promise<Uint8Array> {
  return seal(reply, { signed: 'attune-reply/1', text: writeReply(reply), own })
}

type People = Pick<Bundle, 'sender' | 'recipient'>

async function seal(
  people: People,
  { signed, text, own }: { readonly signed: Signed; readonly text: string; readonly own: OwnKeys },
): Promise<Uint8Array> {
  if (!areSameKeys(people.sender, own.public)) throw new Error('the bundle names another sender')
  await assertSealingIsKnown()
  const content = Buffer.from(text, 'utf8')
  const signature = signBytes(signed, content, own)
  const line = Buffer.from(`attune-signature/1 ${own.public.signing} ${signature}\n`, 'utf8')
  const file = await encryptFor(people, Buffer.concat([line, content]))
  if (file.length > bundleLimits.fileBytes)
    throw new Error('the bundle is larger than any that can be opened')
  return file
}

async function encryptFor({ sender, recipient }: People, text: Uint8Array): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  const isPostQuantum = sender.agePostQuantum !== null && recipient.agePostQuantum !== null
  encrypter.addRecipient(isPostQuantum ? (recipient.agePostQuantum ?? recipient.age) : recipient.age)
  return encrypter.encrypt(text)
}
