import { clientEntry } from '../../../testing/entries.ts'
import { createTestVault } from '../../../testing/test-vault.ts'

/** A vault with one client who has no session yet. */
export async function vaultWithClient(options: Parameters<typeof createTestVault>[0] = {}) {
  const vault = createTestVault(options)
  return { ...vault, client: await vault.api.clients.create(clientEntry()) }
}
