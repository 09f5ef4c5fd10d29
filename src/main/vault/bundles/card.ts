import { cardSchema, type Card } from '#shared/bundles/contact.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import { isSignatureOf, signBytes } from './signature.ts'

const beginning = '-----BEGIN ATTUNE CARD-----'
const ending = '-----END ATTUNE CARD-----'
const longestCard = 8192
const lineLength = 64
const none = '-'

/** A card that was read, or why not. `forged` means that its signature does not belong to its content. */
export type CardRead =
  | { readonly kind: 'read'; readonly card: Card }
  | { readonly kind: 'refused'; readonly reason: 'not-a-card' | 'newer-version' | 'damaged' | 'forged' }

/** Writes the user's card: public keys and a chosen name, signed. A text for a message or a file. */
export function writeCard(name: string, own: OwnKeys): string {
  const { age, agePostQuantum, signing } = own.public
  const card = cardSchema.parse({ name, keys: own.public })
  const content = ['attune-card/1', card.name, age, agePostQuantum ?? none, signing, ''].join('\n')
  const signature = signBytes('attune-card/1', Buffer.from(content, 'utf8'), own)
  const block = Buffer.from(content + signature, 'utf8').toString('base64')
  const lines = block.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return [beginning, ...lines, ending, ''].join('\n')
}

/**
 * Reads a card from a text, with any other text around it. The signature shows that the sender has the private key; only
 * comparing words shows who the sender is. A card has no nesting and nothing of variable form, so no parser is needed.
 */
export async function readCard(text: string): Promise<CardRead> {
  const start = text.indexOf(beginning)
  const end = text.indexOf(ending, start)
  if (start === -1 || end === -1 || end - start > longestCard)
    return { kind: 'refused', reason: 'not-a-card' }
  // Programs for mail break lines, and begin quoted ones with a mark.
  const block = text.slice(start + beginning.length, end).replaceAll(/[\s>]/g, '')
  const bytes = Buffer.from(block, 'base64')
  if (bytes.toString('base64') !== block) return { kind: 'refused', reason: 'damaged' }
  const [version, name, age, postQuantum, signing = '', signature = '', ...more] = bytes
    .toString('utf8')
    .split('\n')
  if (version !== 'attune-card/1')
    return {
      kind: 'refused',
      reason: /^attune-card\/\d+$/.test(version ?? '') ? 'newer-version' : 'not-a-card',
    }
  const card = cardSchema.safeParse({
    name,
    keys: { age, agePostQuantum: postQuantum === none ? null : postQuantum, signing },
  })
  if (!card.success || card.data.name !== name || more.length > 0)
    return { kind: 'refused', reason: 'damaged' }
  const content = bytes.subarray(0, bytes.length - Buffer.byteLength(signature))
  if (!isSignatureOf('attune-card/1', content, { signature, signing }))
    return { kind: 'refused', reason: 'forged' }
  if (!(await canEncryptFor(card.data))) return { kind: 'refused', reason: 'damaged' }
  return { kind: 'read', card: card.data }
}

/** Whether age accepts the keys: their checksums are right. */
async function canEncryptFor({ keys }: Card): Promise<boolean> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(keys.age)
    if (keys.agePostQuantum !== null) encrypter.addRecipient(keys.agePostQuantum)
    return true
  } catch {
    return false
  }
}
