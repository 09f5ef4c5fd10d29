import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clipboard } from 'electron'

/** What is needed of the system's clipboard. */
export type ClipboardParts = Pick<Clipboard, 'readText' | 'has' | 'read' | 'clear'>

const pictureType = 'image/png'

/** The page announces a copy before the system has the text. After this long the clipboard surely holds it. */
const settledAfterMilliseconds = 100

/**
 * Clears the clipboard at a lock, and when a client gets or gives back the form, if its content, a text or a picture,
 * was copied in Attune. Content that another program put there since stays.
 *
 * Keeps only a hash of what was copied. Clipboard history programs have their own copy.
 */
export function createOwnClipboard(clipboard: ClipboardParts) {
  const none: Promise<string | null> = Promise.resolve(null)
  let copied = none
  let clearing = Promise.resolve()
  // Attune can't recognize its own content in a clipboard that it can't read.
  const hashOfContent = async (): Promise<string | null> => {
    const text = await clipboard.readText().catch(() => '')
    const content = text === '' ? await pictureIn(clipboard).catch(() => null) : text
    return content === null ? null : createHash('sha256').update(content).digest('hex')
  }
  const clearIf = async (ours: Promise<string | null>): Promise<void> => {
    const hash = await ours
    if (hash !== null && (await hashOfContent()) === hash) clipboard.clear()
  }
  return {
    /** Notes that the page copied or cut something. It reaches the clipboard now or in a moment. */
    noteCopied: (): void => {
      copied = wait(settledAfterMilliseconds).then(hashOfContent)
    },
    /** Resolves once the clipboard no longer holds what was copied here, also if an earlier call is clearing it. */
    clearIfOurs: (): Promise<void> => {
      const ours = copied
      copied = none
      clearing = clearing.then(() => clearIf(ours)).catch(() => undefined)
      return clearing
    },
  }
}

/** The bytes of the picture on the clipboard; null if there is none. */
async function pictureIn(clipboard: ClipboardParts): Promise<Uint8Array | null> {
  if (!(await clipboard.has(pictureType))) return null
  const item = (await clipboard.read()).find(({ types }) => types.includes(pictureType))
  const picture = await item?.getType(pictureType)
  return picture === undefined ? null : new Uint8Array(await picture.arrayBuffer())
}
