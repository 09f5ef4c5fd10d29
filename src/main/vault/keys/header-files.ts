import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../database/write-durably.ts'
import { headerSchema, type Header } from './header.ts'

const mainName = 'vault.json'
const copyName = 'vault.copy.json'
const largestHeader = 64 * 1024

/** What was found in the vault's folder: nothing at all, readable headers (best first), or only what can't be read. */
export type HeadersFound =
  | { readonly presence: 'none' }
  | { readonly presence: 'present'; readonly headers: readonly Header[] }
  | { readonly presence: 'damaged' }

/** Reads both copies of the header, highest generation first. A folder with anything of a vault in it is never "none". */
export function readHeaders(folder: string): HeadersFound {
  const names = readNames(folder)
  const headers = [mainName, copyName]
    .map((name) => readHeader(join(folder, name)))
    .filter((header) => header !== null)
    .toSorted((a, b) => b.generation - a.generation)
  if (headers.length > 0) return { presence: 'present', headers }
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

function readHeader(file: string): Header | null {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > largestHeader) return null
    const parsed = headerSchema.safeParse(JSON.parse(bytes.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Writes the header, which is the one commit point, and then its copy. */
export function writeHeader(folder: string, header: Header): void {
  const text = `${JSON.stringify(header, null, 2)}\n`
  writeDurably(join(folder, mainName), text)
  writeDurably(join(folder, copyName), text)
}

/** Whether an error says that a file or folder is not there. */
export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
