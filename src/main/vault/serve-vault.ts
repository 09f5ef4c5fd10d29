import { createRouter, type Report } from '#shared/contract/router.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import type { VaultMessage } from '#shared/contract/vault-messages.ts'
import type { Served } from './answer-early.ts'
import type { FileGrants } from './files/file-grants.ts'
import { chooseArgon2Cost } from './keys/choose-cost.ts'
import type { ConnectReader } from './reading/reader.ts'
import { createVaultHandlers } from './vault-handlers.ts'

export interface ServeParts {
  readonly vaultFolder: string
  readonly assetsFolder: string
  readonly grants: FileGrants
  readonly connectReader: ConnectReader
  readonly send: (message: VaultMessage) => void
  readonly report: Report
}

/** The whole vault behind its contract, with the real clock and the real cost of a key. */
export function serveVault({
  vaultFolder,
  assetsFolder,
  grants,
  connectReader,
  send,
  report,
}: ServeParts): Served {
  const vault = createVaultHandlers({
    grants,
    connectReader,
    vaultFolder,
    assetsFolder,
    chooseCost: chooseArgon2Cost,
    now: () => new Date(),
    zone: zoneNow,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onState: (state) => {
      send({ kind: 'state', state })
    },
    // Waits one turn, so that the answer goes out first.
    onNeedsReplacing: () => setTimeout(() => send({ kind: 'needs-replacing' }), 0),
  })
  const route = createRouter({
    host: 'vault',
    operations: vaultContract,
    handlers: vault.handlers,
    state: vault.state,
    explain: vault.explain,
    refuses: vault.refuses,
    takesProof: vault.takesProof,
    report,
  })
  void vault.prepare().then(() => send({ kind: 'loaded' }))
  return {
    route: (request) => {
      vault.noteRequest()
      return route(request)
    },
    giveUp: vault.giveUp,
    close: (mayBackUp) => vault.close({ mayBackUp, onBackingUp: () => send({ kind: 'backing-up' }) }),
  }
}

/** The computer's zone at this moment. */
function zoneNow(): string {
  // Node reads the zone once. It reads it again when TZ is removed, even if it was not set; a zone set there stays.
  if (process.env['TZ'] === undefined) delete process.env['TZ']
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
