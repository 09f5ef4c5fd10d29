import { z } from 'zod'
import { contactNameSchema, contactSchema, longestCardMessage } from '../../bundles/contact.ts'
import { fingerprintWords, wordsComparedSchema } from '../../bundles/words-compared.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { freeTextSchema } from '../../records/text.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'

const { id, name, state, addedAt } = contactSchema.shape
const byId = z.strictObject({ id })
const count = z.int().min(0)

/** A contact as screens list it: without the keys. */
const listedContactSchema = z.strictObject({ id, name, state, addedAt })
export type ListedContact = z.output<typeof listedContactSchema>

/** The user's own card as a text to send, and the words that the other types in. */
const ownCardSchema = z.strictObject({
  name,
  card: z.string(),
  words: z.array(z.string()).length(fingerprintWords),
})
export type OwnCard = z.output<typeof ownCardSchema>

const contact = listedContactSchema

/** What became of a card that was added. Only `added`, `replaced` and `changed` change anything. */
const cardAddedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), contact }),
  /** The contact has exactly these keys already. */
  z.strictObject({ kind: z.literal('known'), contact }),
  /** Other keys than before, of a contact whose words were not compared yet. */
  z.strictObject({ kind: z.literal('replaced'), contact }),
  /** Other keys than the compared ones. They wait, and nothing is opened until the user decides. */
  z.strictObject({ kind: z.literal('changed'), contact }),
  /** Unknown keys under the name of a contact: the user must say whether it is the same person. */
  z.strictObject({ kind: z.literal('same-name'), contact }),
  /** Meant for one contact, and signed with the key of this other one. */
  z.strictObject({ kind: z.literal('key-of-another'), contact }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum(['not-a-card', 'newer-version', 'damaged', 'forged', 'own-card']),
  }),
])
export type CardAdded = z.output<typeof cardAddedSchema>

/** The user's own card, and the people with whom bundles are exchanged. */
export const contacts = {
  /** Null until `makeCard`. */
  own: vaultQuery({ input: nothing, output: ownCardSchema.nullable() }),
  /** Writes the user's card under a name, and makes the keys if there are none. Another name leaves the words as they are. */
  makeCard: vaultMutation({ input: z.strictObject({ name: contactNameSchema }), output: ownCardSchema }),
  /** Writes the card to the file that the user chose for `card`. */
  saveCard: vaultMutation({
    needsWriting: false,
    input: z.strictObject({ token: fileTokenSchema }),
    output: nothing,
  }),
  /** Notes that the card was put on the clipboard. */
  noteCardCopied: vaultMutation({ needsWriting: false, input: nothing, output: nothing }),
  /** All contacts by name. */
  list: vaultQuery({ input: nothing, output: z.array(listedContactSchema) }),
  /**
   * One contact, and what hangs on them: clients in bundles for them, also withdrawn and erased ones; how many of those no
   * bundle has asked them to remove; and bundles that came from them.
   */
  get: vaultQuery({
    input: byId,
    output: listedContactSchema.extend({ clients: count, toAsk: count, bundles: count }),
  }),
  /**
   * Adds the card in a text, with any other text around it. `contactId` says that it is a later card of this contact,
   * `name` that it is another person, under this name. Fails with `name-taken` if a contact has that name.
   */
  add: vaultMutation({
    input: z.strictObject({
      text: freeTextSchema(longestCardMessage),
      contactId: id.nullable(),
      name: contactNameSchema.nullable(),
    }),
    output: cardAddedSchema,
  }),
  /** Compares typed words with those of the contact's newest keys. If they are the same, the contact is compared. */
  compare: provenMutation({
    input: byId.extend({ typed: freeTextSchema(2000) }),
    output: wordsComparedSchema,
  }),
  /** Goes on with the keys that were compared before. Fails with `conflict` if no others wait. */
  refuseKeys: vaultMutation({ input: byId, output: nothing }),
  /** Fails with `name-taken` if another contact has the name. */
  rename: vaultMutation({ input: byId.extend({ name: contactNameSchema }), output: nothing }),
  /** Removes a contact with everything that came from them, and the names of clients in bundles for them. */
  remove: vaultMutation({ input: byId, output: nothing }),
}
