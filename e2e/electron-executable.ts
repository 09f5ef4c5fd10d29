import { createRequire } from 'node:module'
import { z } from 'zod'

/**
 * The program that runs the app in these tests: what Playwright starts too. The `electron` package knows where it lies
 * in the runtime's folder, which differs by system.
 */
export function electronExecutable(): string {
  // Outside Electron the package is the path of its program.
  const path: unknown = createRequire(import.meta.url)('electron')
  return z.string().parse(path)
}
