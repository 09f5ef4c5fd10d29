import type { BrowserWindow } from 'electron'
import { AppError } from '#shared/contract/result.ts'

/**
 * Prints a window's page as a tagged PDF with an outline. The page itself says its size, its margins and what stands on
 * every sheet, so main knows nothing of what it prints. Fails with `not-available` if a lock has ended the page.
 */
export async function printPage(window: Pick<BrowserWindow, 'webContents'>): Promise<Buffer> {
  try {
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } catch (cause) {
    throw new AppError('not-available', [], { cause })
  }
}
