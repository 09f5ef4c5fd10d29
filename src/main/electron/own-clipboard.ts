import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

export interface ClipboardParts {
  readonly readText: () => Promise<string>
  readonly clear: () => void
}

/** The page announces a copy before the system has the text. After this long the clipboard surely holds it. */
const settledAfterMilliseconds = 100

/**
 * Clears the clipboard at a lock, and when a client gets or gives back the form, if its content was copied in Attune. Content that another program put there since
 * stays.
 *
 * Keeps only a hash of the copied text. Clipboard history programs have their own copy.
 */
export function createOwnClipboard({ readText, clear }: ClipboardParts) {
  const none: Promise<string | null> = Promise.resolve(null)
  let copied = none
  let clearing = Promise.resolve()
  // Attune can't recognize its own text in a clipboard that it can't read.
  const hashOfContent = async (): Promise<string | null> => {
    const text = await readText().catch(() => '')
    return text === '' ? null : createHash('sha256').update(text).digest('hex')
  }
  const clearIf = async (ours: Promise<string | null>): Promise<void> => {
    const hash = await ours
    if (hash !== null && (await hashOfContent()) === hash) clear()
  }
  return {
    /** Notes that the page copied or cut something. It reaches the clipboard now or in a moment. */
    noteCopied: (): void => {
      copied = wait(settledAfterMilliseconds).then(hashOfContent)
    },
    /** Resolves once the clipboard no longer holds text copied here, also if an earlier call is clearing it. */
    clearIfOurs: (): Promise<void> => {
      const ours = copied
      copied = none
      clearing = clearing.then(() => clearIf(ours)).catch(() => undefined)
      return clearing
    },
  }
}
