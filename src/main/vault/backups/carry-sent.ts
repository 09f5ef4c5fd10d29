import type Database from 'better-sqlite3'
import { z } from 'zod'

const consentRow = z.strictObject({
  id: z.string(),
  client_id: z.string(),
  contact_id: z.string().nullable(),
  contact_name: z.string().nullable(),
  given_on: z.string(),
  manner: z.string(),
  said: z.string(),
  withdrawn_on: z.string().nullable(),
  recorded_at: z.string(),
})
const bundleRow = z.strictObject({
  id: z.string(),
  contact_id: z.string(),
  contact_name: z.string(),
  sent_at: z.string(),
  is_with_wellbeing: z.int(),
  client_count: z.int(),
  removals: z.int(),
})
const clientRow = z.strictObject({
  bundle_id: z.string(),
  client_id: z.string(),
  pseudonym: z.string(),
  choice: z.string(),
})
const removalRow = z.strictObject({ pseudonym: z.string(), bundle_id: z.string() })

const namesOf = (row: z.ZodObject): string[] => Object.keys(row.shape)
const listOf = (row: z.ZodObject): string => namesOf(row).join(', ')
const valuesOf = (row: z.ZodObject): string =>
  namesOf(row)
    .map((name) => `:${name}`)
    .join(', ')

/**
 * Lets a restored database know which bundles were saved since the backup, what each said of which client, and on which
 * consent that rests. So what a supervisor holds is shown there and can be withdrawn, and an answer to it is taken in.
 * `idThere` gives a contact's id in the restored database.
 */
export function carrySent(
  from: Database.Database,
  to: Database.Database,
  idThere: ReadonlyMap<string, string>,
): void {
  const clients = z
    .array(z.string())
    .parse(to.prepare('SELECT id FROM clients ORDER BY code_key').pluck().all())
  carryConsents(from, to, { clients, idThere })
  const isClientThere = new Set(clients)
  for (const contactId of idThere.keys()) carryBundles(from, to, contactId, { idThere, isClientThere })
}

/** Consents that were withdrawn since; and those given since, if something about the client has left. */
function carryConsents(
  from: Database.Database,
  to: Database.Database,
  {
    clients,
    idThere,
  }: { readonly clients: readonly string[]; readonly idThere: ReadonlyMap<string, string> },
): void {
  const left = from.prepare(
    `SELECT 1 FROM sent_clients WHERE client_id = :clientId
     UNION ALL SELECT 1 FROM client_pseudonyms WHERE client_id = :clientId`,
  )
  const consentsOf = from.prepare(
    `SELECT ${listOf(consentRow)} FROM sharing_consents WHERE client_id = ? ORDER BY given_on, id`,
  )
  const withdraw = to.prepare(
    'UPDATE sharing_consents SET withdrawn_on = ? WHERE id = ? AND withdrawn_on IS NULL',
  )
  const give = to.prepare(
    `INSERT OR IGNORE INTO sharing_consents (${listOf(consentRow)}) VALUES (${valuesOf(consentRow)})`,
  )
  for (const clientId of clients) {
    const hasLeft = left.get({ clientId }) !== undefined
    for (const row of consentsOf.all(clientId)) {
      const consent = consentRow.parse(row)
      const contactId = consent.contact_id === null ? null : idThere.get(consent.contact_id)
      if (hasLeft && contactId !== undefined) give.run({ ...consent, contact_id: contactId })
      if (consent.withdrawn_on !== null) withdraw.run(consent.withdrawn_on, consent.id)
    }
  }
}

function carryBundles(
  from: Database.Database,
  to: Database.Database,
  contactId: string,
  {
    idThere,
    isClientThere,
  }: { readonly idThere: ReadonlyMap<string, string>; readonly isClientThere: ReadonlySet<string> },
): void {
  const bundles = from.prepare(
    `SELECT ${listOf(bundleRow)} FROM sent_bundles WHERE contact_id = ? ORDER BY sent_at`,
  )
  const partsOf = from.prepare(
    `SELECT ${listOf(clientRow)} FROM sent_clients WHERE bundle_id = ? ORDER BY client_id`,
  )
  const removalsOf = from.prepare(
    `SELECT ${listOf(removalRow)} FROM asked_removals WHERE bundle_id = ? ORDER BY pseudonym`,
  )
  const keep = {
    bundle: to.prepare(
      `INSERT OR IGNORE INTO sent_bundles (${listOf(bundleRow)}) VALUES (${valuesOf(bundleRow)})`,
    ),
    part: to.prepare(
      `INSERT OR IGNORE INTO sent_clients (${listOf(clientRow)}) VALUES (${valuesOf(clientRow)})`,
    ),
    removal: to.prepare(
      `INSERT OR IGNORE INTO asked_removals (${listOf(removalRow)}) VALUES (${valuesOf(removalRow)})`,
    ),
  }
  for (const row of bundles.all(contactId)) {
    const bundle = bundleRow.parse(row)
    keep.bundle.run({ ...bundle, contact_id: idThere.get(contactId) })
    for (const part of partsOf.all(bundle.id).map((each) => clientRow.parse(each)))
      if (isClientThere.has(part.client_id)) keep.part.run(part)
    for (const removal of removalsOf.all(bundle.id)) keep.removal.run(removalRow.parse(removal))
  }
}
