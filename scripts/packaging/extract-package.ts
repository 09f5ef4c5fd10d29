import { extractAll } from '@electron/asar'

/**
 * Puts the files of a packed app into a folder, those beside the archive included. What runs the app without being
 * Electron can't read from the archive itself.
 */
export function extractPackage(archive: string, folder: string): void {
  extractAll(archive, folder)
}
