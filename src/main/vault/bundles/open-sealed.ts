import type { BundleProblem } from '#shared/bundles/strict-document.ts'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import type { BundleRefusal } from '#shared/bundles/bundle-refusal.ts'
import { areSameKeys, type PersonKeys } from '#shared/bundles/person-keys.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { assertSealingIsKnown } from './known-bundle.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import { readAgeHeader, type AgeHeader } from './read-age-header.ts'
import { isSignatureOf, type Signed } from './signature.ts'

/** A person whose bundles can be opened once their words were compared. */
export interface Sender {
  readonly id: string
  readonly keys: PersonKeys
  readonly state: 'new' | 'compared' | 'changed'
}

/** A document that was opened, or why it was not. */
type OpenedDocument<Document> =
  | { readonly kind: 'opened'; readonly senderId: string; readonly document: Document }
  | { readonly kind: 'refused'; readonly reason: BundleRefusal }

/** How a vault opens what people have sealed for it. */
export interface OpenSealedOptions {
  readonly own: OwnKeys
  /** The contact who has this signing key now or had it before; null if there is none. */
  readonly findSender: (signing: string) => Sender | null
}

interface SealedKind<Document> extends OpenSealedOptions {
  /** What the signature must be for. */
  readonly signed: Exclude<Signed, 'attune-card/1'>
  /** Parses the text at arm's length. */
  readonly read: (
    text: string,
  ) => Promise<
    | { readonly kind: 'read'; readonly document: Document }
    | { readonly kind: 'refused'; readonly problem: BundleProblem }
  >
}

const refused = (reason: BundleRefusal) => ({ kind: 'refused', reason }) as const

/**
 * Opens the file of a bundle or a reply. Looks at the size and the header before it decrypts, at the signature and the sender before
 * anything is parsed, and at the names of both people last. Changes nothing.
 */
export async function openSealed<
  Document extends { readonly sender: PersonKeys; readonly recipient: PersonKeys },
>(file: Uint8Array, options: SealedKind<Document>): Promise<OpenedDocument<Document>> {
  if (file.length > bundleLimits.fileBytes) return refused('file-too-large')
  const header = readAgeHeader(file)
  if (header === 'not-encrypted' || header === 'not-for-one-person') return refused(header)
  await assertSealingIsKnown()
  const decrypted = await decrypt(file, header, options.own)
  if (typeof decrypted === 'string') return refused(decrypted)
  const signed = readSignature(decrypted)
  if (signed === null) return refused('not-signed')
  if (!isSignatureOf(options.signed, signed.content, signed)) {
    const isOtherKind = isSignatureOf(otherKinds[options.signed], signed.content, signed)
    return refused(isOtherKind ? 'not-a-bundle' : 'forged')
  }
  const sender = options.findSender(signed.signing)
  const unsettled = reasonToWait(sender)
  if (unsettled !== null || sender === null) return refused(unsettled ?? 'unknown-sender')
  const text = textOf(signed.content)
  if (text === null) return refused('not-json')
  const read = await options.read(text)
  if (read.kind === 'refused') return refused(read.problem)
  const { document } = read
  // Only the signed text counts, so what parsed it can't have changed it.
  if (canonicalJson(document) !== text) throw new Error('the reader’s bundle is not the one in the file')
  if (!areSameKeys(document.sender, sender.keys)) return refused('other-sender')
  if (!areSameKeys(document.recipient, options.own.public)) return refused('other-recipient')
  return { kind: 'opened', senderId: sender.id, document }
}

const otherKinds = {
  'attune-bundle/1': 'attune-reply/1',
  'attune-reply/1': 'attune-bundle/1',
} as const satisfies Record<SealedKind<unknown>['signed'], Signed>

function reasonToWait(sender: Sender | null): BundleRefusal | null {
  if (sender === null) return 'unknown-sender'
  if (sender.state === 'changed') return 'sender-keys-changed'
  return sender.state === 'new' ? 'sender-not-compared' : null
}

/** Decrypts as a whole: a stream would give out content before it has found out that the end is missing. */
async function decrypt(
  file: Uint8Array,
  header: Extract<AgeHeader, 'x25519' | 'post-quantum'>,
  own: OwnKeys,
): Promise<Uint8Array | 'not-for-you' | 'damaged'> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(header === 'x25519' ? own.age : own.agePostQuantum)
  try {
    return await decrypter.decrypt(file)
  } catch (cause) {
    // The library has no other sign for it; a test fails if its words change.
    const isForOthers = cause instanceof Error && cause.message.startsWith('no identity matched')
    return isForOthers ? 'not-for-you' : 'damaged'
  }
}

const signatureLine = /^attune-signature\/1 ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86})\n/
const longestSignatureLine = 160

function readSignature(text: Uint8Array) {
  const start = Buffer.from(text.subarray(0, longestSignatureLine)).toString('latin1')
  const [line, signing, signature] = signatureLine.exec(start) ?? []
  if (line === undefined || signing === undefined || signature === undefined) return null
  return { signing, signature, content: text.subarray(line.length) }
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return null
  }
}
