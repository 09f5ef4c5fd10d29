import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createFileGrants } from '../../files/file-grants.ts'
import { createOutsideFiles } from '../../files/outside-files.ts'
import { createReader } from '../../reading/reader.ts'
import { readHere } from '../../testing/read-here.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { assetsFolder, createTestVault } from '../../testing/test-vault.ts'
import { createArticleLibrary } from '../../records/evidence/article-library.ts'
import { createFormDraftRepository } from '../../records/form-draft.repository.ts'
import { createEvidence } from './create-evidence.ts'

test('fault 14: a full disk during indexing ends nothing, and the next search reports it', async () => {
  const { db, clock, folder, auditLog } = createTestVault()
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${pages + 8}`)
  const library = createArticleLibrary(join(assetsFolder, 'evidence'))
  const context = { db, now: () => clock.now, zone: () => 'Europe/Oslo' }
  const grants = createFileGrants(context.now)
  createEvidence(context, library, {
    formDrafts: createFormDraftRepository(context.db),
    grants,
    outside: createOutsideFiles({
      untouchable: [folder],
      hidden: { note: () => undefined, forget: () => undefined, remove: () => undefined },
    }),
    reader: createReader({ connect: readHere }),
    auditLog,
  }).warm()
  for (let turn = 0; turn < 100; turn += 1) await nextTurn()
  const indexed = Number(db.prepare('SELECT count(*) FROM evidence_entries').pluck().get())
  expect(indexed).toBeLessThan(library.all().length)
  expect(db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(0)
})

test('a shipped study that is not valid UTF-8 is refused by name', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'cafe-2020.md'), Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'))
  expect(() => createArticleLibrary(folder).all()).toThrow('is not UTF-8: cafe-2020.md')
})
