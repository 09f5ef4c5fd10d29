import type { Api, OutputAt } from '#shared/contract/contract.ts'
import { packLimits } from '#shared/instruments/packs/index.ts'
import { decodeAnyText, readTextFile, type TextFile } from '#renderer/lib/read-text-file.ts'
import type { PackFile } from './use-packs.ts'

/** A file that was read, and the version that it would get. */
export type LookedAt = OutputAt<'packs.preview'> & { readonly file: PackFile }

/** Reads a file and previews its import. Refuses one that is too large without reading it. */
export async function readPackFile(chosen: File, preview: Api['packs']['preview']): Promise<LookedAt> {
  const file = { id: crypto.randomUUID(), name: chosen.name }
  const read = await (isTable(chosen.name) ? readTable(chosen) : readTextFile(chosen, packLimits.bytes))
  if (read.ok) return { file: { ...file, text: read.text }, ...(await preview({ text: read.text })) }
  const reason = read.reason === 'utf-16' ? { code: read.reason } : read.reason
  return {
    file: { ...file, text: '' },
    preview: { ok: false, problems: [{ place: '', reason }], further: 0, draft: null, asks: [] },
    next: null,
  }
}

function isTable(name: string): boolean {
  return /\.(?:csv|txt|tsv)$/i.test(name)
}

/** Reads a table in any encoding, because spreadsheets write others than UTF-8. Its words are shown before an import. */
async function readTable(chosen: File): Promise<TextFile> {
  if (chosen.size > packLimits.bytes) return readTextFile(chosen, packLimits.bytes)
  return { ok: true, text: decodeAnyText(new Uint8Array(await chosen.arrayBuffer())).text }
}
