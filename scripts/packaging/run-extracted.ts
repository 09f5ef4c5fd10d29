// Runs a packed app on a runtime that can't read its archive: run-extracted.ts <runtime folder> <app.asar> [arguments].
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runApp } from '../runtime/run-app.ts'
import { extractPackage } from './extract-package.ts'

const [runtimeFolder, archive, ...given] = process.argv.slice(2)
if (runtimeFolder === undefined || archive === undefined) {
  console.error('Say what runs the app, and which: run-extracted.ts <runtime folder> <app.asar>')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'attune-packed-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
extractPackage(archive, folder)

runApp(join(runtimeFolder, 'electron'), [folder, ...given])
