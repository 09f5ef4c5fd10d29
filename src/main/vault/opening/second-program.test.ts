import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { argon2Floor } from '../keys/stretch.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createVault } from './create-vault.ts'

// The passphrase is stretched at its true cost, because another program opens the same vault.
vi.unmock('../keys/argon2.ts')

const passphrase = 'quiet harbour seven lamps'

test('fault 22: another program that has the vault open is reported within seconds', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const vault = await createVault(folder, typedSecret(passphrase), argon2Floor)
  onTestFinished(() => vault.close())
  const other = `
    const { unlockVault } = await import(${JSON.stringify(join(import.meta.dirname, 'unlock-vault.ts'))})
    const start = performance.now()
    await unlockVault(${JSON.stringify(folder)}, Buffer.from(${JSON.stringify(passphrase)})).then(
      () => console.log('opened'),
      (cause) => console.log(cause.code, Math.round(performance.now() - start)),
    )`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', other], {
    cwd: join(import.meta.dirname, '../../../..'),
    encoding: 'utf8',
  })
  expect(stdout).toMatch(/^vault-in-use \d+/)
  expect(Number(stdout.split(' ')[1])).toBeLessThan(8_000)
  // The open vault keeps working.
  expect(await vault.matches(typedSecret(passphrase))).toBe(true)
  rmSync(join(folder, 'vault.in-use'), { force: true })
})
