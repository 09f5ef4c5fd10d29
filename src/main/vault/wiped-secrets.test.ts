import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pinSchema } from '#shared/contract/secret-bytes.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { clientEntry, sessionLog } from './testing/entries.ts'
import { startVault } from './testing/running-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { rightPassphrase } from './testing/test-vault.ts'

type Running = ReturnType<typeof startVault>

const right = () => typedSecret(rightPassphrase)
const wrong = () => typedSecret('not the right words at all')
const next = () => typedSecret('nine lanterns under a bridge')

/** Asks as the page does, and expects that every secret of the request is zeros afterwards. */
async function ask({ route }: Pick<Running, 'route'>, path: string, secrets: Uint8Array[], input: object) {
  const outcome = await route({ path, input }).catch(() => ({ ok: false, code: 'thrown' }) as const)
  for (const secret of secrets) expect([path, ...secret]).toEqual([path, ...secret.map(() => 0)])
  return outcome.ok ? 'done' : outcome.code
}

/** Asks with one secret under a name, beside the rest of the input. */
function askWith(running: Running, path: string, name: string, secret: Uint8Array, rest: object = {}) {
  return ask(running, path, [secret], { ...rest, [name]: secret })
}

async function created(): Promise<Running & { folder: string }> {
  const folder = temporaryFolder()
  const running = startVault(folder)
  expect(await askWith(running, 'vault.create', 'passphrase', right())).toBe('done')
  return { ...running, folder }
}

