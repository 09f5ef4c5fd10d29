import { packLimits, previewPack, type PackPreview } from '#shared/instruments/packs/index.ts'
import { readTextFile } from '#renderer/lib/read-text-file.ts'
import type { PackFile } from './use-packs.ts'

/** A file that was read. */
export interface LookedAt {
  readonly file: PackFile
  readonly preview: PackPreview
}

/** Reads a file and previews its import. Refuses one that is too large without reading it. */
export async function readPackFile(chosen: File): Promise<LookedAt> {
  const file = { id: crypto.randomUUID(), name: chosen.name }
  const read = await readTextFile(chosen, packLimits.bytes)
  if (read.ok) return { file: { ...file, text: read.text }, preview: previewPack(read.text) }
  const reason = read.reason === 'utf-16' ? { code: read.reason } : read.reason
  return {
    file: { ...file, text: '' },
    preview: { ok: false, problems: [{ place: '', reason }], further: 0, draft: null },
  }
}
