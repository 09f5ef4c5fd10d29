import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { build, isBuildStale } from './runtime/build.ts'
import { chooseRuntime } from './runtime/choose-runtime.ts'
import { electronPackageFolder, repositoryFolder } from './runtime/repository.ts'

try {
  if (isBuildStale()) {
    console.log('Building ...')
    build()
  }
  const { kind, dist, line } = await chooseRuntime()
  console.log(line)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
  start(join(dist, executableName(kind)))
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}

/** The executable's name in the runtime's folder; Electron's differs by platform and is noted when it is fetched. */
function executableName(kind: string): string {
  const pathFile = join(electronPackageFolder, 'path.txt')
  return kind !== 'chromium-shell' && existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
}

function start(executable: string): void {
  const child = spawn(executable, [repositoryFolder, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (cause) => {
    console.error(`${executable} could not be started: ${cause.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
