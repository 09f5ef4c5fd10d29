import type { FhirChoices } from '#shared/instruments/packs/index.ts'
import { useAsk } from '#renderer/lib/ask.ts'

/** A file that was read: its name, and its text for the import. */
export interface PackFile {
  /** Identifies the reading, because the same file can be read twice. */
  readonly id: string
  readonly name: string
  readonly text: string
}

/** The actions on a stored instrument. */
export const packActions = ['retire', 'offerAgain', 'remove'] as const
export type PackAction = (typeof packActions)[number]

/** The version that a readable file would get. The vault decides, because it knows the stored ones. */
export function useNextVersion({ id, text }: PackFile, choices: FhirChoices | undefined) {
  const preview = useAsk(
    'packs.preview',
    { text, choices },
    // The whole file would otherwise be the key, which every render would hash.
    { gcTime: 0, queryKeyHashFn: () => JSON.stringify(['packs.preview', id, choices ?? null]) },
  )
  return { error: preview.error, data: preview.data?.next }
}
