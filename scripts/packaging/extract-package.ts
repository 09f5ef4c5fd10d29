import { extractAll } from '@electron/asar'

/**
 * Extracts a packed app into a folder, including the files beside the archive. Only Electron can read the archive
 * itself.
 */
export function extractPackage(archive: string, folder: string): void {
  extractAll(archive, folder)
}
