import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { repositoryFolder } from '../runtime/repository.ts'
import { trimLockfile } from './trim-lockfile.ts'

const lockfile = readFileSync(join(repositoryFolder, 'package-lock.json'), 'utf8')

test('the lock file requires no Node version for an installed package (otherwise: npm run trim-lockfile)', () => {
  expect(lockfile === trimLockfile(lockfile)).toBe(true)
})

test('trimming removes the Node versions of installed packages and nothing else', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-abc', bin: { a: 'a.js' } }
  const marker = { version: '1.0.0', engines: { node: '<22.18' } }
  const text = JSON.stringify({
    lockfileVersion: 3,
    packages: { 'node_modules/a': { ...entry, engines: { node: '>=24' } }, 'scripts/old-node': marker },
  })
  expect(JSON.parse(trimLockfile(text))).toStrictEqual({
    lockfileVersion: 3,
    packages: { 'node_modules/a': entry, 'scripts/old-node': marker },
  })
})

test('only a Node that is too old gets the package that says so, and it says so in one line', () => {
  const shape = z.object({
    engines: z.object({ node: z.string() }),
    deprecated: z.string(),
    optional: z.literal(true),
  })
  const { packages } = z
    .object({ packages: z.looseObject({ 'scripts/old-node': shape }) })
    .parse(JSON.parse(lockfile))
  const { engines, deprecated } = packages['scripts/old-node']
  expect(engines.node).toBe('<22.18')
  expect(deprecated).toMatch(/^This Node is older than the 22\.18 Attune needs\. [^\n]+$/)
})
