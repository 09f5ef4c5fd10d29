import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { appEventSchema } from '#shared/contract/events.ts'
import type { Operations } from '#shared/contract/operation.ts'

/**
 * Everything a page can reach. A new line here gives the page a new operation: say in the commit why it is needed, and
 * update the file with `npx vitest run scripts/hardening -u`.
 */
test('the page can call these operations, in these states of the vault, and hears these events', async () => {
  const operations: Operations = contract
  const paths = Object.entries(operations).flatMap(([feature, ofFeature]) =>
    Object.entries(ofFeature).map(
      ([name, { host, kind, availableIn, needsProof }]) =>
        `${feature}.${name}: ${host} ${kind}, ${availableIn.join(' ')}${needsProof ? ', with proof' : ''}`,
    ),
  )
  const events = appEventSchema.options.map(({ shape }) => `event ${shape.name.value}`)
  const surface = `${JSON.stringify([...paths.toSorted(), ...events.toSorted()], null, 2)}\n`
  await expect(surface).toMatchFileSnapshot('bridge-surface.json')
})

test('the preload gives the page one call and one listener, and no object of Electron', () => {
  const preload = readFileSync(join(import.meta.dirname, '../../src/preload/preload.ts'), 'utf8')
  expect([...preload.matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name)).toEqual(['call', 'onEvent'])
  expect([...preload.matchAll(/exposeInMainWorld\('(\w+)'/g)].map(([, name]) => name)).toEqual(['attune'])
  expect(preload.split('\n').length).toBeLessThan(25)
})

test('while the vault is locked, a page can only read its state, open or create a vault, edit text, zoom, lock and quit', () => {
  const operations: Operations = contract
  const whileLocked = Object.entries(operations).flatMap(([feature, ofFeature]) =>
    Object.entries(ofFeature)
      .filter(([, { availableIn }]) => availableIn.includes('locked'))
      .map(([name]) => `${feature}.${name}`),
  )
  const known = [
    'app.about',
    'app.quit',
    // A passphrase or a recovery key can be pasted by mouse.
    'app.showTextMenu',
    'app.zoom',
    'lock.last',
    // After a restore the page still shows the old vault; this reloads it.
    'lock.now',
    'settings.get',
    'vault.create',
    'vault.status',
    'vault.unlock',
    'vault.unlockWithRecoveryKey',
  ]
  expect(known.filter((path) => !whileLocked.includes(path))).toEqual([])
  // The other operations bring a vault back; none of them reads a vault.
  const others = whileLocked.filter((path) => !known.includes(path))
  expect(others.filter((path) => !/^(vault|backups|restore|files)\./.test(path))).toEqual([])
})
