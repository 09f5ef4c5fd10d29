import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

export interface ClipboardParts {
  readonly readText: () => Promise<string>
  readonly clear: () => void
}

/** The page says that it copies before the system has the text: by then the clipboard surely holds it. */
const settledAfterMilliseconds = 100

/**
 * Clears the clipboard at a lock, if what is in it was copied in Attune; what another program put there since stays.
 *
 * Only a hash of what was copied is kept. Programs that keep a history of the clipboard have their own copy.
 */
export function createOwnClipboard({ readText, clear }: ClipboardParts) {
  const none: Promise<string | null> = Promise.resolve(null)
  let copied = none
  let clearing = Promise.resolve()
  // A clipboard that can't be read holds nothing that could be told to be ours.
  const hashOfContent = async (): Promise<string | null> => {
    const text = await readText().catch(() => '')
    return text === '' ? null : createHash('sha256').update(text).digest('hex')
  }
  const clearIf = async (ours: Promise<string | null>): Promise<void> => {
    const hash = await ours
    if (hash !== null && (await hashOfContent()) === hash) clear()
  }
  return {
    /** Something was copied or cut in Attune's page; it is in the clipboard now, or will be in a moment. */
    noteCopied: (): void => {
      copied = wait(settledAfterMilliseconds).then(hashOfContent)
    },
    /** Resolves once the clipboard is clear of what was copied here, also where an earlier call clears it already. */
    clearIfOurs: (): Promise<void> => {
      const ours = copied
      copied = none
      clearing = clearing.then(() => clearIf(ours)).catch(() => undefined)
      return clearing
    },
  }
}
