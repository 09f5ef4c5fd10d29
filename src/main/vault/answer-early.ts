import type { Result } from '#shared/contract/result.ts'
import type { Request } from '#shared/contract/wire.ts'

/** The whole vault: answers every request, and closes. */
export interface Served {
  readonly route: (request: Request) => Promise<Result>
  /** Gives up a file that is being read or saved, because nobody waits for it any more. */
  readonly giveUp: () => void
  readonly close: (mayBackUp: boolean) => Promise<void>
}

interface EarlyParts {
  /** The status of a locked vault. Throws if the whole vault is needed for it. */
  readonly lockedStatus: () => unknown
  /** Loads the whole vault. */
  readonly load: () => Promise<Served>
}

/**
 * Answers requests as soon as a process without a key starts. The first screen only asks for the status, which needs
 * only a few files. The rest of the vault is loaded with the second request, which the screen sends when the user
 * begins to type. A computer that nobody uses thus holds only a small part of the program. Answers come in the order of
 * the requests.
 */
export function answerEarly({ lockedStatus, load }: EarlyParts): Served {
  let served: Promise<Served> | null = null
  let hasAnswered = false
  const loaded = (): Promise<Served> => (served ??= load())

  const early = ({ path, input }: Request): Result | null => {
    if (hasAnswered || served !== null || path !== 'vault.status' || input !== undefined) return null
    try {
      const value = lockedStatus()
      hasAnswered = true
      return { ok: true, value }
    } catch {
      // The whole vault reports what is wrong.
      return null
    }
  }

  return {
    route: async (request) => early(request) ?? (await loaded()).route(request),
    giveUp: () => void served?.then((whole) => whole.giveUp()),
    close: async (mayBackUp) => {
      // A vault that was never loaded was never opened.
      await (await served)?.close(mayBackUp)
    },
  }
}
