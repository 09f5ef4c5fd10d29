import type { PrintToPDFOptions } from 'electron'

import type { Page } from '../engine/page.ts'
import { guarded } from './guard.ts'
import { printParameters } from './print-options.ts'

/** Prints a page; options as Electron documents them, sizes in inches. Rejects on options it doesn't know. */
export async function printPage(opened: Promise<Page>, options?: PrintToPDFOptions): Promise<Buffer> {
  const parameters = printParameters(options)
  const { session } = await opened
  const { data } = await session.send('Page.printToPDF', parameters)
  return Buffer.from(data, 'base64')
}

/** What a page looks like, as the part of `NativeImage` that hands it on. */
export async function capturePage(opened: Promise<Page>): Promise<object> {
  const { session } = await opened
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
  return guarded('NativeImage', {
    toPNG: () => Buffer.from(data, 'base64'),
    toDataURL: () => `data:image/png;base64,${data}`,
    isEmpty: () => data === '',
  })
}
