import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One element of a PDF's structure: its role, its description, and the parts of it that are elements. */
export interface PdfElement {
  readonly role: string
  readonly alt: string | null
  readonly page: number
}

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  readonly title: string | null
  readonly language: string | null
  readonly isTagged: boolean
  /** The words of each page, in the order of the file. */
  readonly pages: readonly string[]
  /** The width and height of the first page, in points. */
  readonly size: readonly [number, number]
  /** The headings of the outline with their depth from 0. */
  readonly outline: readonly (readonly [depth: number, title: string])[]
  readonly elements: readonly PdfElement[]
}

/** Reads a PDF back with a program that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await loading.promise
  try {
    const pages: string[] = []
    const elements: PdfElement[] = []
    let size: [number, number] = [0, 0]
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      if (number === 1) size = [Math.round(page.view[2] ?? 0), Math.round(page.view[3] ?? 0)]
      const { items } = await page.getTextContent()
      pages.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replaceAll(/\s+/g, ' '),
      )
      collect(await page.getStructTree(), number, elements)
    }
    const { info } = await pdf.getMetadata()
    const marks = await pdf.getMarkInfo()
    return {
      title: textOf(info, 'Title'),
      language: textOf(info, 'Language'),
      isTagged: marks instanceof Map && marks.get('Marked') === true,
      pages,
      size,
      outline: flat((await pdf.getOutline()) ?? []),
      elements,
    }
  } finally {
    await loading.destroy()
  }
}

interface OutlineNode {
  readonly title: string
  readonly items: readonly OutlineNode[]
}

function flat(nodes: readonly OutlineNode[], depth = 0): [number, string][] {
  return nodes.flatMap(({ title, items }) => [[depth, title] as [number, string], ...flat(items, depth + 1)])
}

function collect(node: unknown, page: number, into: PdfElement[]): void {
  if (typeof node !== 'object' || node === null || !('role' in node)) return
  const alt: unknown = Reflect.get(node, 'alt')
  into.push({ role: String(node.role), alt: typeof alt === 'string' ? alt : null, page })
  const children: unknown = Reflect.get(node, 'children')
  if (Array.isArray(children)) for (const child of children) collect(child, page, into)
}

function textOf(info: object, name: string): string | null {
  const value: unknown = Reflect.get(info, name)
  return typeof value === 'string' && value !== '' ? value : null
}
