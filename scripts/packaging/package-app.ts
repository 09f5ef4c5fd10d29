import { join, resolve } from 'node:path'
import { Arch, DIR_TARGET, Platform, build, type Configuration } from 'electron-builder'
import { repositoryFolder } from '../runtime/repository.ts'

/** A platform and an architecture to pack for, as Node names them. */
export type PackageTarget = { platform: 'linux' | 'darwin' | 'win32'; architecture: 'x64' | 'arm64' }

/** How to pack the app. */
export type PackageOptions = {
  /** The folder with the runtime to pack around the app: Electron for the target, or the stand-in. */
  electronFolder: string
  /** The folder to pack into; the app gets its own folder in it. */
  outputFolder: string
  target: PackageTarget
  /** Changes to electron-builder.yml. */
  changes?: Configuration
}

/** The paths of the packed app. */
export type PackedApp = { appFolder: string; resourcesFolder: string; archive: string }

const platforms = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }

/** Packs the last build, unpacked and ready to start, and fetches nothing for it. */
export async function packageApp(options: PackageOptions): Promise<PackedApp> {
  const { electronFolder, target, changes } = options
  const outputFolder = resolve(options.outputFolder)
  await build({
    projectDir: repositoryFolder,
    publish: 'never',
    targets: platforms[target.platform].createTarget(DIR_TARGET, Arch[target.architecture]),
    config: { ...changes, electronDist: electronFolder, directories: { output: outputFolder } },
  })
  return locatePackedApp(outputFolder, target)
}

/** The paths at which electron-builder puts the app for a target. */
export function locatePackedApp(outputFolder: string, { platform, architecture }: PackageTarget): PackedApp {
  const suffix = architecture === 'x64' ? '' : `-${architecture}`
  const name = { linux: 'linux', darwin: 'mac', win32: 'win' }[platform]
  const appFolder = join(outputFolder, `${name}${suffix}${platform === 'darwin' ? '' : '-unpacked'}`)
  const inside = platform === 'darwin' ? 'Attune.app/Contents/Resources' : 'resources'
  const resourcesFolder = join(appFolder, inside)
  return { appFolder, resourcesFolder, archive: join(resourcesFolder, 'app.asar') }
}
