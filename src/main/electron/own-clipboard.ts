import { createHash } from 'node:crypto'

export interface ClipboardParts {
  readonly readText: () => string
  readonly clear: () => void
}

/**
 * Clears the clipboard at a lock, if what is in it was copied in Attune; what another program put there since stays.
 *
 * Only a hash of what was copied is kept. Programs that keep a history of the clipboard have their own copy.
 */
export function createOwnClipboard({ readText, clear }: ClipboardParts) {
  let copied: string | null = null
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
  return {
    /** Something was copied or cut in Attune's page, and is in the clipboard now. */
    noteCopied: (): void => {
      const text = readText()
      copied = text === '' ? null : hashOf(text)
    },
    clearIfOurs: (): void => {
      if (copied !== null && hashOf(readText()) === copied) clear()
      copied = null
    },
  }
}
