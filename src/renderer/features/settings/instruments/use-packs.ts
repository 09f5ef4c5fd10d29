import type { FhirChoices } from '#shared/instruments/packs/index.ts'
import { useAsk } from '#renderer/lib/ask.ts'

/** A file that was read: its name, and its text for importing it. */
export interface PackFile {
  /** Tells two readings apart, also of the same file. */
  readonly id: string
  readonly name: string
  readonly text: string
}

/** What can be done with a kept instrument. */
export const packActions = ['retire', 'offerAgain', 'remove'] as const
export type PackAction = (typeof packActions)[number]

/** Under which version a readable file would be kept, asked of the vault, which knows what it has. */
export function useNextVersion({ id, text }: PackFile, choices: FhirChoices | undefined) {
  const preview = useAsk(
    'packs.preview',
    { text, choices },
    // The key would otherwise be the whole file, gone through each time the screen is drawn.
    { gcTime: 0, queryKeyHashFn: () => JSON.stringify(['packs.preview', id, choices ?? null]) },
  )
  return { error: preview.error, data: preview.data?.next }
}
