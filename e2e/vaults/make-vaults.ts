import { join } from 'node:path'
import { z } from 'zod'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createFileGrants } from '#vault/files/file-grants.ts'
import { argon2Floor } from '#vault/keys/stretch.ts'
import { createVaultHandlers } from '#vault/vault-handlers.ts'
import { makeOtherForms } from './other-forms.ts'

// Runs in a process of its own, which ends with its last line: the timers of an open vault would keep it.
const [folder, passphrase] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2))
await make('empty', { withSample: false })
await make('sample', { withSample: true })
await makeOtherForms(join(folder, 'other-forms'), passphrase, join(import.meta.dirname, '../../assets'))
process.exit(0)

/** Makes a vault with the app's own handlers, at the lowest cost of a key that the app allows. */
async function make(name: string, { withSample }: { withSample: boolean }): Promise<void> {
  const vault = createVaultHandlers({
    vaultFolder: join(folder, name),
    assetsFolder: join(import.meta.dirname, '../../assets'),
    grants: createFileGrants(() => new Date()),
    chooseCost: () => Promise.resolve(argon2Floor),
    now: () => new Date(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onState: () => undefined,
  })
  await vault.handlers().vault?.create({ passphrase: typedSecret(passphrase) })
  if (withSample) await vault.handlers().sample?.load(undefined)
  await vault.close()
}
