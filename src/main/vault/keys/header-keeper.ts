import { AppError } from '#shared/contract/result.ts'
import {
  contentOf,
  isHeaderSound,
  sealHeader,
  type Header,
  type HeaderContent,
  type StoredHeader,
} from './header.ts'
import { areBothInPlace, checksumInPlace } from './header-files.ts'
import { writeHeader, type HeaderProof } from './write-header.ts'

/** The header fields that a change may set; the keeper counts the generations. */
export type HeaderChange = Partial<Omit<HeaderContent, 'format' | 'version' | 'generation'>>

/** Reads and writes the header of an open vault. */
export interface HeaderKeeper {
  readonly folder: string
  readonly current: () => Header
  /**
   * Writes a changed header, which makes it current. Throws `vault-changed-underneath` if another program has written a
   * header since, and the errors of `writeHeader`; the previous header then stays current.
   */
  readonly put: (change: HeaderChange, proof: HeaderProof) => void
  /** Writes both copies if one is missing, damaged or older. Returns whether both are now this header. */
  readonly renew: (proof: HeaderProof) => boolean
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
  /** Counts on only from headers that the key vouches for: anybody can write a copy with a high generation. */
  const highest = (vaultKey: Uint8Array): number => {
    const sound = found.filter((one) => isHeaderSound(one, vaultKey))
    return Math.max(current.generation, ...sound.map(({ generation }) => generation))
  }

  const write = (next: Header, proof: HeaderProof): void => {
    const { checksum, isNewer } = checksumInPlace(folder)
    if (isNewer || (checksum !== null && !own.has(checksum))) throw new AppError('vault-changed-underneath')
    own.add(next.checksum)
    writeHeader(folder, next, proof)
    current = next
  }

  return {
    folder,
    current: () => current,
    put: (change, proof) => {
      const content = { ...contentOf(current), ...change, generation: highest(proof.vaultKey) + 1 }
      write(sealHeader(content, proof.vaultKey), proof)
    },
    renew: (proof) => {
      if (areBothInPlace(folder, current)) return true
      try {
        write(current, proof)
      } catch {
        // The sound copy still exists, and the next unlock tries again.
      }
      return areBothInPlace(folder, current)
    },
  }
}
