import type { Running } from './fixtures.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'

/** The paper that the system's dialog would get from the page as it is now, as a PDF. */
export async function printPage({ app }: Running): Promise<Buffer> {
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    })
    return pdf?.toString('base64') ?? ''
  })
  return Buffer.from(bytes, 'base64')
}

/** The same, read back. */
export async function readPrinted(running: Running): Promise<ReadPdf> {
  return readPdf(await printPage(running))
}
