import type { Bundle } from '#shared/bundles/bundle.ts'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import { areSameKeys } from '#shared/bundles/person-keys.ts'
import { assertSealingIsKnown } from './known-bundle.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import { signBytes } from './signature.ts'

/**
 * Signs a bundle and encrypts it for its recipient, and for nobody else. Uses the post-quantum key if both people have
 * one. Throws if the bundle names another sender, or is larger than any that can be opened.
 */
export async function sealBundle(bundle: Bundle, own: OwnKeys): Promise<Uint8Array> {
  if (!areSameKeys(bundle.sender, own.public)) throw new Error('the bundle names another sender')
  await assertSealingIsKnown()
  const content = Buffer.from(writeBundle(bundle), 'utf8')
  const signature = signBytes('attune-bundle/1', content, own)
  const line = Buffer.from(`attune-signature/1 ${own.public.signing} ${signature}\n`, 'utf8')
  const file = await encryptFor(bundle, Buffer.concat([line, content]))
  if (file.length > bundleLimits.fileBytes)
    throw new Error('the bundle is larger than any that can be opened')
  return file
}

async function encryptFor({ sender, recipient }: Bundle, text: Uint8Array): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  const isPostQuantum = sender.agePostQuantum !== null && recipient.agePostQuantum !== null
  encrypter.addRecipient(isPostQuantum ? (recipient.agePostQuantum ?? recipient.age) : recipient.age)
  return encrypter.encrypt(text)
}
