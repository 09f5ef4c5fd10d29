/** The attributes that say where a part of a drawing is; all others are about the page. */
const places = 'd x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points transform clip-path'.split(' ')

const shapes: ReadonlySet<string> = new Set([
  'path',
  'line',
  'rect',
  'circle',
  'ellipse',
  'polyline',
  'polygon',
])
const texts: ReadonlySet<string> = new Set(['text', 'tspan'])

const textStyles = ['font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'] as const
const strokeStyles = ['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'] as const

/** What a viewer draws without being asked to. */
const usual: Readonly<Record<string, string>> = {
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
}

/**
 * Copies a drawing of the page so that it looks the same without the page: the styles that apply to each part become
 * its own attributes, with every colour and size worked out. Invisible parts, classes and roles are left out.
 */
export function plainDrawing(drawing: SVGElement): SVGElement {
  const plain = drawing.ownerDocument.createElementNS(drawing.namespaceURI, 'g')
  // An element of SVG's namespace is an SVG element.
  const group = plain as SVGElement
  for (const part of drawing.children) appendPlain(group, part)
  return group
}

function appendPlain(into: Element, part: Element): void {
  const styles = getComputedStyle(part)
  const name = part.localName
  const isDefinition = name === 'defs' || name === 'clipPath'
  if (!isDefinition && (styles.display === 'none' || styles.visibility === 'hidden')) return
  const copy = part.ownerDocument.createElementNS(part.namespaceURI, name)
  if (name === 'clipPath') copy.setAttribute('id', part.id)
  for (const place of places) {
    const value = part.getAttribute(place)
    if (value !== null) copy.setAttribute(place, value)
  }
  if (!isDefinition) for (const [style, value] of stylesOf(name, styles)) copy.setAttribute(style, value)
  for (const child of part.childNodes)
    if (child instanceof Element) appendPlain(copy, child)
    else if (child instanceof Text && texts.has(name)) copy.append(child.data)
  if (isWorthKeeping(copy)) into.append(copy)
}

function stylesOf(name: string, styles: CSSStyleDeclaration): [style: string, value: string][] {
  const isText = texts.has(name)
  const isDrawn = isText || shapes.has(name)
  const hasStroke = isDrawn && styles.stroke !== 'none'
  const named = [
    'opacity',
    ...(isDrawn ? ['fill', 'fill-opacity'] : []),
    ...(hasStroke ? ['stroke', 'stroke-opacity', ...strokeStyles, 'paint-order'] : []),
    ...(isText ? textStyles : []),
  ]
  return [
    ...named
      .map((style): [string, string] => [style, withoutPixels(styles.getPropertyValue(style))])
      .filter(([style, value]) => value !== '' && value !== usual[style]),
    // Figures below each other stand in line. It is the one style without an attribute of its own.
    ...(isText && styles.fontVariantNumeric === 'tabular-nums'
      ? [['style', 'font-variant-numeric: tabular-nums'] satisfies [string, string]]
      : []),
  ]
}

/** Not every program reads `6px` as six units. */
function withoutPixels(value: string): string {
  return value.replaceAll(/(?<=\d)px/g, '')
}

function isWorthKeeping(copy: Element): boolean {
  return copy.localName !== 'g' || copy.childElementCount > 0
}
