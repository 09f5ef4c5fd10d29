import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from '../files/is-missing.ts'
import { setAside } from '../files/write-durably.ts'
import {
  isHeaderIntact,
  isNewerHeader,
  isTamperedHeader,
  storedHeaderSchema,
  type Header,
  type StoredHeader,
} from './header.ts'

/** The names of the header's two copies: the one that decides, and the one written after it. */
export const headerNames = { main: 'vault.json', copy: 'vault.copy.json' } as const
const names = [headerNames.main, headerNames.copy]
const largestHeader = 64 * 1024

/**
 * What the vault's folder contains: no header, readable headers (best first), only unreadable ones with the code for
 * them, or the header of a newer Attune.
 */
export type HeadersFound =
  | { readonly presence: 'none' }
  | { readonly presence: 'present'; readonly headers: readonly StoredHeader[] }
  | { readonly presence: 'damaged'; readonly code: 'vault-damaged' | 'vault-tampered' }
  | { readonly presence: 'newer' }

/** Reads both copies of the header, highest generation first. A folder with any file of a vault is never "none". */
export function readHeaders(folder: string): HeadersFound {
  const found = readNames(folder)
  const copies = names.map((name) => readCopy(join(folder, name)))
  const headers = copies.flatMap((copy) => (copy.kind === 'header' ? [copy.header] : []))
  if (copies.some(({ kind }) => kind === 'newer')) return { presence: 'newer' }
  if (headers.length > 0)
    return { presence: 'present', headers: headers.toSorted((a, b) => b.generation - a.generation) }
  if (copies.some(({ kind }) => kind === 'tampered')) return { presence: 'damaged', code: 'vault-tampered' }
  const isVaultFile = (name: string) => names.some((one) => one === name) || /^vault-\d+\.db/.test(name)
  return found.some(isVaultFile) ? { presence: 'damaged', code: 'vault-damaged' } : { presence: 'none' }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

/** What one copy of the header is by itself. Only `header` can open a vault. */
export type HeaderRead =
  | { readonly kind: 'header'; readonly header: StoredHeader }
  | { readonly kind: 'newer' }
  | { readonly kind: 'tampered' }
  | { readonly kind: 'unusable' }

/** Reads the bytes of a header. This is the only reader, so a writer checks with it what it is about to write. */
export function readHeader(bytes: Uint8Array): HeaderRead {
  if (bytes.length > largestHeader) return { kind: 'unusable' }
  const value = parseJson(bytes)
  if (isNewerHeader(value)) return { kind: 'newer' }
  if (isTamperedHeader(value)) return { kind: 'tampered' }
  const parsed = storedHeaderSchema.safeParse(value)
  return parsed.success && isHeaderIntact(parsed.data)
    ? { kind: 'header', header: parsed.data }
    : { kind: 'unusable' }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Reads one copy. A missing file is unusable; throws if it may not be read. */
function readCopy(file: string): HeaderRead {
  try {
    return readHeader(readFileSync(file))
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'unusable' }
    throw cause
  }
}

/** Whether the first copy, which decides, is this header. */
export function isInPlace(folder: string, header: Header): boolean {
  return isCopyOf(join(folder, headerNames.main), header)
}

/** Whether both copies are this header. Only then is the replaced database no longer needed. */
export function areBothInPlace(folder: string, header: Header): boolean {
  return isInPlace(folder, header) && isCopyOf(join(folder, headerNames.copy), header)
}

/** Renames unreadable copies before a header is written in their place. */
export function setAsideUnreadable(folder: string): void {
  for (const name of names) {
    const { kind } = readCopy(join(folder, name))
    if (kind === 'unusable' || kind === 'tampered') setAside(join(folder, name))
  }
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
  const copy = readCopy(join(folder, headerNames.main))
  return { checksum: copy.kind === 'header' ? copy.header.checksum : null, isNewer: copy.kind === 'newer' }
}
