import { build, isBuildStale } from './runtime/build.ts'
import { prepareRuntime } from './runtime/prepare-runtime.ts'
import { repositoryFolder } from './runtime/repository.ts'
import { runApp } from './runtime/run-app.ts'

try {
  if (isBuildStale()) {
    console.log('Building ...')
    build()
  }
  const { executable, needsVirtualDisplay } = await prepareRuntime({ proofMilliseconds: 30_000 })
  if (needsVirtualDisplay) console.log('There is no display here: the window opens on a virtual one, unseen.')
  runApp(executable, [repositoryFolder, ...process.argv.slice(2)])
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
