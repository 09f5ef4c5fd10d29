import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

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

test('the types of shared know nothing of Node, the browser or Electron', () => {
  const folder = join(repository, 'src/shared/planted-types')
  const lines = [
    `export const a = window.location`,
    `export const b = process.env`,
    `import { readFileSync } from 'node:fs'\nexport const c = readFileSync`,
    `import { app } from 'electron'\nexport const d = app`,
  ]
  mkdirSync(folder, { recursive: true })
  try {
    lines.forEach((line, index) => writeFileSync(join(folder, `planted-${index}.ts`), `${line}\n`))
    const { stdout } = spawnSync(
      'tsc',
      [
        '-p',
        'src/shared',
        '--outDir',
        '.cache/planted',
        '--tsBuildInfoFile',
        '.cache/planted/planted.tsbuildinfo',
      ],
      {
        cwd: repository,
        encoding: 'utf8',
      },
    )
    lines.forEach((line, index) => expect(stdout, line).toContain(`planted-${index}.ts`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
