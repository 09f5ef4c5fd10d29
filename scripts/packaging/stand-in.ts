import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from '../runtime/repository.ts'

/** Whether a folder holds Electron as it is distributed, which can be put around the app as it is. */
export function isElectronFolder(folder: string): boolean {
  return existsSync(join(folder, 'version'))
}

/**
 * Fills `folder` with what can be put around the app in Electron's place on Linux: an executable that takes the packed
 * files out of their archive and runs them on the runtime in `runtimeFolder`. It needs this repository where it is now:
 * such an app shows that the packing is right, on this machine, and is nothing to hand on.
 */
export function createStandIn(folder: string, runtimeFolder: string): void {
  const withNode = join(repositoryFolder, 'scripts/with-node.mjs')
  const runExtracted = join(repositoryFolder, 'scripts/packaging/run-extracted.ts')
  mkdirSync(folder, { recursive: true })
  const lines = [
    '#!/bin/sh',
    '# Takes the app out of its archive and runs it; stands where Electron could not be had when the app was packed.',
    'here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)',
    `exec node ${[withNode, runExtracted, runtimeFolder].map(quote).join(' ')} "$here/resources/app.asar" "$@"`,
  ]
  writeFileSync(join(folder, 'electron'), `${lines.join('\n')}\n`, { mode: 0o755 })
}

/** A word as the shell reads it back unchanged. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
