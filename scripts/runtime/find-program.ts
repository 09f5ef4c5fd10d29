import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The paths of all programs with one of these names, in the order of the PATH. */
export function findPrograms(names: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
