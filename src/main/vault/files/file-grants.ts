import { basename, isAbsolute, normalize } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { fileGrantSchema, type FileGrant, type FilePurposeName } from '#shared/files/file-purposes.ts'

const goodForMilliseconds = 30 * 60_000
const mostWaiting = 20

/** Names that Windows keeps for devices, whatever extension they carry. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/**
 * The files and folders the user has chosen in the system's dialog and that wait for the operation they are for.
 *
 * A page holds the token only; a path enters this process from main and leaves it again only as a name.
 */
export function createFileGrants(now: () => Date) {
  const waiting = new Map<string, FileGrant & { readonly until: number }>()

  return {
    /** Takes in what main was told by the dialog; what is no whole, plain path is dropped. */
    accept: (raw: unknown): void => {
      const parsed = fileGrantSchema.safeParse(raw)
      if (!parsed.success || !isPlainPath(parsed.data.path)) return
      const [oldest] = waiting.keys()
      if (waiting.size >= mostWaiting && oldest !== undefined) waiting.delete(oldest)
      waiting.set(parsed.data.token, { ...parsed.data, until: now().getTime() + goodForMilliseconds })
    },
    /**
     * The path behind a token, once. Throws `file-not-granted` for an unknown, used or expired token and for one
     * that was given for something else; that use is the last one, too.
     */
    take: (token: string, purpose: FilePurposeName): string => {
      const found = waiting.get(token)
      waiting.delete(token)
      if (found?.purpose !== purpose || now().getTime() > found.until) throw new AppError('file-not-granted')
      return found.path
    },
  }
}

export type FileGrants = ReturnType<typeof createFileGrants>

function isPlainPath(path: string): boolean {
  return (
    isAbsolute(path) && normalize(path) === path && !path.includes('\0') && !deviceName.test(basename(path))
  )
}
