import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { readRecoveryKey, recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { readHeaders } from '../keys/header-files.ts'
import type { OpenVault } from './open-vault.ts'
import { unlockVault, unlockVaultBy } from './unlock-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

// These tests stretch passphrases at their true cost.
vi.unmock('../keys/argon2.ts')

const filesSchema = z.record(z.string(), z.base64())

/** A vault as an earlier Attune left it, in a folder of the test's own. */
function golden(name: string): string {
  const folder = join(temporaryFolder(), 'vault')
  mkdirSync(folder)
  const kept = readFileSync(join(import.meta.dirname, '../testing/golden', `${name}.json`), 'utf8')
  for (const [file, bytes] of Object.entries(filesSchema.parse(JSON.parse(kept))))
    writeFileSync(join(folder, file), Buffer.from(bytes, 'base64'), { mode: 0o600 })
  return folder
}

const notesIn = (vault: OpenVault): unknown => vault.db.prepare('SELECT notes FROM sessions').pluck().all()

test('a vault of the first format opens, is converted to the current one, and opens again', async () => {
  const folder = golden('format-1')
  const passphrase = 'golden harbour of the first format'
  const before = JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')) as { vaultId: string }
  await expect(unlockVault(folder, typedSecret(`${passphrase}!`))).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toContain('"version": 1')

  const vault = await unlockVault(folder, typedSecret(passphrase))
  expect(notesIn(vault)).toEqual(['Golden words of the first format'])
  expect(vault.header()).toMatchObject({ version: 4, vaultId: before.vaultId, dbFile: 'vault-2.db' })
  vault.close()
  const found = readHeaders(folder)
  expect(found).toMatchObject({ presence: 'present', headers: [{ version: 4 }, { version: 4 }] })

  const again = await unlockVault(folder, typedSecret(passphrase))
  expect(notesIn(again)).toEqual(['Golden words of the first format'])
  expect(again.goneBack()).toBeNull()
  again.close()
})

test('a vault of the first format has no recovery key, and reports it', async () => {
  const key = new Uint8Array(32)
  await expect(unlockVaultBy(golden('format-1'), { kind: 'recovery-key', key })).rejects.toMatchObject({
    code: 'recovery-key-not-set',
  })
})

function keyOnPaper(): Uint8Array {
  const read = readRecoveryKey(
    recoveryKeySymbols('ZZZFD VZ7VA ZBWZZ HXZP0 YQTFQ 7WQHB Y3QYT XVFC9 XFNEY KT773 WVJYC 9RZ2M W7G0R'),
  )
  if (read.kind !== 'key') throw new Error('the paper can’t be read')
  return read.key
}

test('a vault of the second format opens by its passphrase, and by the recovery key on its paper', async () => {
  const folder = golden('format-2')
  const vault = await unlockVault(folder, typedSecret('golden lantern of the second format'))
  expect(notesIn(vault)).toEqual(['Golden words of the second format'])
  expect(vault.header()).toMatchObject({
    version: 4,
    slots: [{ kind: 'passphrase' }, { kind: 'recovery-key' }],
  })
  vault.close()

  const again = await unlockVaultBy(folder, { kind: 'recovery-key', key: keyOnPaper() })
  expect(notesIn(again)).toEqual(['Golden words of the second format'])
  expect(again.openedBy).toBe('recovery-key')
  again.close()
})

test('a vault of the third format, as a re-encryption left it, opens by its passphrase and its recovery key', async () => {
  const folder = golden('format-3')
  const before = readHeaders(folder)
  expect(before).toMatchObject({ headers: [{ version: 3, handOver: expect.any(String) as string }, {}] })
  const vault = await unlockVault(folder, typedSecret('golden meadow of the third format'))
  expect(notesIn(vault)).toEqual(['Golden words of the third format'])
  vault.close()
  const again = await unlockVaultBy(folder, { kind: 'recovery-key', key: keyOnPaper() })
  expect(notesIn(again)).toEqual(['Golden words of the third format'])
  again.close()
})

test('a vault of the fourth format is still sealed, and opens by its passphrase and its recovery key', async () => {
  const folder = golden('format-4')
  const vault = await unlockVault(folder, typedSecret('golden orchard of the fourth format'))
  expect(notesIn(vault)).toEqual(['Golden words of the fourth format'])
  expect([vault.goneBack(), vault.wasLeftUnsealed]).toEqual([null, false])
  vault.close()
  // The first opening migrated it. One that changes nothing leaves the header as it is.
  const migrated = readFileSync(join(folder, 'vault.json'), 'utf8')
  const again = await unlockVaultBy(folder, { kind: 'recovery-key', key: keyOnPaper() })
  expect(notesIn(again)).toEqual(['Golden words of the fourth format'])
  expect([again.goneBack(), again.wasLeftUnsealed]).toEqual([null, false])
  again.close()
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toBe(migrated)
})

test('a vault of the second format by its recovery key alone takes the current format, and its passphrase stays', async () => {
  const folder = golden('format-2')
  const vault = await unlockVaultBy(folder, { kind: 'recovery-key', key: keyOnPaper() })
  vault.close()
  expect(readHeaders(folder)).toMatchObject({ headers: [{ version: 4 }, { version: 4 }] })
  const again = await unlockVault(folder, typedSecret('golden lantern of the second format'))
  again.close()
})
