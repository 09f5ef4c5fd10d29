import type { Bundle } from '#shared/bundles/bundle.ts'
import { exampleBundle } from '#shared/bundles/testing/example-bundle.ts'
import { createReader } from '../../reading/reader.ts'
import { readHere } from '../../testing/read-here.ts'
import { openBundle } from '../open-bundle.ts'
import type { Sender } from '../open-sealed.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import { makeOwnKeys } from '../make-own-keys.ts'

/** Encrypts anything for any keys, as a program that is not Attune could. */
export async function encryptAnything(
  text: string | Uint8Array,
  ...recipients: string[]
): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  recipients.forEach((recipient) => encrypter.addRecipient(recipient))
  return encrypter.encrypt(text)
}

/** Decrypts without looking at the content. */
export async function decryptAnything(file: Uint8Array, own: OwnKeys): Promise<string> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(own.age)
  decrypter.addIdentity(own.agePostQuantum)
  return decrypter.decrypt(file, 'text')
}

/** A therapist, a supervisor who knows them, and a third person. */
export async function makePeople() {
  const [therapist, supervisor, stranger] = await Promise.all([makeOwnKeys(), makeOwnKeys(), makeOwnKeys()])
  const bundleOf = (more: Partial<Bundle> = {}): Bundle =>
    exampleBundle({ sender: therapist.public, recipient: supervisor.public, ...more })
  /** Opens a file as the supervisor, who has compared the therapist's words. */
  const open = (file: Uint8Array, sender: Partial<Sender> = {}) =>
    openBundle(file, {
      own: supervisor,
      findSender: (signing) =>
        signing === therapist.public.signing
          ? { id: 'therapist', keys: therapist.public, state: 'compared', ...sender }
          : null,
      read: createReader({ connect: readHere }).readBundle,
    })
  return { therapist, supervisor, stranger, bundleOf, open }
}
