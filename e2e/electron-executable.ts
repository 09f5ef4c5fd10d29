import { createRequire } from 'node:module'
import { z } from 'zod'

/**
 * The path of the program that runs the app in these tests; Playwright starts it too. The `electron` package knows its
 * place in the runtime's folder, which differs by system.
 */
export function electronExecutable(): string {
  // Outside Electron the package exports the path of its program.
  const path: unknown = createRequire(import.meta.url)('electron')
  return z.string().parse(path)
}
