import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { pictureFonts } from './picture-fonts.ts'
import { plainDrawing } from './plain-drawing.ts'
import { wrapText } from './wrap-text.ts'

/** The words around a drawing. */
export interface PictureWords {
  /** Whose chart it is, if that is to be seen. */
  readonly code: string | null
  readonly title: string
  readonly sentence: string
  /** The legend below the drawing. */
  readonly note: string | null
}

/** A picture that looks the same everywhere: nothing in it refers to anything outside. */
export interface DrawnPicture {
  /** The SVG file. */
  readonly text: string
  /** In px, as drawn at its own size. */
  readonly width: number
  readonly height: number
}

const margin = 24
const family = '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif'

/** The looks of the words, in px, by the tokens of the same names. */
const looks = {
  title: { size: 18, line: 26, weight: 600, token: '--color-ink' },
  sentence: { size: 15, line: 22, weight: 400, token: '--color-ink' },
  note: { size: 13, line: 18, weight: 400, token: '--color-muted' },
} as const
type Look = (typeof looks)[keyof typeof looks]

/**
 * Makes the picture of a drawing with its words, on the colours that apply where the drawing is. Resolves once the fonts
 * are there that the words are measured with.
 */
export async function drawPicture(drawing: SVGSVGElement, words: PictureWords): Promise<DrawnPicture> {
  const width = drawing.width.baseVal.value + 2 * margin
  const title = words.code === null ? words.title : `${isolateDirection(words.code)}: ${words.title}`
  const create = (name: string, attributes: Readonly<Record<string, string | number>>): Element => {
    const element = document.createElementNS(drawing.namespaceURI, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    return element
  }
  const colours = getComputedStyle(drawing)
  const lines = { title: await linesOf(title, looks.title, width), ...(await otherLines(words, width)) }
  let y: number = margin
  const parts: Element[] = []
  const addLines = (texts: readonly string[], look: Look): void => {
    for (const text of texts) {
      const element = create('text', {
        x: margin,
        y: y + look.line * 0.72,
        fill: colours.getPropertyValue(look.token).trim(),
        'font-family': family,
        'font-size': look.size,
        'font-weight': look.weight,
      })
      element.append(text)
      parts.push(element)
      y += look.line
    }
  }
  addLines(lines.title, looks.title)
  addLines(lines.sentence, looks.sentence)
  y += 16
  const plain = plainDrawing(drawing)
  plain.setAttribute('transform', `translate(${margin} ${y})`)
  parts.push(plain)
  y += drawing.height.baseVal.value
  if (lines.note.length > 0) y += 12
  addLines(lines.note, looks.note)
  const height = Math.ceil(y + margin)

  const root = create('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' })
  const [name, description, style] = [create('title', {}), create('desc', {}), create('style', {})]
  name.append(title)
  description.append([words.sentence, words.note].filter((each) => each !== null).join(' '))
  style.append(pictureFonts)
  const ground = create('rect', { width, height, fill: colours.getPropertyValue('--color-surface').trim() })
  root.append(name, description, style, ground, ...parts)
  return { text: asXml(root), width, height }
}

/** The picture as text, without the two marks that XML can't hold, as in the code of a client from before such codes were refused. */
function asXml(root: Element): string {
  return new XMLSerializer().serializeToString(root).replaceAll(/[\uFFFE\uFFFF]/g, '')
}

async function otherLines({ sentence, note }: PictureWords, width: number) {
  return {
    sentence: await linesOf(sentence, looks.sentence, width),
    note: note === null ? [] : await linesOf(note, looks.note, width),
  }
}

async function linesOf(text: string, look: Look, width: number): Promise<string[]> {
  const font = `${look.weight} ${look.size}px ${family}`
  await document.fonts.load(font, text)
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('nothing can be drawn')
  context.font = font
  return wrapText(text, width - 2 * margin, (piece) => context.measureText(piece).width)
}

/** Points of a PNG for each px of the picture, so that it is sharp on paper and on dense screens. */
const density = 2

/** Draws a picture as PNG. */
export async function pngOf({ text, width, height }: DrawnPicture): Promise<Blob> {
  const image = new Image()
  image.src = addressOf(text)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => {
      if (png === null) reject(new Error('the picture could not be drawn'))
      else resolve(png)
    }, 'image/png')
  })
}

/** An address under which an image shows the SVG. */
export function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