describe('fault 123: the secrets of a request are zeros', () => {
  test('after a vault is created, or is not', async () => {
    const running = startVault(temporaryFolder())
    expect(await askWith(running, 'vault.create', 'passphrase', typedSecret('short'))).toBe(
      'passphrase-too-short',
    )
    expect(await askWith(running, 'vault.create', 'passphrase', typedSecret('aaaaaaaaaaaa'))).toBe(
      'passphrase-weak',
    )
    expect(await askWith(running, 'vault.create', 'passphrase', right())).toBe('done')
    expect(await askWith(running, 'vault.create', 'passphrase', right())).toBe('not-available')
  })

  test('after an unlock by the right and a wrong secret, and after one that fails', async () => {
    const made = await created()
    const begun = await made.api.keys.beginRecoveryKey({ passphrase: null })
    const groups = begun.asked.map((number) => ({ number, text: begun.groups[number - 1] ?? '' }))
    await made.route({ path: 'keys.confirmRecoveryKey', input: { groups } })
    await made.handlers.close()
    const paper = () => recoveryKeySymbols(begun.groups.join('-'))

    const locked = startVault(made.folder, undefined, () => Promise.reject(new Error('no sleep')))
    expect(await askWith(locked, 'vault.unlock', 'passphrase', wrong())).toBe('wrong-passphrase')
    const mistyped = recoveryKeySymbols('AAAAA')
    expect(await askWith(locked, 'vault.unlockWithRecoveryKey', 'recoveryKey', mistyped)).toBe(
      'recovery-key-mistyped',
    )
    const other = recoveryKeySymbols('000G040R4730M309E20D185GT3R8E61W81Q4GK422GAHKC5RRED11340XSP7FGB3R')
    expect(await askWith(locked, 'vault.unlockWithRecoveryKey', 'recoveryKey', other)).not.toBe('done')
    while ((await askWith(locked, 'vault.unlock', 'passphrase', wrong())) !== 'thrown') continue
    expect(await askWith(locked, 'vault.unlock', 'passphrase', right())).toBe('thrown')

    const again = startVault(made.folder)
    expect(await askWith(again, 'vault.unlockWithRecoveryKey', 'recoveryKey', paper())).toBe('done')
    expect(await askWith(again, 'keys.choosePassphrase', 'next', typedSecret('short'))).toBe(
      'passphrase-too-short',
    )
    expect(await askWith(again, 'keys.choosePassphrase', 'next', right())).toBe('done')
    await again.handlers.close()
    expect(await askWith(startVault(made.folder), 'vault.unlock', 'passphrase', right())).toBe('done')
  })

  test('after each change of the keys, and each that is refused', async () => {
    const running = await created()
    for (const [secret, outcome] of [
      [wrong, 'wrong-passphrase'],
      [right, 'done'],
    ] as const) {
      expect(await askWith(running, 'keys.beginRecoveryKey', 'passphrase', secret())).toBe(outcome)
      expect(await askWith(running, 'keys.beginReencryption', 'passphrase', secret())).toBe(outcome)
      const pin = typedSecret('2718')
      const passphrase = secret()
      expect(await ask(running, 'keys.setPin', [pin, passphrase], { pin, passphrase })).toBe(outcome)
      const proof = { kind: 'passphrase', passphrase: secret() }
      const asked = { secret: proof, path: 'rights.erase' }
      expect(await ask(running, 'keys.prove', [proof.passphrase], asked)).toBe(outcome)
      const [current, chosen] = [secret(), next()]
      const change = { current, next: chosen }
      expect(await ask(running, 'keys.changePassphrase', [current, chosen], change)).toBe(outcome)
    }
    const key = { kind: 'recovery-key', recoveryKey: recoveryKeySymbols('AAAAA') }
    const asked = { secret: key, path: 'rights.erase' }
    expect(await ask(running, 'keys.prove', [key.recoveryKey], asked)).toBe('recovery-key-mistyped')
    const common = typedSecret('1234')
    const passphrase = next()
    expect(await ask(running, 'keys.setPin', [common, passphrase], { pin: common, passphrase })).toBe(
      'pin-common',
    )
  })

  test('after a return from a hand-over', async () => {
    const running = await created()
    const client = await running.api.clients.create(clientEntry())
    const log = sessionLog(client.id)
    await running.api.sessions.save({ log, expectedRevision: 0 })
    await running.api.keys.setPin({ passphrase: rightPassphrase, pin: '2718' })
    for (const [name, secret, outcome] of [
      ['pin', typedSecret('2719'), 'wrong-pin'],
      ['passphrase', wrong(), 'wrong-passphrase'],
      ['pin', typedSecret('2718'), 'done'],
      ['passphrase', right(), 'done'],
    ] as const) {
      await running.api.handOver.begin({ sessionId: log.session.id }).catch(() => undefined)
      expect(await askWith(running, 'handOver.return', name, secret)).toBe(outcome)
    }
  })

  test('after a backup was opened and files were sealed', async () => {
    const running = await created()
    await running.api.backups.make()
    const { backups } = await running.api.backups.list()
    const source = { kind: 'listed', id: backups[0]?.id }
    for (const passphrase of [wrong(), right()])
      await ask(running, 'backups.open', [passphrase], { source, secret: { kind: 'passphrase', passphrase } })
    const { proof } = await running.api.keys.prove({
      secret: { kind: 'passphrase', passphrase: rightPassphrase },
      path: 'backups.exportArchive',
    })
    const token = running.grant('archive', join(running.folder, 'a.age'))
    const rest = { token, proof }
    expect(await askWith(running, 'backups.exportArchive', 'passphrase', next(), rest)).toBe('done')
    expect(await askWith(running, 'backups.exportArchive', 'passphrase', next(), rest)).toBe('proof-needed')
  })

  test('also if nothing is served under this path, or the input is refused', async () => {
    const running = await created()
    expect(await askWith(running, 'vault.nothing', 'passphrase', right())).toBe('not-found')
    expect(await askWith(running, 'vault.unlock', 'passwort', right())).toBe('not-available')
    expect(await askWith(running, 'keys.setPin', 'pin', typedSecret('27182'))).toBe('invalid-input')
    const secret = right()
    expect(await ask({ route: running.route }, '', [secret], [secret])).not.toBe('done')
  })
})

test('a new passphrase that no keyboard gives is refused, because it would never open the vault', async () => {
  const running = startVault(temporaryFolder())
  const separate = new TextEncoder().encode('cafe\u0301 by the sea')
  expect(await askWith(running, 'vault.create', 'passphrase', separate)).toBe('invalid-input')
  const noText = Uint8Array.from({ length: 20 }, (_, index) => 0xff - index)
  expect(await askWith(running, 'vault.create', 'passphrase', noText)).toBe('invalid-input')
})

test('a vault opens by its phrase as any keyboard types it', async () => {
  const folder = temporaryFolder()
  const made = startVault(folder)
  await made.api.vault.create({ passphrase: 'caf\u00e9 by the sea 🌊' })
  await made.handlers.close()
  const { api } = startVault(folder)
  await expect(api.vault.unlock({ passphrase: 'cafe by the sea 🌊' })).rejects.toThrow()
  expect(await api.vault.unlock({ passphrase: 'cafe\u0301 by the sea 🌊' })).toMatchObject({ state: 'open' })
})

test('a PIN has four to eight digits, as bytes only', () => {
  for (const pin of ['271', '271828182', '27a8', '27 8', '٢٧١٨'])
    expect(pinSchema.safeParse(typedSecret(pin)).success).toBe(false)
  expect(pinSchema.safeParse('2718').success).toBe(false)
  expect(pinSchema.safeParse(typedSecret('27182818')).success).toBe(true)
})
