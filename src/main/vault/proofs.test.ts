import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { proofGoodForMilliseconds, provenPaths, splitProof } from '#shared/contract/proof.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import type { Operations } from '#shared/contract/operation.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createProofs } from './keys/proofs.ts'
import { startVault } from './testing/running-vault.ts'
import { clientEntry, sessionLog } from './testing/entries.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'

async function openVault() {
  const running = startVault(temporaryFolder())
  await running.api.vault.create({ passphrase: rightPassphrase })
  const client = await running.api.clients.create(clientEntry({ code: 'Fern' }))
  /** Erases as a page would that sends this proof, or none. */
  const erase = (proof?: unknown) =>
    running.route({
      path: 'rights.erase',
      input: { clientId: client.id, typedCode: 'Fern', ...(proof === undefined ? {} : { proof }) },
    })
  const prove = async (path: (typeof provenPaths)[number] = 'rights.erase', passphrase = rightPassphrase) =>
    (await running.api.keys.prove({ path, secret: { kind: 'passphrase', passphrase } })).proof
  return { ...running, client, erase, prove }
}

const refused = { ok: false, code: 'proof-needed', places: [] }

test('every operation of the contract that needs proof is known by name, and no other', () => {
  const operations: Operations = vaultContract
  const needing = Object.entries(operations).flatMap(([feature, named]) =>
    Object.entries(named)
      .filter(([, { needsProof }]) => needsProof)
      .map(([name]) => `${feature}.${name}`),
  )
  expect(needing.toSorted()).toEqual([...provenPaths])
})

describe('fault 107: an open screen that somebody else sits at', () => {
  test('gives nothing out and takes nothing back without a fresh proof', async () => {
    const { route, api, client } = await openVault()
    const folder = temporaryFolder()
    const inputs: Record<(typeof provenPaths)[number], object> = {
      'audit.export': { token: 'x'.repeat(43), format: 'lines' },
      'backups.chooseFolder': { token: 'x'.repeat(43) },
      'backups.exportArchive': { token: 'x'.repeat(43), passphrase: typedSecret(rightPassphrase) },
      'backups.forgetFolder': {},
      'backups.removeSetAside': { name: join(folder, 'vault-1.db') },
      'backups.restore': { ticket: crypto.randomUUID(), acceptsOtherVault: true },
      'contacts.compare': { id: crypto.randomUUID(), typed: 'twelve words' },
      'exports.save': {
        clientId: null,
        formats: ['tables'],
        withWords: true,
        withPrivate: true,
        token: 'x'.repeat(43),
      },
      'reports.save': { clientId: client.id, kind: 'record', token: 'x'.repeat(43) },
      'rights.erase': { clientId: client.id, typedCode: 'Fern' },
      'rights.exportClient': { format: 'json', clientId: client.id, token: 'x'.repeat(43) },
      'sharing.send': { bundleId: crypto.randomUUID(), confirmed: [], token: 'x'.repeat(43) },
    }
    for (const [path, input] of Object.entries(inputs))
      for (const proof of [undefined, null, '', 7, crypto.randomUUID()])
        expect(await route({ path, input: { ...input, proof } }), `${path} with ${proof}`).toEqual(refused)
    expect(await api.clients.list()).toHaveLength(1)
  })

  test('a proof runs the operation that it was given for once', async () => {
    const { erase, prove } = await openVault()
    const proof = await prove()
    expect(await erase(proof)).toMatchObject({ ok: true })
    expect(await erase(proof)).toEqual(refused)
  })

  test('a proof for one operation runs no other, and ends with the try', async () => {
    const { erase, prove } = await openVault()
    const proof = await prove('rights.exportClient')
    expect(await erase(proof)).toEqual(refused)
    const second = await prove()
    await prove('audit.export')
    expect(await erase(second), 'a later proof ends it').toEqual(refused)
  })

  test('a proof ends after some minutes, whatever the clock says', () => {
    let monotonic = 0
    const proofs = createProofs(() => monotonic)
    const proof = proofs.give('rights.erase')
    monotonic += proofGoodForMilliseconds
    expect(proofs.take('rights.erase', proof)).toBe(false)
    const fresh = proofs.give('rights.erase')
    monotonic += proofGoodForMilliseconds - 1
    expect(proofs.take('rights.erase', fresh)).toBe(true)
  })

  test('a hand-over ends a proof', async () => {
    const { api, client, erase, prove } = await openVault()
    const log = sessionLog(client.id)
    await api.sessions.save({ log, expectedRevision: 0 })
    const proof = await prove()
    await api.handOver.begin({ sessionId: log.session.id })
    expect(await erase(proof)).toMatchObject({ code: 'not-available' })
    await api.handOver.return({ passphrase: rightPassphrase })
    expect(await erase(proof)).toEqual(refused)
  })

  test('a wrong passphrase gives no proof and slows the next try, also that of a hand-over', async () => {
    const slept = vi.fn(() => Promise.resolve())
    const running = startVault(temporaryFolder(), undefined, slept)
    await running.api.vault.create({ passphrase: rightPassphrase })
    const prove = (passphrase: string) =>
      running.api.keys.prove({ path: 'rights.erase', secret: { kind: 'passphrase', passphrase } })
    await expect(prove('quiet harbour seven lamp')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect((await running.api.vault.status()).waitMilliseconds).toBeGreaterThan(500)
    await expect(prove('quiet harbour eight lamps')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(slept).toHaveBeenCalledTimes(1)
    expect((await running.api.vault.status()).waitMilliseconds).toBeGreaterThan(1_000)
  })

  test('the recovery key proves it too, because it may be all that opened the vault', async () => {
    const { api, erase } = await openVault()
    const wrong = Array.from({ length: 13 }, () => '00000').join('-')
    const by = (recoveryKey: string) =>
      api.keys.prove({ path: 'rights.erase', secret: { kind: 'recovery-key', recoveryKey } })
    await expect(by('AAAAA')).rejects.toMatchObject({ code: 'recovery-key-mistyped' })
    const { groups, asked } = await api.keys.beginRecoveryKey({ passphrase: rightPassphrase })
    await expect(by(groups.join('-'))).rejects.toMatchObject({ code: 'wrong-recovery-key' })
    const read = (number: number) => ({ number, text: groups[number - 1] ?? '' })
    await api.keys.confirmRecoveryKey({ groups: [read(asked[0]), read(asked[1])] })
    await expect(by(wrong)).rejects.toThrow()
    const { proof } = await by(groups.join('-'))
    expect(await erase(proof)).toMatchObject({ ok: true })
  })
})

test('a proof is separated from any input it came with', () => {
  const proof = crypto.randomUUID()
  expect(splitProof({ proof })).toEqual({ proof, rest: undefined })
  expect(splitProof({ proof, a: 1 })).toEqual({ proof, rest: { a: 1 } })
  for (const input of [undefined, null, 'proof', 7, { a: 1 }])
    expect(splitProof(input)).toEqual({ proof: null, rest: input })
})
