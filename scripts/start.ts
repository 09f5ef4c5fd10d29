import { spawn } from 'node:child_process'

import { build, isBuildStale } from './runtime/build.ts'
import { prepareRuntime } from './runtime/prepare-runtime.ts'
import { repositoryFolder } from './runtime/repository.ts'

try {
  if (isBuildStale()) {
    console.log('Building ...')
    build()
  }
  const { executable, needsVirtualDisplay } = await prepareRuntime()
  if (needsVirtualDisplay) console.log('There is no display here: the window opens on a virtual one, unseen.')
  start(executable)
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
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
