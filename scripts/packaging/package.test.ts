import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options } from '@electron/fuses'
import { _electron } from '@playwright/test'
import type { Configuration } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unlock } from '#shared/i18n/en/unlock.ts'

import { build, isBuildStale } from '../runtime/build.ts'
import { chooseRuntime } from '../runtime/choose-runtime.ts'
import { repositoryFolder } from '../runtime/repository.ts'
import { readFuses } from './fuses.ts'
import { listFiles, sha256 } from './native-binary.ts'
import { packageApp, type PackageTarget, type PackedApp } from './package-app.ts'
import { createStandIn, isElectronFolder } from './stand-in.ts'
import { createRuntimeSkeleton } from './testing/runtime-skeleton.ts'
import { thisMachine } from './this-machine.ts'

const sqlite = 'node_modules/better-sqlite3'
const sqliteFiles = [
  'LICENSE',
  'package.json',
  ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`),
  ...['aggregate', 'backup', 'explain', 'function', 'inspect'].map((name) => `lib/methods/${name}.js`),
  ...['pragma', 'serialize', 'table', 'transaction', 'wrappers'].map((name) => `lib/methods/${name}.js`),
]
const inRepository = (path: string): string => join(repositoryFolder, path)
const filesBelow = (path: string): string[] => listFiles(inRepository(path)).map((file) => `${path}/${file}`)

/** The files in an archive, including those beside it. */
function listArchive(archive: string): string[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.slice(1).replaceAll('\\', '/'))
    .filter((path) => !('files' in statFile(archive, path)))
    .toSorted()
}

/** The ids in an operation's answer. */
function namesIn(answer: unknown): string[] {
  const shape = z.object({ ok: z.literal(true), value: z.array(z.object({ id: z.string() })) })
  return shape.parse(answer).value.map(({ id }) => id)
}

let folder: string
beforeAll(() => {
  if (isBuildStale()) build()
  folder = mkdtempSync(join(tmpdir(), 'attune-package-test-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('the app packed for this machine', () => {
  const target = thisMachine()
  const binary = `${sqlite}/prebuilds/${target.platform}-${target.architecture}.node`
  let packed: PackedApp
  let runtimeFolder: string

  beforeAll(async () => {
    runtimeFolder = (await chooseRuntime()).dist
    const standIn = join(folder, 'stand-in')
    const isElectron = isElectronFolder(runtimeFolder)
    if (!isElectron) createStandIn(standIn, runtimeFolder)
    const electronFolder = isElectron ? runtimeFolder : standIn
    packed = await packageApp({ electronFolder, outputFolder: join(folder, 'dist'), target })
  }, 120_000)

  it('contains the build, the articles, the instruments, SQLite and nothing else', () => {
    expect(listArchive(packed.archive)).toEqual(
      [
        'package.json',
        ...filesBelow('out'),
        ...filesBelow('assets/evidence'),
        ...filesBelow('assets/instruments'),
        ...sqliteFiles.map((file) => `${sqlite}/${file}`),
        binary,
      ].toSorted(),
    )
  })

  it('contains only kinds of files that the app needs to run: no sources, tests, maps or documents', () => {
    const files = listArchive(packed.archive)
    const kindsIn = (start: string): string[] => [
      ...new Set(files.filter((file) => file.startsWith(start)).map((file) => extname(file))),
    ]
    expect(kindsIn('out/main/').toSorted()).toEqual(['.js', '.txt'])
    expect(files.filter((file) => file.endsWith('.txt'))).toEqual([
      'out/main/third-party-notices.txt',
      'out/renderer/third-party-notices.txt',
    ])
    expect(files.filter((file) => file.startsWith('out/preload/'))).toEqual(['out/preload/preload.cjs'])
    expect(['.css', '.html', '.js', '.svg', '.txt', '.woff2']).toEqual(
      expect.arrayContaining(kindsIn('out/renderer/')),
    )
    expect(kindsIn('assets/evidence/')).toEqual(['.md'])
    expect(kindsIn('assets/instruments/')).toEqual(['.json'])
    expect(files.filter((file) => /\.test\.|\.ts$|\.map$|README/i.test(file))).toEqual([])
  })

  it('has a package.json that says how it starts, and nothing about development', () => {
    const shipped: unknown = JSON.parse(extractFile(packed.archive, 'package.json').toString())
    expect(shipped).toMatchObject({ productName: 'Attune', main: 'out/main/main.js', type: 'module' })
    expect(shipped).not.toHaveProperty('scripts')
    expect(shipped).not.toHaveProperty('devDependencies')
  })

  it("has one file beside the archive: the target's SQLite binary, as installed", () => {
    const unpacked = `${packed.archive}.unpacked`
    expect(listFiles(unpacked)).toEqual([binary])
    expect(sha256(join(unpacked, binary))).toBe(sha256(inRepository(binary)))
  })

  it('starts from those very files, makes a vault with its SQLite and finds its assets', async () => {
    // Playwright can't drive a fused Electron, so an unfused one opens the archive; the stand-in opens it by itself.
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtimeFolder
    const start = isElectronFolder(runtimeFolder)
      ? { args: [packed.archive] }
      : { args: [], executablePath: join(packed.appFolder, 'attune') }
    const dataFolder = join(folder, 'user-data')
    const app = await _electron.launch({
      ...start,
      args: [...start.args, `--user-data-dir=${dataFolder}`],
      chromiumSandbox: true,
      cwd: folder,
    })
    try {
      const page = await app.firstWindow()
      await page.getByRole('heading', { name: unlock.welcome.title }).waitFor()
      expect(await app.evaluate(({ app: running }) => running.getAppPath())).not.toContain(repositoryFolder)

      const call = (path: string, input?: unknown): Promise<unknown> =>
        page.evaluate(`attune.call(${JSON.stringify(path)}, ${JSON.stringify(input)}).then(JSON.parse)`)
      expect(await call('vault.status')).toMatchObject({
        ok: true,
        value: { state: 'locked', presence: 'none' },
      })
      const created = await page.evaluate(
        `attune.call('vault.create', { passphrase: new TextEncoder().encode('quiet harbour seven lamps') }).then(JSON.parse)`,
      )
      expect(created).toMatchObject({ ok: true, value: { state: 'open', presence: 'present' } })
      expect(existsSync(join(dataFolder, 'vault'))).toBe(true)
      expect(namesIn(await call('instruments.list'))).toContain('gad-7')
      const articles = listFiles(inRepository('assets/evidence')).map((file) => basename(file, '.md'))
      expect(namesIn(await call('evidence.list')).toSorted()).toEqual(articles)
    } finally {
      await app.close()
    }
  }, 60_000)
})

describe('the app packed for each of its targets', () => {
  const targets: PackageTarget[] = (['linux', 'darwin', 'win32'] as const).flatMap((platform) =>
    (['x64', 'arm64'] as const).map((architecture) => ({ platform, architecture })),
  )

  // A skeleton contains no programs, so there is nothing to sign and no program resources to edit.
  const withoutSigning: Configuration = {
    disableAsarIntegrity: true,
    win: { signAndEditExecutable: false },
    mac: { identity: null },
  }

  it.each(targets)(
    'contains one SQLite binary, for $platform on $architecture, and is fused',
    async (target) => {
      const name = `${target.platform}-${target.architecture}`
      const electronFolder = join(folder, `skeleton-${name}`)
      createRuntimeSkeleton(electronFolder, target)
      const packed = await packageApp({
        electronFolder,
        outputFolder: join(folder, `dist-${name}`),
        target,
        changes: withoutSigning,
      })
      const binaries = listArchive(packed.archive).filter((file) => extname(file) === '.node')
      expect(binaries).toEqual([`${sqlite}/prebuilds/${name}.node`])
      expect(listFiles(`${packed.archive}.unpacked`)).toEqual(binaries)

      const executable = { linux: 'attune-app', darwin: 'Attune.app', win32: 'Attune.exe' }[target.platform]
      const set = await readFuses(join(packed.appFolder, executable))
      expect(set).toMatchObject({
        [FuseV1Options.RunAsNode]: FuseState.DISABLE,
        [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      })
    },
    60_000,
  )
})
