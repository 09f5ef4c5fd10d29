import type { PrintToPDFOptions } from 'electron'

import type { CommandParameters } from '../engine/protocol.ts'
import { notImplemented } from './guard.ts'

// Inches, width by height, upright.
const paperSizes: Record<string, [width: number, height: number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

const known = new Set([
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
])

/** Chromium's parameters for Electron's `printToPDF` options; sizes and margins are in inches. Throws on unknown ones. */
export function printParameters(options: PrintToPDFOptions = {}): CommandParameters<'Page.printToPDF'> {
  const unknown = Object.keys(options).find((name) => !known.has(name))
  if (unknown !== undefined) throw notImplemented(`printToPDF option '${unknown}'`)
  const [paperWidth, paperHeight] = paperOf(options.pageSize ?? 'Letter')
  const { margins = {}, headerTemplate, footerTemplate } = options
  return {
    paperWidth,
    paperHeight,
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    ...(headerTemplate === undefined ? {} : { headerTemplate }),
    ...(footerTemplate === undefined ? {} : { footerTemplate }),
    ...(margins.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins.right === undefined ? {} : { marginRight: margins.right }),
  }
}

function paperOf(size: NonNullable<PrintToPDFOptions['pageSize']>): [width: number, height: number] {
  if (typeof size === 'object') {
    if (!(size.width > 0 && size.height > 0))
      throw new Error('height and width properties are required for pageSize')
    return [size.width, size.height]
  }
  const paper = paperSizes[size]
  if (!paper) throw new Error(`Invalid pageSize ${size}`)
  return paper
}
