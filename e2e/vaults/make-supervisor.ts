import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { makeOwnKeys } from '#vault/bundles/make-own-keys.ts'
import { sealBundle } from '#vault/bundles/seal-bundle.ts'
import { change } from '#vault/database/change.ts'
import { importBundle } from '#vault/features/review/import-bundle.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { createRecords } from '#vault/records/records.ts'
import { putUnknownSince } from '#vault/records/sharing/unknown-sharing.ts'
import { sharedClient } from './shared-client.ts'

// Runs in a process of its own, which ends with its last line: the timers of an open vault would keep it.
const [vaultFolder, passphrase, files] = z
  .tuple([z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2))

const vault = await unlockVault(vaultFolder, typedSecret(passphrase))
const context = { db: vault.db, now: () => new Date(), zone: () => 'UTC' }
const parts = { assetsFolder: join(import.meta.dirname, '../../assets'), onRisk: () => undefined }
const records = createRecords(context, parts)
/** The same vault more than a year ago: what came then is offered for deletion. */
const longAgo = createRecords({ ...context, now: () => new Date(Date.now() - 400 * 86_400_000) }, parts)
const own = await makeOwnKeys()
const addedAt = new Date().toISOString()
change(vault.db, () => records.ownKeys.putFirst(own, addedAt))

type Given = Pick<Bundle, 'number' | 'clients'> & Partial<Pick<Bundle, 'withdrawn'>>

const supervisee = async (name: string) => {
  const keys = await makeOwnKeys()
  const id = randomUUID()
  const contact = { id, name, state: 'compared', keys: keys.public, laterKeys: null, addedAt } as const
  const bundleOf = (more: Given): Bundle => ({
    format: 'attune-bundle',
    version: 1,
    bundleId: randomUUID(),
    madeAt: new Date().toISOString(),
    sender: keys.public,
    recipient: own.public,
    withdrawn: [],
    wellbeing: null,
    ...more,
  })
  const receive = (more: Given, when = records) =>
    change(vault.db, () => {
      records.contacts.put(contact)
      importBundle(when, id, bundleOf(more))
    })
  const save = async (file: string, more: Given) =>
    writeFileSync(join(files, file), await sealBundle(bundleOf(more), keys))
  return { receive, save }
}

const question = 'How do I come back to what was said in session 10?'
const ada = await supervisee('Ada Berg')
ada.receive({
  number: 1,
  clients: [
    sharedClient({ pseudonym: 'FERN-7QF3', last: 11, question }),
    sharedClient({ pseudonym: 'M0SS-K9MW', last: 9 }),
  ],
})
await ada.save('second.age', {
  number: 2,
  clients: [
    sharedClient({ pseudonym: 'FERN-7QF3', last: 14, question }),
    sharedClient({ pseudonym: 'SEDG-2T4X', last: 14 }),
  ],
  withdrawn: ['M0SS-K9MW'],
})
const bo = await supervisee('Bo Lind')
bo.receive({ number: 1, clients: [sharedClient({ pseudonym: 'W1RT-5N8C', last: 14, withTexts: true })] })
// As after a restore that could not read the vault before it.
change(vault.db, () => {
  for (const side of ['review', 'sharing'] as const) putUnknownSince(records.vaultSettings, side, addedAt)
})
const cy = await supervisee('Cy Holm')
cy.receive({ number: 1, clients: [sharedClient({ pseudonym: 'REED-3H6B', last: 9 })] }, longAgo)
writeFileSync(join(files, 'no-bundle.age'), 'not a bundle')
vault.close()
process.exit(0)
