import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const architectures = ['x64', 'arm64']
const platforms = ['linux', 'darwin', 'win32']

/**
 * The name of the SQLite binary for a platform and an architecture, both as Node names them. Throws if there is no
 * prebuilt one: such an app could not open a vault.
 */
export function nativeBinaryName(platform: string, architecture: string): string {
  if (!platforms.includes(platform) || !architectures.includes(architecture))
    throw new Error(`There is no SQLite binary for ${platform} on ${architecture}.`)
  return `${platform}-${architecture}.node`
}

/**
 * Throws unless the only file beside the archive is the target's SQLite binary, identical to the installed one.
 * The archive's own integrity check doesn't cover files beside it.
 */
export function checkNativeBinary(resourcesFolder: string, name: string, modulesFolder: string): void {
  const unpackedFolder = join(resourcesFolder, 'app.asar.unpacked')
  const unpacked = existsSync(unpackedFolder) ? listFiles(unpackedFolder) : []
  const expected = `node_modules/better-sqlite3/prebuilds/${name}`
  if (unpacked.length !== 1 || unpacked[0] !== expected)
    throw new Error(
      `Beside the archive only ${expected} may lie, but there is: ${unpacked.join(', ') || 'nothing'}`,
    )
  const installed = join(modulesFolder, 'better-sqlite3/prebuilds', name)
  if (sha256(join(unpackedFolder, expected)) !== sha256(installed))
    throw new Error(`${expected} is not the file that was installed.`)
}

/** The SHA-256 of a file, in hexadecimal. */
export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** The files in a folder and its subfolders, as relative paths with forward slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
