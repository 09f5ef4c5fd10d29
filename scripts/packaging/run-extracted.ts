// Runs a packed app on a runtime that can't read its archive: run-extracted.ts <runtime folder> <app.asar> [arguments].
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { extractPackage } from './extract-package.ts'

const [runtimeFolder, archive, ...given] = process.argv.slice(2)
if (runtimeFolder === undefined || archive === undefined) {
  console.error('Say what runs the app, and which: run-extracted.ts <runtime folder> <app.asar>')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'attune-packed-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
extractPackage(archive, folder)

const child = spawn(join(runtimeFolder, 'electron'), [folder, ...given], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('error', (cause) => {
  console.error(`The app could not be started: ${cause.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
