import { join } from 'node:path'
import { Arch, type AfterPackContext } from 'electron-builder'
import { setFuses } from './fuses.ts'
import { installLauncher } from './launcher.ts'
import { checkNativeBinary, nativeBinaryName } from './native-binary.ts'

/**
 * Sets the fuses of the packed app, checks its SQLite binary, and on Linux puts the launcher before it. Throws unless the
 * binary is the installed one of the target.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, arch, electronPlatformName, packager } = context
  const binaryName = nativeBinaryName(electronPlatformName, Arch[arch])
  checkNativeBinary(
    packager.getResourcesDir(appOutDir),
    binaryName,
    join(packager.projectDir, 'node_modules'),
  )

  const executable = join(appOutDir, executableName(context))
  // Only a Mac has the tool to sign again.
  const isAdHocSigned =
    process.platform === 'darwin' && electronPlatformName === 'darwin' && arch === Arch.arm64
  const outcome = await setFuses(executable, isAdHocSigned)
  if (outcome === 'absent')
    console.log(`  • no fuses set: ${executable} is not Electron's own binary and has none. Don't ship it.`)
  if (electronPlatformName === 'linux') installLauncher(appOutDir, executableName(context))
}

function executableName({ electronPlatformName, packager }: AfterPackContext): string {
  if (electronPlatformName === 'linux') return packager.config.linux?.executableName ?? packager.appInfo.name
  const extension = electronPlatformName === 'darwin' ? 'app' : 'exe'
  return `${packager.appInfo.productFilename}.${extension}`
}
