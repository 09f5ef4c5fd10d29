import { z } from 'zod'
import { instantSchema } from '../../records/calendar.ts'
import { bundleLimits } from '../../bundles/bundle-limits.ts'
import { pseudonymSchema } from '../../bundles/pseudonym.ts'
import { strangerLineSchema } from '../../bundles/stranger-test.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { consentEntrySchema, consentSchema, holdingSchema } from '../../sharing/consent.ts'
import { shareChoiceSchema, shareWhomSchema } from '../../sharing/share-choice.ts'
import {
  listedSentSchema,
  recipientSchema,
  shareableDetailSchema,
  shareableSchema,
} from '../../sharing/shared-client.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'

const aboutClient = z.strictObject({ clientId: clientIdSchema })
const count = z.int().min(0)

/** SHA-256 as hexadecimal digits. */
const lineKeySchema = z.string().regex(/^[0-9a-f]{64}$/)

const preparedSchema = z.strictObject({
  bundleId: z.uuid(),
  /** The document that will be sealed, exactly as it will be: canonical JSON. */
  text: z.string().max(bundleLimits.characters),
  /** Whom the pseudonyms in it stand for. */
  clients: z.array(
    z.strictObject({ clientId: clientIdSchema, code: z.string(), pseudonym: pseudonymSchema }),
  ),
  /** What could give a client away. A line's key changes with everything that it rests on. */
  lines: z.array(strangerLineSchema.extend({ key: lineKeySchema })),
})
export type PreparedBundle = z.output<typeof preparedSchema>

/** Consent to supervision, and bundles that are made for supervisors. */
export const sharing = {
  /** A client's consents, oldest first, and who was sent something about the client. */
  consents: vaultQuery({
    input: aboutClient,
    output: z.strictObject({ consents: z.array(consentSchema), holdings: z.array(holdingSchema) }),
  }),
  /** Records a consent. The same again changes nothing. Fails with `invalid-input` for a day that has not come. */
  giveConsent: vaultMutation({ input: consentEntrySchema, output: nothing }),
  /**
   * Ends a consent. If no other one allows sharing with a contact, the next bundle asks this contact to remove the client.
   */
  withdrawConsent: vaultMutation({
    input: z.strictObject({ id: z.uuid(), withdrawnOn: calendarDateSchema }),
    output: nothing,
  }),
  /** With whom, and about whom, something can be shared; those on the agenda first. */
  choices: vaultQuery({
    input: nothing,
    output: z.strictObject({
      recipients: z.array(recipientSchema),
      /** How many contacts wait for their words to be compared. */
      notCompared: count,
      clients: z.array(shareableSchema),
      /** For whom something was chosen and not sent yet. */
      whom: shareWhomSchema,
      /**
       * The instant of the restored backup since which the vault may not know what was sent and withdrawn; null if it knows,
       * or the therapist has looked it through.
       */
      unknownSince: instantSchema.nullable(),
    }),
  }),
  /** Notes that the therapist has looked through what a restored vault may not know. */
  noteLookedThrough: vaultMutation({ input: nothing, output: nothing }),
  /** What of one client can be chosen. */
  ofClient: vaultQuery({ input: aboutClient, output: shareableDetailSchema }),
  /**
   * Builds the next bundle for a contact and keeps it until it is saved. Fails with `consent-missing` and the places of the
   * clients, and with `nothing-to-share`.
   */
  prepare: vaultMutation({ input: shareChoiceSchema, output: preparedSchema }),
  /**
   * Seals a prepared bundle and writes it to the chosen file. Fails with `share-changed` if the record no longer gives the
   * same bundle, or it was replaced or saved already, and with `line-not-confirmed`.
   */
  send: provenMutation({
    input: z.strictObject({
      bundleId: z.uuid(),
      confirmed: z.array(lineKeySchema).max(100_000),
      token: fileTokenSchema,
    }),
    output: z.strictObject({ name: z.string() }),
  }),
  /** The newest hundred bundles that were saved, newest first. */
  sent: vaultQuery({ input: nothing, output: z.array(listedSentSchema) }),
}
