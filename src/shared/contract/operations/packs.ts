import { z } from 'zod'
import { scaleDescriptionSchema } from '../../instruments/described-scales.ts'
import { instrumentSchema } from '../../instruments/instrument.ts'
import {
  packDecisionsSchema,
  packLimits,
  packPreviewSchema,
  packStateSchema,
} from '../../instruments/packs/index.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { instantSchema } from '../../records/calendar.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const version = z.int().min(1)

/** One version of an instrument: its origin, whether it is offered, and the allowed actions. */
export const packListItemSchema = z.strictObject({
  instrument: instrumentSchema,
  state: packStateSchema,
  origin: z.enum(['shipped', 'imported']),
  /** The format of its file; `shipped` if it came with Attune. */
  source: z.enum(['shipped', 'attune', 'fhir-r4']),
  importedAt: instantSchema.nullable(),
  /** Whether it has responses. Then it can't be removed or changed. */
  isUsed: z.boolean(),
  /** Whether Attune ships a later version in its place. */
  isSuperseded: z.boolean().optional(),
  actions: z.strictObject({ canRetire: z.boolean(), canOfferAgain: z.boolean(), canRemove: z.boolean() }),
})
export type PackListItem = z.output<typeof packListItemSchema>

/** The version that a readable pack would get, or why it would not be saved. */
export const nextPackVersionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), version }),
  z.strictObject({ kind: z.literal('unchanged'), version, state: packStateSchema }),
  z.strictObject({
    kind: z.literal('new-version'),
    version,
    /** The highest version so far; it will no longer be offered. */
    after: version,
    /** Whether the file's own number was too low and is replaced. */
    isRenumbered: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('taken-by-shipped'), id: measureIdSchema }),
])

export const importResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imported'), pack: packListItemSchema, isRenumbered: z.boolean() }),
  /** The same content exists already. */
  z.strictObject({ kind: z.literal('unchanged'), pack: packListItemSchema }),
  z.strictObject({ kind: z.literal('taken-by-shipped'), id: measureIdSchema }),
  z.strictObject({ kind: z.literal('refused'), preview: packPreviewSchema }),
])

/**
 * The file's text, and for a file of another program the choices that it can't hold, which are checked where they are
 * used.
 */
const packFileSchema = z.strictObject({
  // A character has at least one byte, so a longer text is always too large.
  text: z.string().max(packLimits.bytes),
  /** What the person decided about a file that is refused otherwise. */
  decisions: packDecisionsSchema.optional(),
  choices: z.unknown().optional(),
})

const descriptions = z.array(scaleDescriptionSchema).max(200)

const oneVersion = z.strictObject({ id: measureIdSchema, version })

/** Shipped and imported instruments. */
export const packs = {
  list: vaultQuery({ input: nothing, output: z.array(packListItemSchema) }),
  /** Previews the import of a file; saves nothing. `next` is null if the file is refused. */
  preview: vaultQuery({
    input: packFileSchema,
    output: z.strictObject({ preview: packPreviewSchema, next: nextPackVersionSchema.nullable() }),
  }),
  /** Reads the file again and saves it whole or not at all; earlier imported versions are no longer offered. */
  import: vaultMutation({
    input: packFileSchema.extend({
      /** The user's word on scales of which the file doesn't say what they measure. */
      said: descriptions.optional(),
    }),
    output: importResultSchema,
  }),
  /**
   * Says what scales of an imported instrument measure, for all its versions. Fails with `not-found` for a shipped
   * instrument, and with `invalid-input` and its place for a scale that none of its versions has, or for a pair that
   * is not on offer or doesn't fit.
   */
  describe: vaultMutation({
    input: z.strictObject({ id: measureIdSchema, said: descriptions }),
    output: nothing,
  }),
  /** Stops offering a version; its responses and their scores stay. Fails with `pack-needed` for Attune's own forms. */
  retire: vaultMutation({ input: oneVersion, output: packListItemSchema }),
  /** Offers a retired version again, in the place of any other imported version of the same instrument. */
  offerAgain: vaultMutation({ input: oneVersion, output: packListItemSchema }),
  /** Removes an imported version without responses. Fails with `pack-in-use` if it has some or is shipped. */
  remove: vaultMutation({ input: oneVersion, output: nothing }),
}
