import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { NewRecoveryKey } from '#shared/contract/operations/keys.ts'
import { createRouter } from '#shared/contract/router.ts'
import { createFileGrants } from '../../../files/file-grants.ts'
import { assetsFolder, createTestApi } from '../../../testing/test-vault.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { createVaultHandlers } from '../../../vault-handlers.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
/** The passphrase that `opened` gives its vault. */
export const passphrase = 'quiet harbour seven lamps'
/** A second good passphrase, wrong until a test changes to it. */
export const another = 'loud meadow eleven boats'

/** Starts a vault process over a folder, called through the contract. */
export function start(vaultFolder: string, options: { selfTest?: () => Promise<void> } = {}) {
  const vault = createVaultHandlers({
    vaultFolder,
    assetsFolder,
    chooseCost: () => Promise.resolve(cost),
    grants: createFileGrants(() => new Date()),
    now: () => new Date('2026-03-20T15:00:00.000Z'),
    zone: () => 'UTC',
    sleep: () => Promise.resolve(),
    onState: () => undefined,
    ...options,
  })
  const route = createRouter({
    host: 'vault',
    operations: contract,
    handlers: vault.handlers,
    state: vault.state,
    explain: vault.explain,
    refuses: vault.refuses,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  onTestFinished(() => vault.close())
  return { vault, api: createTestApi(route) }
}

/** A new vault that is open, in a folder of its own. */
export async function opened() {
  const folder = join(temporaryFolder(), 'vault')
  const { vault, api } = start(folder)
  await api.vault.create({ passphrase })
  return { folder, vault, api }
}

interface TypedGroup {
  number: number
  text: string
}

/** The two groups that confirm a recovery key, as somebody types them from the paper. */
export function readBack({ groups, asked: [first, second] }: NewRecoveryKey): {
  groups: [TypedGroup, TypedGroup]
} {
  const group = (number: number): string => {
    const text = groups[number - 1]
    if (text === undefined) throw new Error(`there is no group ${number}`)
    return text
  }
  return {
    groups: [
      { number: first, text: group(first).toLowerCase() },
      { number: second, text: ` ${group(second)} ` },
    ],
  }
}
