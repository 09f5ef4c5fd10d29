import { z } from 'zod'
import { bundleProblems } from './strict-document.ts'

/** Why a file is not opened as a bundle or a reply. The order is the one in which the reasons are looked for. */
export const bundleRefusalSchema = z.enum([
  /** Larger than any bundle, or no regular file. */
  'file-too-large',
  'not-encrypted',
  /** Encrypted with a passphrase, or for several people. */
  'not-for-one-person',
  /** Encrypted for other keys than this vault's. */
  'not-for-you',
  'damaged',
  'not-signed',
  /** The signature does not belong to the content. */
  'forged',
  /** No contact has the key that signed. */
  'unknown-sender',
  /** The contact's words were not compared yet. */
  'sender-not-compared',
  /** The contact has sent other keys than before. */
  'sender-keys-changed',
  ...bundleProblems,
  /** Signed with one person's key, and made out from another's. */
  'other-sender',
  /** Made for another person, and encrypted for this one afterwards. */
  'other-recipient',
])
export type BundleRefusal = z.output<typeof bundleRefusalSchema>
