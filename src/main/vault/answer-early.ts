import type { Result } from '#shared/contract/result.ts'
import type { Request } from '#shared/contract/wire.ts'

/** The whole vault: what answers every request, and how it is closed. */
export interface Served {
  readonly route: (request: Request) => Promise<Result>
  readonly close: (mayBackUp: boolean) => Promise<void>
}

interface EarlyParts {
  /** The status of a vault that is locked; throws where that needs more than is here. */
  readonly lockedStatus: () => unknown
  /** Loads the whole vault. */
  readonly load: () => Promise<Served>
  readonly later: (action: () => void) => void
}

/**
 * Answers requests from the first moment of a process that has no key yet. The first screen asks for the status alone,
 * which a few files tell; the rest of the vault is loaded afterwards, or with the first other request. Requests are
 * answered in the order in which they came.
 */
export function answerEarly({ lockedStatus, load, later }: EarlyParts): Served {
  let served: Promise<Served> | null = null
  const loaded = (): Promise<Served> => (served ??= load())

  const early = ({ path, input }: Request): Result | null => {
    if (served !== null || path !== 'vault.status' || input !== undefined) return null
    try {
      return { ok: true, value: lockedStatus() }
    } catch {
      // The whole vault has the words for what is wrong.
      return null
    }
  }

  return {
    route: async (request) => {
      const result = early(request)
      if (result === null) return (await loaded()).route(request)
      later(() => void loaded())
      return result
    },
    close: async (mayBackUp) => {
      // A vault that was never loaded was never opened.
      await (await served)?.close(mayBackUp)
    },
  }
}
