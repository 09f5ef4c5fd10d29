import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bundle } from '#shared/bundles/bundle.ts'
import type { BundledClient } from '#shared/bundles/bundled-client.ts'
import { exampleBundle, exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import { sealBundle } from '../../../bundles/seal-bundle.ts'
import { makeOwnKeys } from '../../../bundles/make-own-keys.ts'
import { createContactRepository } from '../../../records/contacts/contact.repository.ts'
import { createOwnKeysRepository, type OwnKeys } from '../../../records/contacts/own-keys.repository.ts'
import { createTestVault, type TestVault } from '../../../testing/test-vault.ts'

/** Two clients of the example, each under another name; the second one without questions. */
export const fern: BundledClient = exampleBundledClient({ pseudonym: 'FERN-0001' })
export const moss: BundledClient = exampleBundledClient({ pseudonym: 'M0SS-0001', question: null })

/** Somebody who shares bundles with the supervisor of a vault. */
export interface TestSupervisee {
  readonly id: string
  readonly own: OwnKeys
  /** Makes a bundle and grants its file to the vault, as if the user had chosen it. */
  readonly send: (more?: Partial<Bundle>) => Promise<string>
  /** Makes a bundle, previews it and imports it. */
  readonly share: (more?: Partial<Bundle>) => Promise<void>
}

/** The vault of a supervisor who has compared words with some people. */
export async function supervisorsVault(): Promise<{
  readonly vault: TestVault
  readonly own: OwnKeys
  readonly supervisee: (name?: string) => Promise<TestSupervisee>
  /** Grants any file to the vault. */
  readonly grantFile: (content: Uint8Array | string) => string
  /** Every row of the vault, except the audit log and the indexes of texts. */
  readonly rows: () => unknown[]
}> {
  const vault = createTestVault()
  const { api, db, clock, folder, grant } = vault
  const own = await makeOwnKeys()
  createOwnKeysRepository(db).putFirst(own, clock.now.toISOString())
  const grantFile = (content: Uint8Array | string): string => {
    const path = join(folder, `${randomUUID()}.age`)
    writeFileSync(path, content)
    return grant('received-bundle', path)
  }
  const supervisee = async (name = 'Ada'): Promise<TestSupervisee> => {
    const id = randomUUID()
    const theirs = await makeOwnKeys()
    const addedAt = clock.now.toISOString()
    const contact = { id, name, state: 'compared', keys: theirs.public, laterKeys: null, addedAt } as const
    createContactRepository(db).put(contact)
    let number = 0
    const send = async (more: Partial<Bundle> = {}): Promise<string> => {
      number += 1
      const about = { sender: theirs.public, recipient: own.public, bundleId: randomUUID(), number }
      return grantFile(await sealBundle(exampleBundle({ ...about, clients: [fern, moss], ...more }), theirs))
    }
    const share = async (more: Partial<Bundle> = {}): Promise<void> => {
      const preview = await api.review.preview({ token: await send(more) })
      if (preview.kind === 'refused' || preview.importId === null)
        throw new Error(`not importable: ${JSON.stringify(preview)}`)
      await api.review.import({ importId: preview.importId })
    }
    return { id, own: theirs, send, share }
  }
  const rows = (): unknown[] =>
    z
      .array(z.string())
      .parse(db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all())
      .filter((name) => !/^(?:sqlite|vault_meta|audit|note_|evidence_)/.test(name))
      .map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()])
  return { vault, own, supervisee, grantFile, rows }
}
