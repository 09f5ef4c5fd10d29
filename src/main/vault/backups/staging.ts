import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { stagingFolder } from '../inventory/content-files.ts'

/**
 * Makes the folder for backups that are opened to be restored, and returns its path. A link or a file under its name is
 * removed first, so nothing is written elsewhere.
 */
export function prepareStaging(vaultFolder: string): string {
  const staging = stagingFolder(vaultFolder)
  if (lstatSync(staging, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(staging)
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  return staging
}

/** Removes the folder with everything in it. Of links, in its place or inside, it removes only the links. */
export function removeStaging(vaultFolder: string): void {
  rmSync(stagingFolder(vaultFolder), { recursive: true, force: true })
}
