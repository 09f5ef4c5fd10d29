import type { PrintToPDFOptions } from 'electron'
import { notImplemented } from '../guard.ts'

// Inches, width by height, upright.
const paperSizes: Record<string, [width: number, height: number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
}

// Options whose names and meanings are Chromium's own.
const passedOn = new Set([
  ...'landscape displayHeaderFooter printBackground scale pageRanges headerTemplate footerTemplate'.split(
    ' ',
  ),
  ...'preferCSSPageSize generateTaggedPDF generateDocumentOutline'.split(' '),
])

/** Chromium's parameters for Electron's `printToPDF` options; sizes and margins are in inches. Throws on unknown ones. */
export function printParameters({
  pageSize = 'Letter',
  margins = {},
  ...rest
}: PrintToPDFOptions = {}): object {
  const unknown = Object.keys(rest).find((name) => !passedOn.has(name))
  if (unknown !== undefined) throw notImplemented(`printToPDF option '${unknown}'`)
  const [paperWidth, paperHeight] = paperOf(pageSize)
  const ofMargins = Object.entries(margins).map(([side, width]) => {
    if (!/^(top|bottom|left|right)$/.test(side)) throw notImplemented(`printToPDF margin '${side}'`)
    return [`margin${side.charAt(0).toUpperCase()}${side.slice(1)}`, width]
  })
  return { paperWidth, paperHeight, ...Object.fromEntries(ofMargins), ...rest }
}

function paperOf(size: NonNullable<PrintToPDFOptions['pageSize']>): [width: number, height: number] {
  if (typeof size === 'object') {
    if (!(size.width > 0 && size.height > 0))
      throw new Error('height and width properties are required for pageSize')
    return [size.width, size.height]
  }
  const paper = paperSizes[size]
  if (!paper) throw notImplemented(`printToPDF pageSize '${size}'`)
  return paper
}
