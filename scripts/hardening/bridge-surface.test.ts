import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { appEventSchema } from '#shared/contract/events.ts'
import type { Operations } from '#shared/contract/operation.ts'

/**
 * All that a page can reach. A line that is new here is a new door: say in the commit why it is needed, and renew the
 * file with `npx vitest run scripts/hardening -u`.
 */
test('the page reaches these operations, in these states of the vault, and hears these events', async () => {
  const operations: Operations = contract
  const paths = Object.entries(operations).flatMap(([feature, ofFeature]) =>
    Object.entries(ofFeature).map(
      ([name, { host, kind, availableIn }]) =>
        `${feature}.${name}: ${host} ${kind}, ${availableIn.join(' ')}`,
    ),
  )
  const events = appEventSchema.options.map(({ shape }) => `event ${shape.name.value}`)
  const surface = `${JSON.stringify([...paths.toSorted(), ...events.toSorted()], null, 2)}\n`
  await expect(surface).toMatchFileSnapshot('bridge-surface.json')
})

test('the preload gives the page a call and a listener, and hands out nothing of Electron’s', () => {
  const preload = readFileSync(join(import.meta.dirname, '../../src/preload/preload.ts'), 'utf8')
  expect([...preload.matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name)).toEqual(['call', 'onEvent'])
  expect([...preload.matchAll(/exposeInMainWorld\('(\w+)'/g)].map(([, name]) => name)).toEqual(['attune'])
  expect(preload.split('\n').length).toBeLessThan(25)
})

test('locked, a page can do no more than look, open, set nothing and quit', () => {
  const operations: Operations = contract
  const whileLocked = Object.entries(operations).flatMap(([feature, ofFeature]) =>
    Object.entries(ofFeature)
      .filter(([, { availableIn }]) => availableIn.includes('locked'))
      .map(([name]) => `${feature}.${name}`),
  )
  const known = [
    'app.about',
    'app.quit',
    'lock.last',
    // After a restore the page is left over from the vault before it, and is started afresh this way.
    'lock.now',
    'settings.get',
    'vault.create',
    'vault.status',
    'vault.unlock',
    'vault.unlockWithRecoveryKey',
  ]
  expect(known.filter((path) => !whileLocked.includes(path))).toEqual([])
  // What is added to them is about getting a vault back; nothing that reads one is among them.
  const others = whileLocked.filter((path) => !known.includes(path))
  expect(others.filter((path) => !/^(vault|backups|restore|files)\./.test(path))).toEqual([])
})
