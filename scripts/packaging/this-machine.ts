import type { PackageTarget } from './package-app.ts'

/** The target of this machine. Throws if the app has no such target. */
export function thisMachine(): PackageTarget {
  const { platform, arch } = process
  const isKnownPlatform = platform === 'linux' || platform === 'darwin' || platform === 'win32'
  if (!isKnownPlatform || (arch !== 'x64' && arch !== 'arm64'))
    throw new Error(
      `Attune is made for Linux, macOS and Windows on x64 and arm64, not for ${platform} on ${arch}.`,
    )
  return { platform, architecture: arch }
}
