import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import {
  arrowsBetween,
  arrowsUp,
  circlesIn,
  importsOf,
  type Floors,
  type SourceFile,
} from './folder-graph.ts'

const repository = join(import.meta.dirname, '../..')

/**
 * Tests and their helpers may import everything, so they are left out, as are the files with violations that the test of
 * the layers plants for a moment.
 */
const files: SourceFile[] = ['src', 'tools']
  .flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(sep).join('/')}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('/testing/'))
  .filter((path) => !/\/planted-(violations|types)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }))

const floors: Floors = {
  src: ['shared', 'preload', 'main', 'renderer'],
  'src/main/vault': [
    'threads',
    'files',
    'inventory',
    'database',
    'keys',
    'opening',
    'records',
    'reading',
    'audit',
    'archive',
    'bundles',
    'backups',
    'features',
    'after-long-changes.ts',
    'create-features.ts',
    'rehearse-answers.ts',
    'vault-states.ts',
    'after-restore.ts',
    'vault-process-options.ts',
    'vault-handlers.ts',
    'write-marks.ts',
    'own-end.ts',
    'page-requests.ts',
    'answer-early.ts',
    'serve-vault.ts',
    'vault-process.ts',
    'reader-process.ts',
  ],
  'src/renderer': ['ui', 'lib', 'parts', 'features', 'app', 'main.tsx', 'start.ts', 'gallery'],
  'tools/chromium-shell': [
    'guard.ts',
    'utility',
    'page',
    'engine',
    'api',
    'electron-members.ts',
    'electron-module.ts',
    'hooks.ts',
    'boot.ts',
  ],
}

/** Folders of features that must not import each other. */
const apart = ['src/main/vault/features', 'src/renderer/features']

const imports = importsOf(files)

test('there are files and imports to look at', () => {
  expect(files.length).toBeGreaterThan(800)
  expect(imports.length).toBeGreaterThan(2_500)
})

test('neighbouring folders or files never import each other in a circle', () => {
  expect(circlesIn(imports)).toEqual([])
})

test('nothing imports from a layer above it', () => {
  expect(arrowsUp(imports, floors)).toEqual([])
})

test('no feature imports another', () => {
  expect(arrowsBetween(imports, apart)).toEqual([])
})

test('an area has one name for its operations, their file and the folder of its use cases', () => {
  const names = (folder: string) =>
    readdirSync(join(repository, folder))
      .map((name) => name.replace('.ts', ''))
      .toSorted()
  const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const areas = names('src/shared/contract/operations').filter((name) => name !== 'app' && name !== 'files')
  expect(areas.map(camelCase).toSorted()).toEqual(Object.keys(vaultContract).toSorted())
  // Instruments are read directly from the records, and the reader is given up directly, without a use case.
  const withoutUseCase = new Set(['instruments', 'reading'])
  expect(names('src/main/vault/features')).toEqual(areas.filter((name) => !withoutUseCase.has(name)))
})

/** The findings if these files existed too. */
const planted = (...more: SourceFile[]) => {
  const found = [...imports, ...importsOf(more, [...files, ...more])]
  return {
    circles: circlesIn(found),
    up: arrowsUp(found, floors),
    between: arrowsBetween(found, apart),
  }
}

const below = 'src/main/vault/files/planted.ts'
const above = 'src/main/vault/keys/header.ts'

test.each([
  ['a value by a relative path', `import { sealHeader } from '../keys/header.ts'`],
  ['a value by package import', `import { sealHeader } from '#vault/keys/header.ts'`],
  ['a type', `import type {\n  Header,\n} from '../keys/header.ts'`],
  ['a value on its way through', `export { sealHeader } from '../keys/header.ts'`],
  ['the file alone', `import '../keys/header.ts'`],
  ['a value when it is needed', `const later = () => import('../keys/header.ts')`],
  ['a type in the middle of another', `let header: import('../keys/header.ts').Header`],
])('planted: an arrow upward by %s is named', (_, text) => {
  expect(planted({ path: below, text }).up).toEqual([`${below} imports ${above}, which is above it`])
})

test('planted: a circle of folders through types alone is named with its files', () => {
  const { circles } = planted(
    { path: 'src/shared/planted/part.ts', text: `import type { Thing } from '../planted-too/thing.ts'` },
    { path: 'src/shared/planted-too/thing.ts', text: `export interface Thing {}` },
    { path: 'src/shared/planted-too/other.ts', text: `import type { Whole } from '../planted/whole.ts'` },
    { path: 'src/shared/planted/whole.ts', text: `export interface Whole {}` },
  )
  expect(circles).toEqual([
    'circle in src/shared, planted → planted-too: src/shared/planted/part.ts imports src/shared/planted-too/thing.ts',
    'circle in src/shared, planted-too → planted: src/shared/planted-too/other.ts imports src/shared/planted/whole.ts',
  ])
})

test('planted: a circle through three folders is named with all its imports', () => {
  const text = (folder: string) => `import '../${folder}/planted.ts'`
  const { circles } = planted(
    { path: 'tools/planted/a/planted.ts', text: text('b') },
    { path: 'tools/planted/b/planted.ts', text: text('c') },
    { path: 'tools/planted/c/planted.ts', text: text('a') },
  )
  expect(circles).toHaveLength(3)
})

test.each([
  ['src/main/vault/features/risk/planted.ts', '../today/today.handlers.ts'],
  ['src/main/vault/features/risk/planted.ts', '#vault/features/today/today.handlers.ts'],
  ['src/renderer/features/today/planted.tsx', '../client/client-screen.tsx'],
])('planted: %s imports %s of another feature and is named', (path, specifier) => {
  expect(planted({ path, text: `import type { Any } from '${specifier}'` }).between).toHaveLength(1)
})

test('planted: a new folder of the vault needs a layer', () => {
  const text = `import '../files/is-missing.ts'`
  expect(planted({ path: 'src/main/vault/attic/planted.ts', text }).up).toEqual([
    'src/main/vault/attic is on no floor',
  ])
})

test('an import of a missing file throws, so that none is overlooked', () => {
  expect(() => planted({ path: below, text: `import '../keys/gone.ts'` })).toThrow('which is not there')
})
