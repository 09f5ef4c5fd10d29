import { AppError } from '#shared/contract/result.ts'
import {
  contentOf,
  isHeaderSound,
  isVouchedFor,
  sealHeader,
  type Header,
  type HeaderContent,
  type StoredHeader,
} from './header.ts'
import { areBothInPlace, markInPlace, setAsideMarked, type HeaderCopies } from './header-files.ts'
import { writeCopy, writeHeader, type HeaderProof } from './write-header.ts'

/** The header fields that a change may set; the keeper counts the generations. */
export type HeaderChange = Partial<Omit<HeaderContent, 'format' | 'version' | 'generation'>>

/** Reads and writes the header of an open vault. */
export interface HeaderKeeper {
  readonly folder: string
  readonly current: () => Header
  /**
   * Writes a changed header, which makes it current. `keyBefore` is the key before if this brings a new one. Throws
   * `vault-changed-underneath` if another program has written a header since, and the errors of `writeHeader`; the
   * previous header then stays current.
   */
  readonly put: (change: HeaderChange, proof: HeaderProof, keyBefore?: Uint8Array) => void
  /** Writes both copies if one is missing, damaged or older. Returns whether both are now this header. */
  readonly renew: (proof: HeaderProof) => boolean
}

/**
 * Keeps the header of one vault folder. `found` are the copies read before, which may be replaced; another program must
 * have written any other header that appears there.
 *
 * `judge` is the key that opened the header. A copy that claims to come after the header, and for which this key doesn't
 * vouch, is set aside before it is replaced. Null if the caller has already kept the copies found.
 */
export function createHeaderKeeper(
  folder: string,
  header: Header,
  found: HeaderCopies,
  judge: Uint8Array | null,
): HeaderKeeper {
  let current = header
  const known = new Set([
    header.checksum,
    ...found.headers.map(({ checksum }) => checksum),
    ...found.newer.map(({ mark }) => mark),
  ])
  const foreign = judge ? marksOfForeign(header, found, judge) : new Set<string>()
  /** Counts on only from headers that the key vouches for: anybody can write a copy with a high generation. */
  const highest = (key: Uint8Array): number => {
    const sound = found.headers.filter((one) => isHeaderSound(one, key))
    return Math.max(current.generation, ...sound.map(({ generation }) => generation))
  }

  /** The header on disk in an earlier format, as long as the current one is only its upgrade. */
  const upgraded = (key: Uint8Array): StoredHeader | null =>
    found.headers.find((one) => one.generation === header.generation - 1 && isHeaderSound(one, key)) ?? null

  const write = (next: Header, proof: HeaderProof): void => {
    const mark = markInPlace(folder)
    if (mark !== null && !known.has(mark)) throw new AppError('vault-changed-underneath')
    // The copy may be of the key before. Only this header proves to that key that it was handed over, so the copy
    // follows before the next header takes its place.
    const onDisk = current === header ? (upgraded(proof.vaultKey) ?? current) : current
    if (next !== onDisk && handsOver(onDisk) && !areBothInPlace(folder, onDisk)) writeCopy(folder, onDisk)
    if (foreign.size > 0) setAsideMarked(folder, foreign)
    known.add(next.checksum)
    writeHeader(folder, next, proof)
    current = next
  }

  return {
    folder,
    current: () => current,
    put: (change, proof, keyBefore) => {
      const content = { ...contentOf(current), ...change, generation: highest(proof.vaultKey) + 1 }
      write(sealHeader(content, proof.vaultKey, keyBefore), proof)
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

function handsOver(header: StoredHeader): boolean {
  return 'handOver' in header && header.handOver !== null
}

function marksOfForeign(header: Header, { headers, newer }: HeaderCopies, judge: Uint8Array): Set<string> {
  const isForeign = (one: StoredHeader): boolean =>
    one.generation >= header.generation && !isVouchedFor(one, judge)
  return new Set([
    ...headers.filter(isForeign).map(({ checksum }) => checksum),
    ...newer.map(({ mark }) => mark),
  ])
}
