import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from '../files/is-missing.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import { setAside, setCopyAside } from '../files/write-durably.ts'
import {
  isHeaderIntact,
  isNewerHeader,
  isTamperedHeader,
  storedHeaderSchema,
  type StoredHeader,
} from './header.ts'

/** The names of the header's two copies: the one that decides, and the one written after it. */
export const headerNames = { main: 'vault.json', copy: 'vault.copy.json' } as const
const names = [headerNames.main, headerNames.copy]
const largestHeader = 64 * 1024

/** A copy of the header in a later format. Only a key shows whether Attune wrote it. */
export interface NewerHeader {
  readonly value: object
  /** Names exactly this copy. */
  readonly mark: string
}

/** The copies of the header in a folder that may open the vault, highest generation first, and those of a later format. */
export interface HeaderCopies {
  readonly headers: readonly StoredHeader[]
  readonly newer: readonly NewerHeader[]
}
export const noCopies: HeaderCopies = { headers: [], newer: [] }

/**
 * What the vault's folder contains: no header, at least one that can be read, only unreadable ones with the code for
 * them, or unreadable ones of which one says that a newer Attune wrote it.
 */
export type HeadersFound =
  | ({ readonly presence: 'none' } & HeaderCopies)
  | ({ readonly presence: 'present' } & HeaderCopies)
  | ({ readonly presence: 'damaged'; readonly code: 'vault-damaged' | 'vault-tampered' } & HeaderCopies)
  | ({ readonly presence: 'newer' } & HeaderCopies)

/** Reads both copies of the header, each for itself. A folder with any file of a vault is never "none". */
export function readHeaders(folder: string): HeadersFound {
  const found = readNames(folder)
  const copies = names.map((name) => readCopy(join(folder, name)))
  const headers = copies
    .flatMap((copy) => (copy.kind === 'header' ? [copy.header] : []))
    .toSorted((a, b) => b.generation - a.generation)
  const newer = copies.flatMap((copy) => (copy.kind === 'newer' ? [copy.newer] : []))
  if (headers.length > 0) return { presence: 'present', headers, newer }
  if (newer.length > 0) return { presence: 'newer', headers, newer }
  if (copies.some(({ kind }) => kind === 'tampered'))
    return { presence: 'damaged', code: 'vault-tampered', ...noCopies }
  const isVaultFile = (name: string) => names.some((one) => one === name) || /^vault-\d+\.db/.test(name)
  return found.some(isVaultFile)
    ? { presence: 'damaged', code: 'vault-damaged', ...noCopies }
    : { presence: 'none', ...noCopies }
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
  | { readonly kind: 'newer'; readonly newer: NewerHeader }
  | { readonly kind: 'tampered' }
  | { readonly kind: 'unusable' }

/** Reads the bytes of a header. This is the only reader, so a writer checks with it what it is about to write. */
export function readHeader(bytes: Uint8Array): HeaderRead {
  if (bytes.length > largestHeader) return { kind: 'unusable' }
  const value = parseJson(bytes)
  if (isNewerHeader(value)) {
    const mark = createHash('sha256').update(bytes).digest('base64')
    return { kind: 'newer', newer: { value, mark } }
  }
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
    const bytes = readSmallFile(file, largestHeader)
    return bytes === null ? { kind: 'unusable' } : readHeader(bytes)
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'unusable' }
    throw cause
  }
}

/** Whether the first copy, which decides, is this header. */
export function isInPlace(folder: string, header: StoredHeader): boolean {
  return isCopyOf(join(folder, headerNames.main), header)
}

/** Whether both copies are this header. Only then is the replaced database no longer needed. */
export function areBothInPlace(folder: string, header: StoredHeader): boolean {
  return isInPlace(folder, header) && isCopyOf(join(folder, headerNames.copy), header)
}

/**
 * Keeps the headers of a vault that another one replaces, under names that nothing opens and that have the
 * label. A readable first copy also
 * stays in its place, so that an interruption leaves the old vault.
 */
export function keepOldHeaders(folder: string, label: string): void {
  setAside(join(folder, headerNames.copy), label)
  const main = join(folder, headerNames.main)
  if (readCopy(main).kind === 'header') setCopyAside(main, label)
  else setAside(main, label)
}

/** Renames the copies of the header with these marks to names that nothing opens. */
export function setAsideMarked(folder: string, marks: ReadonlySet<string>): void {
  for (const name of names) {
    const mark = markOf(readCopy(join(folder, name)))
    if (mark !== null && marks.has(mark)) setAside(join(folder, name))
  }
}

function isCopyOf(file: string, header: StoredHeader): boolean {
  try {
    const copy = readCopy(file)
    return copy.kind === 'header' && copy.header.checksum === header.checksum
  } catch {
    return false
  }
}

/** Names the first copy on disk: a header by its checksum, one of a later format by its mark. Null for any other. */
export function markInPlace(folder: string): string | null {
  return markOf(readCopy(join(folder, headerNames.main)))
}

function markOf(copy: HeaderRead): string | null {
  if (copy.kind === 'header') return copy.header.checksum
  return copy.kind === 'newer' ? copy.newer.mark : null
}
