import type { BeforeBuildContext } from 'electron-builder'
import { nativeBinaryName } from './native-binary.ts'

/**
 * Tells electron-builder to leave node_modules alone: nothing is compiled and nothing collected, what is shipped of it
 * is what electron-builder.yml names. Throws for a target that no SQLite binary was prebuilt for.
 */
export function beforeBuild({ platform, arch }: BeforeBuildContext): Promise<boolean> {
  nativeBinaryName(platform.nodeName, arch)
  return Promise.resolve(false)
}
