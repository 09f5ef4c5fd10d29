import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { electronPackageFolder } from './repository.ts'

/** Electron's own binary, already fetched. */
export interface ElectronBinary {
  /** The folder that contains all its files. */
  readonly dist: string
  readonly executable: string
  readonly version: string
}

/** Finds Electron's own binary, if it is completely fetched and has the wanted version. */
export function fetchedElectron(packageFolder = electronPackageFolder): ElectronBinary | undefined {
  const dist = join(packageFolder, 'dist')
  const name = readIfThere(join(packageFolder, 'path.txt'))
  const version = readIfThere(join(dist, 'version'))?.replace(/^v/, '')
  if (!name || version !== wantedVersion(packageFolder)) return undefined
  const executable = join(dist, name)
  const size = statSync(executable, { throwIfNoEntry: false })?.size ?? 0
  return size > 0 && version ? { dist, executable, version } : undefined
}

/** The version of Electron that the package fetches. */
export function wantedVersion(packageFolder: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(packageFolder, 'package.json'), 'utf8'),
  )
  return version
}

/** The executable's name within Electron's folder on a platform. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Moves an existing Electron out of the installer's way, because the installer takes an incomplete one for complete.
 * Returns functions to bring it back and to remove it.
 */
export function putAside(packageFolder: string): { restore: () => void; remove: () => void } {
  const parts = ['path.txt', 'dist'].map((name) => join(packageFolder, name))
  const aside = (part: string): string => `${part}.before`
  for (const part of parts) {
    rmSync(aside(part), { recursive: true, force: true })
    if (existsSync(part)) renameSync(part, aside(part))
  }
  return {
    restore: () => {
      for (const part of parts) {
        rmSync(part, { recursive: true, force: true })
        if (existsSync(aside(part))) renameSync(aside(part), part)
      }
    },
    remove: () => {
      for (const part of parts) rmSync(aside(part), { recursive: true, force: true })
    },
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}
