import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { packLimits, packPreviewSchema, packStateSchema } from '../../instruments/packs/index.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { instantSchema } from '../../records/calendar.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const version = z.int().min(1)

/** One version of an instrument: where it came from, whether it is offered, and what may be done with it. */
export const packListItemSchema = z.strictObject({
  instrument: instrumentSchema,
  state: packStateSchema,
  origin: z.enum(['shipped', 'imported']),
  /** The format it came in; `shipped` where it came with Attune. */
  source: z.enum(['shipped', 'attune', 'fhir-r4']),
  importedAt: instantSchema.nullable(),
  /** Whether it was ever answered. Then it stays, in these very words. */
  isUsed: z.boolean(),
  actions: z.strictObject({ canRetire: z.boolean(), canOfferAgain: z.boolean(), canRemove: z.boolean() }),
})
export type PackListItem = z.output<typeof packListItemSchema>

/** Under which version a readable pack would be kept, or why it would not. */
export const nextPackVersionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), version }),
  z.strictObject({ kind: z.literal('unchanged'), version, state: packStateSchema }),
  z.strictObject({
    kind: z.literal('new-version'),
    version,
    /** The highest version there is so far; it leaves the offer. */
    after: version,
    /** Whether the file's own number was too low to be kept. */
    isRenumbered: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('taken-by-shipped'), id: measureIdSchema }),
])

export const importResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imported'), pack: packListItemSchema, isRenumbered: z.boolean() }),
  /** The same content is kept already. */
  z.strictObject({ kind: z.literal('unchanged'), pack: packListItemSchema }),
  z.strictObject({ kind: z.literal('taken-by-shipped'), id: measureIdSchema }),
  z.strictObject({ kind: z.literal('refused'), preview: packPreviewSchema }),
])

/** The file's text, and for a FHIR Questionnaire what FHIR can't say: checked where it is used, with its places. */
const packFileSchema = z.strictObject({
  // A character has at least one byte: what is longer than this is too large in any case.
  text: z.string().max(packLimits.bytes),
  choices: z.unknown().optional(),
})

const oneVersion = z.strictObject({ id: measureIdSchema, version })

/** The instruments that ship and those the user brought. */
export const packs = {
  list: vaultQuery({ input: nothing, output: z.array(packListItemSchema) }),
  /** What would come of importing a file; nothing is kept. `next` is null where the file is refused. */
  preview: vaultQuery({
    input: packFileSchema,
    output: z.strictObject({ preview: packPreviewSchema, next: nextPackVersionSchema.nullable() }),
  }),
  /** Looks at the file anew and keeps it whole or not at all; earlier imported versions leave the offer. */
  import: vaultMutation({ input: packFileSchema, output: importResultSchema }),
  /** Takes a version out of the offer; its responses and their scores stay. `pack-needed` for Attune's own forms. */
  retire: vaultMutation({ input: oneVersion, output: packListItemSchema }),
  /** Offers a retired version again, in the place of any other imported version of the same instrument. */
  offerAgain: vaultMutation({ input: oneVersion, output: packListItemSchema }),
  /** Removes an imported version that was never answered; `pack-in-use` where it was, or where it ships. */
  remove: vaultMutation({ input: oneVersion, output: nothing }),
}
