import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { passphraseSlotSchema, recoverySlotSchema, type PassphraseSlot } from './keyslot.ts'
import { createPassphraseSlot, openPassphraseSlot, renewPassphraseSlot } from './passphrase-slot.ts'
import { createRecoverySlot, openRecoverySlot } from './recovery-slot.ts'
import { argon2CostSchema } from './stretch.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const context = { version: 1, vaultId: randomUUID() }
const passphrase = 'quiet harbour seven lamps'

test('fault 2: a slot gives the vault key only for its passphrase, however its accents are encoded', async () => {
  const key = randomBytes(32)
  const slot = await createPassphraseSlot(context, key, typedSecret('café au lait bientôt'), cost)
  expect(
    await openPassphraseSlot(context, slot, typedSecret('café au lait bientôt'.normalize('NFD'))),
  ).toEqual(key)
  expect(await openPassphraseSlot(context, slot, typedSecret('cafe au lait bientôt'))).toBeNull()
  expect(passphraseSlotSchema.safeParse(slot).success).toBe(true)
})

test('a slot that was changed, weakened or moved to another vault opens nothing', async () => {
  const slot = await createPassphraseSlot(context, randomBytes(32), typedSecret(passphrase), cost)
  const changed: PassphraseSlot[] = [
    { ...slot, nonce: randomBytes(12).toString('base64') },
    { ...slot, wrapped: randomBytes(48).toString('base64') },
    { ...slot, kdf: { ...slot.kdf, cost: { ...cost, passes: 4 } } },
  ]
  for (const wrong of changed)
    expect(await openPassphraseSlot(context, wrong, typedSecret(passphrase))).toBeNull()
  expect(
    await openPassphraseSlot({ ...context, vaultId: randomUUID() }, slot, typedSecret(passphrase)),
  ).toBeNull()
  expect(await openPassphraseSlot({ ...context, version: 2 }, slot, typedSecret(passphrase))).toBeNull()
})

test('fault 5: costs below the floor or above the ceiling are refused before any memory is used', () => {
  const wrong = [
    { ...cost, memoryKibibytes: 19 * 1024 },
    { ...cost, memoryKibibytes: 64 * 1024 * 1024 },
    { ...cost, passes: 1 },
    { ...cost, parallelism: 4 },
  ]
  for (const one of wrong) expect(argon2CostSchema.safeParse(one).success).toBe(false)
})

test('a recovery slot gives the vault key only for its recovery key, and only unchanged', () => {
  const key = randomBytes(32)
  const recoveryKey = randomBytes(32)
  const slot = createRecoverySlot(context, key, recoveryKey, new Date('2026-03-20T15:00:00.000Z'))
  expect(recoverySlotSchema.parse(slot)).toEqual(slot)
  expect(openRecoverySlot(context, slot, recoveryKey)).toEqual(key)
  expect(openRecoverySlot(context, slot, randomBytes(32))).toBeNull()
  const changed = [
    { ...slot, since: '2026-03-21T15:00:00.000Z' },
    { ...slot, kdf: { ...slot.kdf, salt: randomBytes(16).toString('base64') } },
    { ...slot, nonce: randomBytes(12).toString('base64') },
    { ...slot, wrapped: randomBytes(48).toString('base64') },
  ]
  for (const wrong of changed) expect(openRecoverySlot(context, wrong, recoveryKey)).toBeNull()
  expect(openRecoverySlot({ ...context, vaultId: randomUUID() }, slot, recoveryKey)).toBeNull()
  expect(openRecoverySlot({ ...context, version: 3 }, slot, recoveryKey)).toBeNull()
})

test('the fields of one kind of slot never open as another kind', async () => {
  const key = randomBytes(32)
  const recoveryKey = randomBytes(32)
  const first = createRecoverySlot(context, key, recoveryKey, new Date())
  const second = createRecoverySlot(context, key, recoveryKey, new Date())
  expect(first.wrapped).not.toBe(second.wrapped)
  const passphraseSlot = await createPassphraseSlot(context, key, typedSecret(passphrase), cost)
  const { nonce, wrapped } = passphraseSlot
  expect(openRecoverySlot(context, { ...first, nonce, wrapped }, recoveryKey)).toBeNull()
})

test('a slot of the first format is rebound to the current one, and each slot opens only in its own format', async () => {
  const key = randomBytes(32)
  const old = await createPassphraseSlot(context, key, typedSecret(passphrase), cost)
  const next = { ...context, version: 2 }
  const renewed = await renewPassphraseSlot(context, next, old, typedSecret(passphrase))
  expect(renewed?.vaultKey).toEqual(key)
  expect(renewed?.slot.kdf).toEqual(old.kdf)
  expect(renewed?.slot.nonce).not.toBe(old.nonce)
  expect(await openPassphraseSlot(next, renewed!.slot, typedSecret(passphrase))).toEqual(key)
  expect(await openPassphraseSlot(next, old, typedSecret(passphrase))).toBeNull()
  expect(await renewPassphraseSlot(context, next, old, typedSecret('something else entirely'))).toBeNull()
})
