import type { Api, OutputAt } from '#shared/contract/contract.ts'
import { packLimits } from '#shared/instruments/packs/index.ts'
import { readTextFile } from '#renderer/lib/read-text-file.ts'
import type { PackFile } from './use-packs.ts'

/** A file that was read, and the version that it would get. */
export type LookedAt = OutputAt<'packs.preview'> & { readonly file: PackFile }

/** Reads a file and previews its import. Refuses one that is too large without reading it. */
export async function readPackFile(
  chosen: File,
  preview: (input: { text: string }) => ReturnType<Api['packs']['preview']>,
): Promise<LookedAt> {
  const file = { id: crypto.randomUUID(), name: chosen.name }
  const read = await readTextFile(chosen, packLimits.bytes)
  if (read.ok) return { file: { ...file, text: read.text }, ...(await preview({ text: read.text })) }
  const reason = read.reason === 'utf-16' ? { code: read.reason } : read.reason
  return {
    file: { ...file, text: '' },
    preview: { ok: false, problems: [{ place: '', reason }], further: 0, draft: null },
    next: null,
  }
}
