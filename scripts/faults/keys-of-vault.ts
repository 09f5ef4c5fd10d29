import { deriveKey } from '#vault/keys/derive-key.ts'
import { readHeaders } from '#vault/keys/header-files.ts'
import { openPassphraseSlot } from '#vault/keys/keyslot.ts'

/** The keys of a closed or open vault, worked out from its header and passphrase, to be looked for in memory. */
export async function keysOfVault(
  folder: string,
  passphrase: string,
): Promise<{ vault: Buffer; database: Buffer }> {
  const found = readHeaders(folder)
  const [header] = found.presence === 'present' ? found.headers : []
  const [slot] = header?.slots ?? []
  const vault = header && slot ? await openPassphraseSlot(header, slot, passphrase) : null
  if (!vault) throw new Error('the passphrase opens no slot of this vault')
  return { vault, database: deriveKey(vault, 'database') }
}
