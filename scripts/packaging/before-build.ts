import type { BeforeBuildContext } from 'electron-builder'
import { nativeBinaryName } from './native-binary.ts'

/**
 * Keeps electron-builder from compiling or collecting node_modules: electron-builder.yml names the files to ship.
 * Throws for a target without a prebuilt SQLite binary.
 */
export function beforeBuild({ platform, arch }: BeforeBuildContext): Promise<boolean> {
  nativeBinaryName(platform.nodeName, arch)
  return Promise.resolve(false)
}
