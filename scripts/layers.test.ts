import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const repository = join(import.meta.dirname, '..')

/** One import per forbidden direction, by package import and by relative path. */
const violations: readonly (readonly [folder: string, statement: string])[] = [
  ['src/shared', `import '#main/main.ts'`],
  ['src/shared', `import '#vault/opening/unlock-vault.ts'`],
  ['src/shared', `import '#renderer/main.tsx'`],
  ['src/shared', `import '../../main/vault/open-vault.ts'`],
  ['src/shared', `import '../../renderer/main.tsx'`],
  ['src/shared', `import 'node:fs'`],
  ['src/shared', `import 'electron'`],
  ['src/shared', `import 'react'`],
  ['src/shared', `import { expect, vi } from 'vitest'`],
  ['src/preload', `import '#main/main.ts'`],
  ['src/preload', `import 'node:fs'`],
  ['src/preload', `import 'zod'`],
  ['src/preload', `import '../../main/main.ts'`],
  ['src/renderer', `import '#main/main.ts'`],
  ['src/renderer', `import '#vault/opening/unlock-vault.ts'`],
  ['src/renderer', `import '../../main/vault/open-vault.ts'`],
  ['src/renderer', `import 'electron'`],
  ['src/renderer', `import 'node:fs'`],
  ['src/renderer', `import 'better-sqlite3'`],
  ['src/main/electron', `import '#vault/opening/unlock-vault.ts'`],
  ['src/main/electron', `import '../../vault/open-vault.ts'`],
  ['src/main/electron', `import '../../../renderer/main.tsx'`],
  ['src/main/electron', `import 'better-sqlite3'`],
  ['src/main/electron', `import 'hash-wasm'`],
  ['src/main/vault', `import 'electron'`],
  ['src/main/vault', `import '#main/electron/window.ts'`],
  ['src/main/vault', `import '../../electron/window.ts'`],
  ['src/main/vault', `import '#renderer/main.tsx'`],
  ['src/renderer/features/today', `import '../../client/client-screen.tsx'`],
  ['src/renderer/features/today', `import '#renderer/features/client/client-screen.tsx'`],
  ['src/renderer/features/today', `import '../../../app/router.tsx'`],
  ['src/renderer/ui', `import '../../features/today/today-screen.tsx'`],
  ['src/renderer/ui', `import '../../parts/keys/suggestion.tsx'`],
  ['src/renderer/ui', `import '#renderer/lib/app-context.ts'`],
  ['src/renderer/lib', `import '../../app/router.tsx'`],
  ['src/renderer/lib', `import '#renderer/parts/keys/suggestion.tsx'`],
  ['src/renderer/parts/keys', `import '../../../features/today/today-screen.tsx'`],
  ['src/renderer/parts/keys', `import '#renderer/app/router.tsx'`],
  ['src/renderer/parts/keys', `import '#main/main.ts'`],
]

const files = violations.map(([folder, statement], index) => ({
  file: join(repository, folder, 'planted-violations', `planted-${index}.ts`),
  folder,
  statement,
}))

beforeAll(() => {
  for (const { file, statement } of files) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${statement}\n`)
  }
})

afterAll(() => {
  for (const { file } of files) rmSync(dirname(file), { recursive: true, force: true })
})

test('the linter refuses every import that crosses a layer', () => {
  const { stdout } = spawnSync('oxlint', ['--format', 'json', ...files.map(({ file }) => file)], {
    cwd: repository,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  const caught = new Set(
    diagnostics
      .filter(({ code }) => code === 'eslint(no-restricted-imports)')
      .map(({ filename }) => /planted-\d+/.exec(filename)?.[0]),
  )
  const missed = files.filter((_, index) => !caught.has(`planted-${index}`))
  expect(missed.map(({ folder, statement }) => `${folder}: ${statement}`)).toEqual([])
})

test('the rule that keeps features apart names every feature', () => {
  const rules = readFileSync(join(repository, '.oxlintrc.json'), 'utf8')
  for (const feature of readdirSync(join(repository, 'src/renderer/features')))
    expect(rules, feature).toMatch(new RegExp(`[(|]${feature}[|)]`))
})

/** Types that shared must not know: those of Node, of Electron, and of the browser. */
const foreignTypes = /node_modules\/(@types\/node|electron)\/|\/lib\.dom/

/** Asks the compiler about shared with its own options: about these files, and not about the planted imports above. */
function askAboutShared(include: string, ...options: string[]): string {
  const config = join(plantedTypes, 'tsconfig.json')
  const exclude = ['../**/*.test.ts', '../**/testing/**', '../planted-violations']
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.json', include: [include], exclude }))
  const where = ['--outDir', '.cache/planted', '--tsBuildInfoFile', '.cache/planted/planted.tsbuildinfo']
  return spawnSync('tsc', ['-p', config, ...where, ...options], { cwd: repository, encoding: 'utf8' }).stdout
}

const plantedTypes = join(repository, 'src/shared/planted-types')

describe('the types of shared', () => {
  beforeEach(() => mkdirSync(plantedTypes, { recursive: true }))
  afterEach(() => rmSync(plantedTypes, { recursive: true, force: true }))

  test('hold nothing of Node, the browser or Electron', () => {
    const files = askAboutShared('..', '--listFilesOnly').split('\n')
    expect(files.filter((file) => file.includes('/src/shared/')).length).toBeGreaterThan(100)
    expect(files.filter((file) => foreignTypes.test(file))).toEqual([])
    writeFileSync(join(plantedTypes, 'planted.ts'), `import 'electron'\n`)
    expect(askAboutShared('..', '--listFilesOnly')).toMatch(foreignTypes)
  })

  test.each([
    'export const planted = window.location',
    'export const planted = process.env',
    `export { readFileSync as planted } from 'node:fs'`,
  ])('refuse %s', (line) => {
    writeFileSync(join(plantedTypes, 'planted.ts'), `${line}\n`)
    expect(askAboutShared('.')).toMatch(
      /planted-types\/planted\.ts\(1,\d+\): error TS2(304|307|591): Cannot find/,
    )
  })
})
