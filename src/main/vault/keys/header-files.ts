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
 * What was found in the vault's folder: nothing at all, readable headers (best first), only what can't be read, or the header of a newer Attune. */
export type HeadersFound =
  | { readonly presence: 'none' }
  | { readonly presence: 'present'; readonly headers: readonly StoredHeader[] }
  | { readonly presence: 'damaged' }
  | { readonly presence: 'newer' }

/** Reads both copies of the header, highest generation first. A folder with anything of a vault in it is never "none". */
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

/** What a file holds, or undefined where it is not there or no JSON; a file that may not be read is a failure. */
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
 * Writes the header, which is the one commit point, and then its copy. Where this throws, the header before it is
 * still in force; once the first copy holds the new one, a second that can't be written is left to the next unlock.
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
    // Two copies that differ are told by whoever asks whether both are in place.
  }
}

/** Whether the header that counts, the first of the two, is this one. */
export function isInPlace(folder: string, header: Header): boolean {
  return isCopyOf(join(folder, mainName), header)
}

/** Whether both copies are this header: only then is what it replaced needed no more. */
export function areBothInPlace(folder: string, header: Header): boolean {
  return isInPlace(folder, header) && isCopyOf(join(folder, copyName), header)
}

/** Keeps copies that can't be read under another name, before a header is written in their place. */
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

/** The first of the two copies, as it is on disk: its checksum, or null where there is none that can be read. */
export function checksumInPlace(folder: string): { checksum: string | null; isNewer: boolean } {
  const copy = readCopy(join(folder, mainName))
  return { checksum: copy.kind === 'header' ? copy.header.checksum : null, isNewer: copy.kind === 'newer' }
}
