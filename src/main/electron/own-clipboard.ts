import { createHash } from 'node:crypto'

export interface ClipboardParts {
  readonly readText: () => Promise<string>
  readonly clear: () => void
}

/**
 * Clears the clipboard at a lock, if what is in it was copied in Attune; what another program put there since stays.
 *
 * Only a hash of what was copied is kept. Programs that keep a history of the clipboard have their own copy.
 */
export function createOwnClipboard({ readText, clear }: ClipboardParts) {
  const none: Promise<string | null> = Promise.resolve(null)
  let copied = none
  // A clipboard that can't be read holds nothing that could be told to be ours.
  const hashOfContent = async (): Promise<string | null> => {
    const text = await readText().catch(() => '')
    return text === '' ? null : createHash('sha256').update(text).digest('hex')
  }
  return {
    /** Something was copied or cut in Attune's page, and is in the clipboard now. */
    noteCopied: (): void => {
      copied = hashOfContent()
    },
    clearIfOurs: async (): Promise<void> => {
      const ours = copied
      copied = none
      const hash = await ours
      if (hash !== null && (await hashOfContent()) === hash) clear()
    },
  }
}
