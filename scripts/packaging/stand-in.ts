import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from '../runtime/repository.ts'

/** Whether a folder contains Electron's distribution, which can be packed around the app without changes. */
export function isElectronFolder(folder: string): boolean {
  return existsSync(join(folder, 'version'))
}

/**
 * Fills `folder` with a replacement for Electron on Linux: an executable that extracts the packed files from their
 * archive and runs them on the runtime in `runtimeFolder`. It needs this repository at its current path, so such an app
 * shows only on this machine that the packing works. Don't hand it on.
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

/** Quotes a word for the shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
