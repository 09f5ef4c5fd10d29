import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPassphraseSlot, keyslotSchema, openPassphraseSlot, type Keyslot } from './keyslot.ts'
import { argon2CostSchema, stretch } from './stretch.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const context = { version: 1, vaultId: randomUUID() }
const passphrase = 'quiet harbour seven lamps'

test('a slot gives the vault key back to its passphrase, however its accents are encoded, and to no other', async () => {
  const key = randomBytes(32)
  const slot = await createPassphraseSlot(context, key, 'café au lait bientôt', cost)
  expect(await openPassphraseSlot(context, slot, 'café au lait bientôt'.normalize('NFD'))).toEqual(key)
  expect(await openPassphraseSlot(context, slot, 'cafe au lait bientôt')).toBeNull()
  expect(keyslotSchema.safeParse(slot).success).toBe(true)
})

test('a slot that was changed, weakened or moved to another vault opens nothing', async () => {
  const slot = await createPassphraseSlot(context, randomBytes(32), passphrase, cost)
  const changed: Keyslot[] = [
    { ...slot, nonce: randomBytes(12).toString('base64') },
    { ...slot, wrapped: randomBytes(48).toString('base64') },
    { ...slot, kdf: { ...slot.kdf, cost: { ...cost, passes: 4 } } },
  ]
  for (const wrong of changed) expect(await openPassphraseSlot(context, wrong, passphrase)).toBeNull()
  expect(await openPassphraseSlot({ ...context, vaultId: randomUUID() }, slot, passphrase)).toBeNull()
  expect(await openPassphraseSlot({ ...context, version: 2 }, slot, passphrase)).toBeNull()
})

test('costs below the floor or above the ceiling are refused before any memory is taken', () => {
  const wrong = [
    { ...cost, memoryKibibytes: 19 * 1024 },
    { ...cost, memoryKibibytes: 64 * 1024 * 1024 },
    { ...cost, passes: 1 },
    { ...cost, parallelism: 4 },
  ]
  for (const one of wrong) expect(argon2CostSchema.safeParse(one).success).toBe(false)
})

test('argon2id agrees with the reference implementation of node:crypto', async () => {
  const { argon2Sync } = await import('node:crypto')
  const salt = Buffer.alloc(16, 7)
  const message = Buffer.from('password of the known answer', 'utf8')
  const expected = argon2Sync('argon2id', {
    message,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: cost.memoryKibibytes,
    passes: cost.passes,
  })
  expect(await stretch(message, salt, cost)).toEqual(expected)
})
