import { AppError } from '#shared/contract/result.ts'
import {
  headerVersion,
  isHeaderSound,
  isVouchedFor,
  notYetSaid,
  sealHeader,
  slotContextOf,
  upgradeHeader,
  type Header,
  type HeaderContent,
  type StoredHeader,
} from './header.ts'
import type { NewerHeader } from './header-files.ts'
import { openPassphraseSlot, renewPassphraseSlot } from './passphrase-slot.ts'
import { openRecoverySlot } from './recovery-slot.ts'

/** What opens a vault: the passphrase, or the 32 bytes of the recovery key. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: Uint8Array }
  | { readonly kind: 'recovery-key'; readonly key: Uint8Array }

/** A header opened by a secret, in the current format, with the vault key. */
export interface Unwrapped {
  readonly header: Header
  readonly vaultKey: Buffer
}

/**
 * Opens the current header with the secret. `headers` are the intact copies, `newer` those of a later format.
 *
 * Each copy is judged by itself. A header that the secret opens and whose seal is right is the current one, unless its key
 * vouches for one of a higher generation: then that one replaced it, and the secret must open that one. So a replaced
 * passphrase or recovery key in a copy left behind opens nothing, and a forged copy changes nothing.
 *
 * A copy that costs much more than the other is tried last, so a forged one makes the right secret wait only for a few
 * times its own cost.
 *
 * Throws `wrong-passphrase` or `wrong-recovery-key` if the secret opens no current header, `recovery-key-not-set` if
 * there is no slot for one, `vault-damaged` if the secret is right but the header was changed, and `vault-newer` if the
 * key vouches for a header of a later format.
 */
export async function unwrapHeader(
  headers: readonly StoredHeader[],
  secret: Secret,
  newer: readonly NewerHeader[] = [],
): Promise<Unwrapped> {
  const tries = new Map<StoredHeader, Promise<Try>>()
  const tryOnce = (header: StoredHeader): Promise<Try> => {
    const trying = tries.get(header) ?? tryHeader(header, secret).catch(passOver)
    tries.set(header, trying)
    return trying
  }
  /** A forged copy can ask for more memory than there is. The other copy may still open. */
  const passOver = (cause: unknown): Try => {
    if (!(cause instanceof AppError)) throw cause
    failure ??= cause
    return 'refused'
  }
  let failure: AppError | null = null
  const candidates = distinct(headers)
  /** The header that replaced an opened one, as the secret opens it; the opened one itself if none did. */
  const latestAfter = async (header: StoredHeader, found: Unwrapped): Promise<Try> => {
    for (const later of candidates.filter(({ generation }) => generation > header.generation)) {
      if (isVouchedFor(later, found.vaultKey)) return tryOnce(later)
      // The first two formats have no hand-over to a new key, so between them the generation decides, as it always did.
      const isDecidedByGeneration = later.version < 3 && header.version < 3
      if (isDecidedByGeneration && (await tryOnce(later)) !== 'changed') return tryOnce(later)
    }
    return found
  }
  let wasChanged = false
  for (const header of inTurn(candidates, secret)) {
    const found = await tryOnce(header)
    if (found === 'changed') wasChanged = true
    if (typeof found === 'string') continue
    const latest = await latestAfter(header, found)
    if (latest !== found) found.vaultKey.fill(0)
    if (latest === 'changed') wasChanged = true
    if (typeof latest === 'string') break
    if (newer.some(({ value }) => isVouchedFor(value, latest.vaultKey))) {
      latest.vaultKey.fill(0)
      throw new AppError('vault-newer')
    }
    return latest
  }
  // Nobody can say whether the secret is wrong for a copy that could not be tried.
  if (failure) throw failure
  if (wasChanged) throw new AppError('vault-damaged')
  if (secret.kind === 'passphrase') throw new AppError('wrong-passphrase')
  throw new AppError(headers.some(hasRecoverySlot) ? 'wrong-recovery-key' : 'recovery-key-not-set')
}

/** Opened with the right seal; not opened by the secret; or opened, but changed by somebody without the key. */
type Try = Unwrapped | 'refused' | 'changed'

/**
 * A computer measures nearly the same cost each time. A header from this computer stays below this many times the cost of
 * the one before it.
 */
const muchDearer = 4

/**
 * The highest generation comes first, because a secret may open a copy from before a re-encryption too, whose key can't
 * vouch for more than the next header. One that asks for much more comes last. A recovery key costs nothing.
 */
function inTurn(headers: readonly StoredHeader[], secret: Secret): StoredHeader[] {
  const costOf = ({ slots: [{ kdf }] }: StoredHeader): number =>
    secret.kind === 'passphrase' ? kdf.cost.memoryKibibytes * kdf.cost.passes : 0
  const least = Math.min(...headers.map(costOf))
  const isDear = (header: StoredHeader): number => Number(costOf(header) > least * muchDearer)
  return headers.toSorted((a, b) => isDear(a) - isDear(b) || b.generation - a.generation)
}

function hasRecoverySlot({ slots }: StoredHeader): boolean {
  return slots.length === 2
}

/** Skips a second copy that equals the first, because each costs another key derivation. */
function distinct(headers: readonly StoredHeader[]): StoredHeader[] {
  const seen = new Set<string>()
  return headers.filter(({ checksum }) => !seen.has(checksum) && seen.add(checksum))
}

async function tryHeader(header: StoredHeader, secret: Secret): Promise<Try> {
  const opened = await openHeader(header, secret)
  if (opened === null) return 'refused'
  if (isHeaderSound(header, opened.vaultKey)) return opened
  opened.vaultKey.fill(0)
  return 'changed'
}

/** Opens a slot of a header, and brings the header to the current format. */
async function openHeader(header: StoredHeader, secret: Secret): Promise<Unwrapped | null> {
  if (secret.kind === 'recovery-key') {
    if (header.version === 1 || header.slots.length === 1) return null
    const vaultKey = openRecoverySlot(slotContextOf(header), header.slots[1], secret.key)
    return vaultKey && { header: upgradeHeader(header, vaultKey), vaultKey }
  }
  if (header.version !== 1) {
    const vaultKey = await openPassphraseSlot(slotContextOf(header), header.slots[0], secret.passphrase)
    return vaultKey && { header: upgradeHeader(header, vaultKey), vaultKey }
  }
  const context = { version: headerVersion, vaultId: header.vaultId } as const
  const renewed = await renewPassphraseSlot(
    slotContextOf(header),
    slotContextOf(context),
    header.slots[0],
    secret.passphrase,
  )
  if (!renewed) return null
  const { mac: _mac, checksum: _checksum, ...content } = header
  const next = {
    ...content,
    ...context,
    generation: header.generation + 1,
    replaces: null,
    audit: null,
    ...notYetSaid,
    slots: [renewed.slot],
  } satisfies HeaderContent
  return { header: sealHeader(next, renewed.vaultKey), vaultKey: renewed.vaultKey }
}
