import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readContainer } from '../../backups/container.ts'
import { headBytes } from '../../backups/container-head.ts'
import { backupName, isBackupName } from '../../inventory/backup-names.ts'
import type { Foreign, Forge, Rot } from './steps.ts'

/** Smaller files hold nothing of the vault. */
const smallestBytes = 100

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).length > smallestBytes)
    .toSorted()
}

const chosen = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length]

/** Damages one file below a folder. Returns its path; null without any file. */
export function rot(folder: string, { which, isTruncated }: Rot): string | null {
  const path = chosen(filesIn(folder), which)
  if (path === undefined) return null
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  if (isTruncated) truncateSync(path, middle)
  else writeFileSync(path, bytes.fill(0x5a, middle, middle + 64))
  return path
}

/** Writes a file that begins like a backup, with a name that sorts before the backup's, and has another content. */
export async function forge(
  folders: Readonly<Record<Forge['place'], string>>,
  { place, which, sequence }: Forge,
): Promise<void> {
  const backupFolder = folders[place]
  const names = existsSync(backupFolder) ? readdirSync(backupFolder).filter(isBackupName) : []
  const path = join(backupFolder, chosen(names.toSorted(), which) ?? '')
  const read = names.length > 0 ? await readContainer(path) : { kind: 'damaged' as const }
  if (read.kind !== 'backup') return
  const bytes = readFileSync(path)
  const head = sequence === null ? bytes.subarray(0, read.offset) : headBytes({ ...read.head, sequence })
  const name = backupName(read.head.vault.vaultId, new Date('2020-01-01T00:00:00.000Z'), 1, (taken) =>
    existsSync(join(backupFolder, taken)),
  )
  writeFileSync(
    join(backupFolder, name),
    Buffer.concat([head, Buffer.from(bytes.subarray(read.offset)).fill(0x5a)]),
  )
}

/** Adds a file unless its name is taken. */
export function addForeign(
  folders: Readonly<Record<Foreign['place'], string>>,
  { name, place, content }: Foreign,
): void {
  const path = join(folders[place], name)
  if (existsSync(path)) return
  const copied = 'copyOf' in content ? chosen(filesIn(dirname(folders.vault)), content.copyOf) : undefined
  mkdirSync(dirname(path), { recursive: true })
  if (copied !== undefined) writeFileSync(path, readFileSync(copied))
  else if ('bytes' in content) writeFileSync(path, content.bytes)
}
