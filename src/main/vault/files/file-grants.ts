import { basename, isAbsolute, normalize } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { fileGrantSchema, type FileGrant, type FilePurposeName } from '#shared/files/file-purposes.ts'

const goodForMilliseconds = 30 * 60_000
const mostWaiting = 20
/** The page asks for the file right after it was printed. */
const printedGoodForMilliseconds = 60_000

/** Names that Windows reserves for devices, with any extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/**
 * Holds the paths that the user has chosen in the system's dialog until the intended operation takes them.
 *
 * A page only ever holds the token. Main sends the path to this process, which returns only a name.
 */
export function createFileGrants(now: () => Date) {
  const waiting = new Map<string, FileGrant & { readonly until: number }>()

  const take = (token: string, purpose: FilePurposeName): FileGrant => {
    const found = waiting.get(token)
    waiting.delete(token)
    if (found?.purpose === purpose && now().getTime() <= found.until) return found
    found?.printed?.fill(0)
    throw new AppError('file-not-granted')
  }
  const drop = (token: string): void => {
    waiting.get(token)?.printed?.fill(0)
    waiting.delete(token)
  }
  /** Only the newest printed page waits, and not for long: each is a whole report in clear, and can have many megabytes. */
  const waitForPrinted = (token: string): void => {
    for (const [other, { printed }] of waiting) if (printed !== undefined && other !== token) drop(other)
    setTimeout(() => drop(token), printedGoodForMilliseconds).unref()
  }

  return {
    /** Accepts a path chosen in the dialog, as sent by main. Drops anything but an absolute, plain path. */
    accept: (raw: unknown): void => {
      const parsed = fileGrantSchema.safeParse(raw)
      if (!parsed.success || !isPlainPath(parsed.data.path)) return
      const [oldest] = waiting.keys()
      if (waiting.size >= mostWaiting && oldest !== undefined) drop(oldest)
      waiting.set(parsed.data.token, { ...parsed.data, until: now().getTime() + goodForMilliseconds })
      if (parsed.data.printed !== undefined) waitForPrinted(parsed.data.token)
    },
    /**
     * Returns a token's path, once. Throws `file-not-granted` for an unknown, used or expired token and for one granted
     * for another purpose; a failed attempt also ends the token.
     */
    take: (token: string, purpose: FilePurposeName): string => take(token, purpose).path,
    /** Returns a token's path with the printed page that came with it, once. Throws as `take` does, also without a page. */
    takePrinted: (token: string, purpose: FilePurposeName): { path: string; printed: Uint8Array } => {
      const { path, printed } = take(token, purpose)
      if (printed === undefined) throw new AppError('file-not-granted')
      return { path, printed }
    },
  }
}

export type FileGrants = ReturnType<typeof createFileGrants>

function isPlainPath(path: string): boolean {
  return (
    isAbsolute(path) && normalize(path) === path && !path.includes('\0') && !deviceName.test(basename(path))
  )
}
