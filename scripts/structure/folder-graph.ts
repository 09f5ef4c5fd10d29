import { dirname, join, normalize } from 'node:path/posix'

export interface SourceFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string
  readonly text: string
}

/** One file that imports another, values or types. */
export interface Import {
  readonly from: string
  readonly to: string
}

/** The package imports of package.json, as folders. */
const packageImports: Readonly<Record<string, string>> = {
  '#shared/': 'src/shared/',
  '#vault/': 'src/main/vault/',
  '#main/': 'src/main/',
  '#preload/': 'src/preload/',
  '#renderer/': 'src/renderer/',
}

const statement = /^\s*(?:import|export)\b[^'"`;]*?(?:\bfrom\s*)?['"]([^'"\n]+)['"]/gm
const expression = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** The imports of some files. Throws if an imported file is not in `all`. */
export function importsOf(files: readonly SourceFile[], all: readonly SourceFile[] = files): Import[] {
  const known = new Set(all.map(({ path }) => path))
  return files.flatMap(({ path: from, text }) =>
    [...text.matchAll(statement), ...text.matchAll(expression)].flatMap(([, specifier = '']) => {
      const to = pathOf(specifier, from)
      if (to === null || to.startsWith('node_modules/') || !/\.tsx?$/.test(to)) return []
      if (!known.has(to)) throw new Error(`${from} imports ${to}, which is not there`)
      return [{ from, to }]
    }),
  )
}

function pathOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  const prefix = Object.keys(packageImports).find((start) => specifier.startsWith(start))
  return prefix === undefined ? null : `${packageImports[prefix]}${specifier.slice(prefix.length)}`
}

/** An import seen from a folder that contains both files: from one of its members to another. */
interface Arrow extends Import {
  readonly parent: string
  readonly member: string
  readonly other: string
}

/** Every import as an arrow between two neighbouring folders or files. */
function arrowsOf(imports: readonly Import[]): Arrow[] {
  return imports.flatMap(({ from, to }) => {
    const start = from.split('/')
    const end = to.split('/')
    const depth = start.findIndex((part, index) => part !== end[index])
    const [member, other] = [start[depth], end[depth]]
    if (member === undefined || other === undefined) return []
    return [{ parent: start.slice(0, depth).join('/'), member, other, from, to }]
  })
}

/** Describes every import in a circle of folders or files of one folder, each of which leads to the next. */
export function circlesIn(imports: readonly Import[]): string[] {
  const byParent = Map.groupBy(arrowsOf(imports), ({ parent }) => parent)
  return [...byParent].flatMap(([parent, arrows]) => {
    const next = new Map<string, Set<string>>()
    for (const { member, other } of arrows) next.set(member, (next.get(member) ?? new Set()).add(other))
    return arrows
      .filter(({ member, other }) => reaches(next, other, member))
      .map(
        ({ member, other, from, to }) =>
          `circle in ${parent || 'the repository'}, ${member} → ${other}: ${from} imports ${to}`,
      )
  })
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string, end: string): boolean {
  const seen = new Set([start])
  for (const at of seen) for (const other of next.get(at) ?? []) seen.add(other)
  return seen.has(end)
}

/** The members of some folders from the lowest layer up: each may import those before it. */
export type Floors = Readonly<Record<string, readonly string[]>>

/** Describes every import of a higher layer in the same folder, and every member without a layer. */
export function arrowsUp(imports: readonly Import[], floors: Floors): string[] {
  return arrowsOf(imports).flatMap(({ parent, member, other, from, to }) => {
    const order = Object.hasOwn(floors, parent) ? floors[parent] : undefined
    if (!order) return []
    const missing = [member, other].filter((name) => !order.includes(name))
    if (missing.length > 0) return missing.map((name) => `${parent}/${name} is on no floor`)
    return order.indexOf(other) > order.indexOf(member) ? [`${from} imports ${to}, which is above it`] : []
  })
}

/** Describes every import between two members of a folder whose members must not import each other. */
export function arrowsBetween(imports: readonly Import[], parents: readonly string[]): string[] {
  return arrowsOf(imports)
    .filter(({ parent }) => parents.includes(parent))
    .map(({ from, to, other }) => `${from} imports ${to}, which belongs to ${other}`)
}
