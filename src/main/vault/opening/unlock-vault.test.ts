import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change, sequenceOf } from '../database/change.ts'
import { createVault } from './create-vault.ts'
import { unlockVault } from './unlock-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const passphrase = 'quiet harbour seven lamps'

const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'opened',
    (cause: unknown) => (cause instanceof AppError ? cause.code : cause),
  )

async function closedVault(): Promise<string> {
  const folder = join(temporaryFolder(), 'vault')
  const vault = await createVault(folder, typedSecret(passphrase), cost)
  change(vault.db, () =>
    vault.db.exec(`CREATE TABLE kept (text TEXT) STRICT; INSERT INTO kept VALUES ('there')`),
  )
  vault.close()
  return folder
}

test('fault 1: a vault opens with its passphrase, holds what was saved, and refuses any other passphrase', async () => {
  const folder = await closedVault()
  expect(readdirSync(folder).toSorted()).toEqual(['vault-1.db', 'vault.copy.json', 'vault.json'])
  const before = readFileSync(join(folder, 'vault.json'))
  expect(await codeOf(unlockVault(folder, typedSecret(`${passphrase}!`)))).toBe('wrong-passphrase')
  expect(readFileSync(join(folder, 'vault.json')).equals(before)).toBe(true)

  const vault = await unlockVault(folder, typedSecret(passphrase))
  expect(vault.db.prepare('SELECT text FROM kept').pluck().get()).toBe('there')
  expect(await vault.matches(typedSecret(passphrase))).toBe(true)
  expect(await vault.matches(typedSecret('something else entirely'))).toBe(false)
  expect(vault.goneBack()).toBeNull()
  vault.close()
})

test('a passphrase under twelve characters creates no vault', async () => {
  const folder = join(temporaryFolder(), 'vault')
  expect(await codeOf(createVault(folder, typedSecret('elevenchars'), cost))).toBe('passphrase-too-short')
  // Eleven characters that take 22 UTF-16 units still count as eleven.
  expect(await codeOf(createVault(folder, typedSecret('🌊'.repeat(11)), cost))).toBe('passphrase-too-short')
  expect(existsSync(folder)).toBe(false)
})

test('no vault is created in a folder that holds any file of one', async () => {
  const folder = await closedVault()
  expect(await codeOf(createVault(folder, typedSecret(passphrase), cost))).toBe('vault-exists')
  rmSync(join(folder, 'vault.json'))
  rmSync(join(folder, 'vault.copy.json'))
  expect(await codeOf(createVault(folder, typedSecret(passphrase), cost))).toBe('vault-exists')
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)))).toBe('vault-damaged')
})

test('fault 6: one damaged copy of the header loses nothing; a tampered one counts as damage, not as a wrong passphrase', async () => {
  const folder = await closedVault()
  writeFileSync(join(folder, 'vault.json'), '')
  const vault = await unlockVault(folder, typedSecret(passphrase))
  vault.close()
  expect(readFileSync(join(folder, 'vault.json'))).toEqual(readFileSync(join(folder, 'vault.copy.json')))

  const header = JSON.parse(readFileSync(join(folder, 'vault.copy.json'), 'utf8')) as object
  const changed = JSON.stringify({ ...header, sequence: 9_999 })
  writeFileSync(join(folder, 'vault.json'), changed)
  writeFileSync(join(folder, 'vault.copy.json'), changed)
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)))).toBe('vault-damaged')
})

test('a vault of a newer format stays untouched', async () => {
  const folder = await closedVault()
  const newer = '{"format":"attune-vault","version":5}'
  for (const name of ['vault.json', 'vault.copy.json']) writeFileSync(join(folder, name), newer)
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)))).toBe('vault-newer')
  expect(await codeOf(createVault(folder, typedSecret(passphrase), cost))).toBe('vault-exists')
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toBe(newer)
})

test('fault 8: a missing or empty database is reported, and no new one is created', async () => {
  const folder = await closedVault()
  const file = join(folder, 'vault-1.db')
  renameSync(file, `${file}.elsewhere`)
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)))).toBe('vault-missing')
  expect(existsSync(file)).toBe(false)
  writeFileSync(file, '')
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)))).toBe('vault-empty')
  expect(readFileSync(file)).toHaveLength(0)
})

test('fault 21: an older copy of the database is noticed', async () => {
  const folder = await closedVault()
  const file = join(folder, 'vault-1.db')
  copyFileSync(file, `${file}.old`)
  const vault = await unlockVault(folder, typedSecret(passphrase))
  change(vault.db, () => undefined)
  const sequence = sequenceOf(vault.db)
  vault.close()
  renameSync(`${file}.old`, file)
  const older = await unlockVault(folder, typedSecret(passphrase))
  expect(older.goneBack()).toMatchObject({ kind: 'older' })
  expect(sequenceOf(older.db)).toBe(sequence - 1)
  older.close()
  const still = await unlockVault(folder, typedSecret(passphrase))
  expect(still.goneBack()).toMatchObject({ kind: 'older' })
  still.close()
})

test('a first start interrupted after the header was written is completed by the next', async () => {
  const folder = await closedVault()
  renameSync(join(folder, 'vault-1.db'), join(folder, 'unfinished.db'))
  const vault = await unlockVault(folder, typedSecret(passphrase))
  expect(vault.db.prepare('SELECT text FROM kept').pluck().get()).toBe('there')
  vault.close()
})

test('a first start interrupted before the header was written does not block another', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const first = await createVault(folder, typedSecret(passphrase), cost)
  first.close()
  rmSync(join(folder, 'vault.json'))
  rmSync(join(folder, 'vault.copy.json'))
  renameSync(join(folder, 'vault-1.db'), join(folder, 'unfinished.db'))
  const second = await createVault(folder, typedSecret(passphrase), cost)
  second.close()
  expect(await codeOf(unlockVault(folder, typedSecret(passphrase)).then((vault) => vault.close()))).toBe(
    'opened',
  )
})

test('an unlock takes a folder that was copied with open modes, and its files, from everybody else', async () => {
  const folder = await closedVault()
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  for (const path of paths) chmodSync(path, 0o777)
  const vault = await unlockVault(folder, typedSecret(passphrase))
  for (const path of paths) expect(statSync(path).mode & 0o077, path).toBe(0)
  vault.close()
})
