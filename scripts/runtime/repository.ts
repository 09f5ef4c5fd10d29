import { join, resolve } from 'node:path'

/** The folder of the repository. */
export const repositoryFolder = resolve(import.meta.dirname, '../..')

/** The folder whose `electron` runs the app on the system's Chromium. */
export const chromiumShellFolder = join(repositoryFolder, 'tools/chromium-shell')

/** The folder of the `electron` package. */
export const electronPackageFolder = join(repositoryFolder, 'node_modules/electron')
