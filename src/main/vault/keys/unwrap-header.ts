import { AppError } from '#shared/contract/result.ts'
import { headerVersion, isHeaderSound, sealHeader, type Header, type StoredHeader } from './header.ts'
import { openPassphraseSlot, renewPassphraseSlot } from './passphrase-slot.ts'
import { openRecoverySlot } from './recovery-slot.ts'

/** What opens a vault: the passphrase, or the 32 bytes of the recovery key. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-key'; readonly key: Uint8Array }

/** A header opened by a secret, in the current format, with the vault key. */
export interface Unwrapped {
  readonly header: Header
  readonly vaultKey: Buffer
}

/**
 * Opens the newest header with the secret. `headers` are the intact copies, highest generation first.
 *
 * An interrupted change leaves a copy of a lower generation. That copy may still hold the replaced passphrase or
 * recovery key, which must open nothing any more. So it is tried only if the secret opens the newer copy and that one
 * proves to be tampered with.
 *
 * Throws `wrong-passphrase` or `wrong-recovery-key` if the secret opens no copy, `recovery-key-not-set` if there is no
 * slot for one, and `vault-damaged` if the secret is right but the header was changed.
 */
export async function unwrapHeader(headers: readonly StoredHeader[], secret: Secret): Promise<Unwrapped> {
  let wasChanged = false
  let refusedBy = 0
  for (const header of distinct(headers)) {
    if (header.generation < refusedBy) break
    const opened = await tryHeader(header, secret)
    if (opened === null) {
      refusedBy = header.generation
      continue
    }
    if (isHeaderSound(header, opened.vaultKey)) return opened
    opened.vaultKey.fill(0)
    wasChanged = true
  }
  if (wasChanged) throw new AppError('vault-damaged')
  if (secret.kind === 'passphrase') throw new AppError('wrong-passphrase')
  throw new AppError(headers.some(hasRecoverySlot) ? 'wrong-recovery-key' : 'recovery-key-not-set')
}

function hasRecoverySlot({ slots }: StoredHeader): boolean {
  return slots.length === 2
}

/** Skips a second copy that equals the first, because each costs another key derivation. */
function distinct(headers: readonly StoredHeader[]): StoredHeader[] {
  const seen = new Set<string>()
  return headers.filter(({ checksum }) => !seen.has(checksum) && seen.add(checksum))
}

async function tryHeader(header: StoredHeader, secret: Secret): Promise<Unwrapped | null> {
  if (secret.kind === 'recovery-key') {
    if (header.version === 1 || header.slots.length === 1) return null
    const vaultKey = openRecoverySlot(header, header.slots[1], secret.key)
    return vaultKey && { header, vaultKey }
  }
  if (header.version !== 1) {
    const vaultKey = await openPassphraseSlot(header, header.slots[0], secret.passphrase)
    return vaultKey && { header, vaultKey }
  }
  const { mac: _mac, checksum: _checksum, slots, ...content } = header
  const context = { version: headerVersion, vaultId: header.vaultId } as const
  const renewed = await renewPassphraseSlot(header, context, slots[0], secret.passphrase)
  if (!renewed) return null
  const upgraded = {
    ...content,
    ...context,
    generation: header.generation + 1,
    replaces: null,
    audit: null,
    slots: [renewed.slot],
  } satisfies Omit<Header, 'mac' | 'checksum'>
  return { header: sealHeader(upgraded, renewed.vaultKey), vaultKey: renewed.vaultKey }
}
