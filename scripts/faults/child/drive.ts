import { createRouter } from '#shared/contract/router.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createFileGrants } from '#vault/files/file-grants.ts'
import { createVaultHandlers } from '#vault/vault-handlers.ts'
import type { Call } from './scenario.ts'

/** Thrown when the vault refuses an operation; holds the failure's code. */
export class Refused extends Error {
  readonly code: string
  constructor(path: string, code: string) {
    super(`${path}: ${code}`)
    this.code = code
  }
}

/** The current time in every run. */
export const moment = new Date('2026-03-20T15:00:00.000Z')

const secretNames: readonly string[] = ['passphrase', 'current', 'next']

/** A typed secret crosses as bytes. */
const asItCrosses = (name: string, value: unknown): unknown =>
  typeof value === 'string' && secretNames.includes(name) ? typedSecret(value) : value

/** The parts of the vault process without its message port, with a clock that stands still. */
export function driveVault(vaultFolder: string, assetsFolder: string, zone = 'Europe/Oslo') {
  const vault = createVaultHandlers({
    vaultFolder,
    assetsFolder,
    grants: createFileGrants(() => moment),
    chooseCost: () => Promise.resolve({ memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 }),
    // The derivation is a quick one here, so the self-test's known answers would rightly fail.
    selfTest: () => Promise.resolve(),
    now: () => moment,
    zone: () => zone,
    sleep: () => Promise.resolve(),
    onState: () => undefined,
  })
  const route = createRouter({
    host: 'vault',
    operations: vaultContract,
    handlers: vault.handlers,
    state: vault.state,
    explain: vault.explain,
    refuses: vault.refuses,
    report: (path, cause) => {
      throw new Error(`${path} failed in a way that nobody foresaw`, { cause })
    },
  })
  const call: Call = async (path, input) => {
    const crossed: unknown = input === undefined ? undefined : JSON.parse(JSON.stringify(input), asItCrosses)
    const outcome = await route({ path, input: crossed })
    if (!outcome.ok) throw new Refused(path, outcome.code)
    return outcome.value
  }
  return { call, close: vault.close }
}
