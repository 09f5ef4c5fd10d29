import { AppError } from '#shared/contract/result.ts'
import { contentOf, sealHeader, type Header, type HeaderContent, type StoredHeader } from './header.ts'
import { areBothInPlace, checksumInPlace, writeHeader } from './header-files.ts'

/** What a header says that changes from one writing to the next; the keeper counts the generations. */
export type HeaderChange = Partial<Omit<HeaderContent, 'format' | 'version' | 'generation'>>

/** The header of an open vault: what it says now, and the one way to write another. */
export interface HeaderKeeper {
  readonly folder: string
  readonly current: () => Header
  /**
   * Puts a changed header in force. Throws `vault-changed-underneath` where another program has written a header
   * since, and what writing throws; the header before it is in force then.
   */
  readonly put: (change: HeaderChange, vaultKey: Uint8Array) => void
  /** Writes both copies where one is missing, damaged or older; whether both are in place now. */
  readonly renew: () => boolean
}

/**
 * Keeps the header of one vault folder. `found` are the copies that were read before, which may be written over;
 * any other header that appears there was written by another program.
 */
export function createHeaderKeeper(
  folder: string,
  header: Header,
  found: readonly StoredHeader[],
): HeaderKeeper {
  let current = header
  const own = new Set([header, ...found].map(({ checksum }) => checksum))
  const highest = (): number => Math.max(current.generation, ...found.map(({ generation }) => generation))

  const write = (next: Header): void => {
    const { checksum, isNewer } = checksumInPlace(folder)
    if (isNewer || (checksum !== null && !own.has(checksum))) throw new AppError('vault-changed-underneath')
    own.add(next.checksum)
    writeHeader(folder, next)
    current = next
  }

  return {
    folder,
    current: () => current,
    put: (change, vaultKey) => {
      write(sealHeader({ ...contentOf(current), ...change, generation: highest() + 1 }, vaultKey))
    },
    renew: () => {
      if (areBothInPlace(folder, current)) return true
      try {
        write(current)
      } catch {
        // The sound copy is still there, and the next unlock tries again.
      }
      return areBothInPlace(folder, current)
    },
  }
}
