import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { deriveKey } from '#vault/keys/derive-key.ts'
import { readHeaders } from '#vault/keys/header-files.ts'
import { unwrapHeader } from '#vault/keys/unwrap-header.ts'

/** Derives the keys of a closed or open vault from its header and passphrase, to search memory for them. */
export async function keysOfVault(
  folder: string,
  passphrase: string,
): Promise<{ vault: Buffer; database: Buffer }> {
  const found = readHeaders(folder)
  if (found.presence !== 'present') throw new Error('there is no header that can be read')
  const { vaultKey } = await unwrapHeader(found.headers, {
    kind: 'passphrase',
    passphrase: typedSecret(passphrase),
  })
  return { vault: vaultKey, database: deriveKey(vaultKey, 'database') }
}
