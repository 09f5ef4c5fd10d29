import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from '../../scripts/runtime/repository.ts'

export interface VaultOptions {
  /** Whether the vault holds the fictional caseload; otherwise it is empty. */
  readonly withSample?: boolean
  /** Whether it holds clients who were rated on imported forms alone. */
  readonly withOtherForms?: boolean
}

/**
 * Copies a new vault into a data folder. The first test of a run makes the vaults, below `folder`; the run must empty
 * that folder when it starts. The caseload has sessions on the current day, so each day has vaults of its own.
 */
export function copyPreparedVault(
  { folder, passphrase }: { folder: string; passphrase: string },
  dataFolder: string,
  { withSample = false, withOtherForms = false }: VaultOptions,
): void {
  const prepared = join(folder, new Date().toDateString())
  if (!existsSync(prepared)) makeVaults(folder, passphrase, prepared)
  cpSync(
    join(prepared, withOtherForms ? 'other-forms' : withSample ? 'sample' : 'empty'),
    join(dataFolder, 'vault'),
    { recursive: true },
  )
}

function makeVaults(folder: string, passphrase: string, prepared: string): void {
  mkdirSync(folder, { recursive: true })
  const unfinished = mkdtempSync(join(folder, 'unfinished-'))
  const script = join(import.meta.dirname, 'make-vaults.ts')
  // Node caches the compiled files for the next run.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(repositoryFolder, 'node_modules/.cache/e2e') }
  const { status, stderr } = spawnSync(process.execPath, [script, unfinished, passphrase], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`The vaults for the tests could not be made.\n${stderr}`)
  try {
    renameSync(unfinished, prepared)
  } catch (cause) {
    // The other worker was faster.
    if (!existsSync(prepared)) throw cause
  }
}
