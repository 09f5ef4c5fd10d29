import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { packageApp } from './packaging/package-app.ts'
import { createStandIn, isElectronFolder } from './packaging/stand-in.ts'
import { thisMachine } from './packaging/this-machine.ts'
import { build } from './runtime/build.ts'
import { chooseRuntimeToPack } from './runtime/choose-runtime.ts'
import { repositoryFolder } from './runtime/repository.ts'

const stagingFolder = mkdtempSync(join(tmpdir(), 'attune-package-'))
try {
  const target = thisMachine()
  console.log('Building ...')
  build()
  const { dist, line } = await chooseRuntimeToPack()
  console.log(line)
  const isElectron = isElectronFolder(dist)
  if (!isElectron && target.platform !== 'linux')
    throw new Error("Packing the app here needs Electron's own binary, which could not be had.")
  if (!isElectron) createStandIn(stagingFolder, dist)

  const electronFolder = isElectron ? dist : stagingFolder
  const outputFolder = join(repositoryFolder, 'dist')
  const { appFolder } = await packageApp({ electronFolder, outputFolder, target })
  console.log(`The app is in ${relative(process.cwd(), appFolder)}`)
  if (!isElectron)
    console.log(
      "It is for trying out on this machine only: Electron's own binary could not be had, and isn't in it.",
    )
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
} finally {
  rmSync(stagingFolder, { recursive: true, force: true })
}
