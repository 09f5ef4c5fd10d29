import { AppError } from '#shared/contract/result.ts'
import { contentOf, sealHeader, type Header, type HeaderContent, type StoredHeader } from './header.ts'
import { areBothInPlace, checksumInPlace, writeHeader } from './header-files.ts'

/** The header fields that a change may set; the keeper counts the generations. */
export type HeaderChange = Partial<Omit<HeaderContent, 'format' | 'version' | 'generation'>>

/** Reads and writes the header of an open vault. */
export interface HeaderKeeper {
  readonly folder: string
  readonly current: () => Header
  /**
   * Writes a changed header, which makes it current. Throws `vault-changed-underneath` if another program has written a
   * header since, and write errors; the previous header then stays current.
   */
  readonly put: (change: HeaderChange, vaultKey: Uint8Array) => void
  /** Writes both copies if one is missing, damaged or older. Returns whether both are now this header. */
  readonly renew: () => boolean
}

/**
 * Keeps the header of one vault folder. `found` are the copies read before, which may be overwritten; another program
 * must have written any other header that appears there.
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
        // The sound copy still exists, and the next unlock tries again.
      }
      return areBothInPlace(folder, current)
    },
  }
}
