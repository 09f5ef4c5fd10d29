import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from '../files/is-missing.ts'
import { setAside, writeDurably } from '../files/write-durably.ts'
import {
  isHeaderIntact,
  isNewerHeader,
  storedHeaderSchema,
  type Header,
  type StoredHeader,
} from './header.ts'

const mainName = 'vault.json'
const copyName = 'vault.copy.json'
const largestHeader = 64 * 1024

/**
 * What the vault's folder contains: no header, readable headers (best first), only unreadable ones, or the header of a
 * newer Attune.
 */
export type HeadersFound =
  | { readonly presence: 'none' }
  | { readonly presence: 'present'; readonly headers: readonly StoredHeader[] }
  | { readonly presence: 'damaged' }
  | { readonly presence: 'newer' }

/** Reads both copies of the header, highest generation first. A folder with any file of a vault is never "none". */
export function readHeaders(folder: string): HeadersFound {
  const names = readNames(folder)
  const copies = [mainName, copyName].map((name) => readCopy(join(folder, name)))
  const headers = copies.flatMap((copy) => (copy.kind === 'header' ? [copy.header] : []))
  if (copies.some(({ kind }) => kind === 'newer')) return { presence: 'newer' }
  if (headers.length > 0)
    return { presence: 'present', headers: headers.toSorted((a, b) => b.generation - a.generation) }
  const isVaultFile = (name: string) => name === mainName || name === copyName || /^vault-\d+\.db/.test(name)
  return names.some(isVaultFile) ? { presence: 'damaged' } : { presence: 'none' }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

type Copy = { kind: 'header'; header: StoredHeader } | { kind: 'newer' } | { kind: 'unusable' }

function readCopy(file: string): Copy {
  const value = readJson(file)
  if (isNewerHeader(value)) return { kind: 'newer' }
  const parsed = storedHeaderSchema.safeParse(value)
  return parsed.success && isHeaderIntact(parsed.data)
    ? { kind: 'header', header: parsed.data }
    : { kind: 'unusable' }
}

/** Reads a file as JSON. Undefined if it is missing, too large or not JSON; throws if it may not be read. */
function readJson(file: string): unknown {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw cause
  }
  if (bytes.length > largestHeader) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Writes the header, which is the only commit point, and then its copy. If this throws, the previous header is still
 * current. If only the copy can't be written, this does not throw, and the next unlock writes it.
 */
export function writeHeader(folder: string, header: Header): void {
  const text = `${JSON.stringify(header, null, 2)}\n`
  try {
    writeDurably(join(folder, mainName), text)
  } catch (cause) {
    if (!isInPlace(folder, header)) throw cause
  }
  try {
    writeDurably(join(folder, copyName), text)
  } catch {
    // `areBothInPlace` finds copies that differ.
  }
}

/** Whether the first copy, which decides, is this header. */
export function isInPlace(folder: string, header: Header): boolean {
  return isCopyOf(join(folder, mainName), header)
}

/** Whether both copies are this header. Only then is the replaced database no longer needed. */
export function areBothInPlace(folder: string, header: Header): boolean {
  return isInPlace(folder, header) && isCopyOf(join(folder, copyName), header)
}

/** Renames unreadable copies before a header is written in their place. */
export function setAsideUnreadable(folder: string): void {
  for (const name of [mainName, copyName])
    if (readCopy(join(folder, name)).kind === 'unusable') setAside(join(folder, name))
}

function isCopyOf(file: string, header: Header): boolean {
  try {
    const copy = readCopy(file)
    return copy.kind === 'header' && copy.header.checksum === header.checksum
  } catch {
    return false
  }
}

/** Reads the first copy from disk and returns its checksum, or null if there is no readable one. */
export function checksumInPlace(folder: string): { checksum: string | null; isNewer: boolean } {
  const copy = readCopy(join(folder, mainName))
  return { checksum: copy.kind === 'header' ? copy.header.checksum : null, isNewer: copy.kind === 'newer' }
}
