import { packLimits, previewPack, type PackPreview } from '#shared/instruments/packs/index.ts'
import type { PackFile } from './use-packs.ts'

/** A file that was looked at. */
export interface LookedAt {
  readonly file: PackFile
  readonly preview: PackPreview
}

/** Reads a file and says what would come of importing it. One that is too large is refused without being read. */
export async function readPackFile(chosen: File): Promise<LookedAt> {
  const id = crypto.randomUUID()
  if (chosen.size > packLimits.bytes) {
    const problem = { place: '', reason: { code: 'too-large', limit: packLimits.bytes } } as const
    return {
      file: { id, name: chosen.name, text: '' },
      preview: { ok: false, problems: [problem], further: 0, draft: null },
    }
  }
  const bytes = new Uint8Array(await chosen.arrayBuffer())
  // The preview reads the bytes themselves and refuses what is not UTF-8, so the text below is what it saw.
  return {
    file: { id, name: chosen.name, text: new TextDecoder().decode(bytes) },
    preview: previewPack(bytes),
  }
}
