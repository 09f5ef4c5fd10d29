import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { electronPackageFolder, repositoryFolder } from './repository.ts'

const probeMilliseconds = 4000
const fetchMilliseconds = 300_000
const rememberedIn = join(repositoryFolder, 'node_modules/.cache/attune/electron-fetch.json')

/** Where Electron's own binary lies, if it has been fetched: the folder that holds its executable. */
export function fetchedElectron(packageFolder = electronPackageFolder): string | undefined {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const dist = join(packageFolder, 'dist')
  return existsSync(join(dist, readFileSync(pathFile, 'utf8'))) ? dist : undefined
}

/**
 * Fetches Electron's binary with the package's own installer and returns its folder, or nothing where it can't be had.
 * A place that can't be reached costs at most four seconds, once a day: the failure is remembered.
 */
export function fetchElectron(now = new Date()): string | undefined {
  const today = now.toISOString().slice(0, 10)
  if (failedOn(today)) return undefined
  const dist = isReachable(archiveAddress()) ? runInstaller() : undefined
  if (!dist) rememberFailure(today)
  return dist
}

/** The address the installer would fetch from, as its own settings name it. */
export function archiveAddress(environment: NodeJS.ProcessEnv = process.env): string {
  const mirror = environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror']
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(electronPackageFolder, 'package.json'), 'utf8'),
  )
  const releases = mirror ?? 'https://github.com/electron/electron/releases/download/'
  return `${releases}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** Whether the archive is there for the asking, found out in a process of its own so that a proxy setting counts. */
function isReachable(address: string): boolean {
  const ask = `fetch(process.argv[1], { method: 'HEAD' }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`
  const { status } = spawnSync(process.execPath, ['-e', ask, address], {
    stdio: 'ignore',
    timeout: probeMilliseconds,
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
  })
  return status === 0
}

function runInstaller(): string | undefined {
  console.log("Fetching Electron's binary ...")
  spawnSync(process.execPath, [join(electronPackageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchMilliseconds,
  })
  return fetchedElectron()
}

function failedOn(day: string): boolean {
  try {
    const remembered: unknown = JSON.parse(readFileSync(rememberedIn, 'utf8'))
    return (
      typeof remembered === 'object' &&
      remembered !== null &&
      'failedOn' in remembered &&
      remembered.failedOn === day
    )
  } catch {
    return false
  }
}

function rememberFailure(day: string): void {
  mkdirSync(dirname(rememberedIn), { recursive: true })
  writeFileSync(rememberedIn, `${JSON.stringify({ failedOn: day })}\n`)
}
