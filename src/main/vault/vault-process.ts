import type { ParentPort } from 'electron'
import { z } from 'zod'
import { createRouter } from '#shared/contract/router.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { toVaultSchema, vaultCommandSchema, type VaultMessage } from '#shared/contract/vault-messages.ts'
import { createFileGrants } from './files/file-grants.ts'
import { chooseArgon2Cost } from './keys/choose-cost.ts'
import { createVaultHandlers } from './vault-handlers.ts'

// Electron would note a rejection and go on; what nothing caught here may have left the vault half done.
process.on('unhandledRejection', endOnFault)
process.on('uncaughtException', endOnFault)

/**
 * The process that holds the key and the open database.
 *
 * It is started without a key, is handed one message port, answers requests on it, and ends for good when it is
 * told to close: a locked vault is a process that no longer exists.
 */
const [vaultFolder, assetsFolder] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(-2))

// Electron gives a utility process this port; Node's own types don't know of it.
const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort }

parentPort.on('message', ({ data, ports }) => {
  const command = vaultCommandSchema.parse(data)
  if (command.kind === 'close') return void close(command.mayBackUp)
  const [port] = ports
  if (!port) throw new Error('the vault process was given no port')
  port.on('message', ({ data: raw }) => {
    const message = toVaultSchema.parse(raw)
    if (message.kind === 'grant') return grants.accept(message.grant)
    const { id, request } = message
    vault.noteRequest()
    void route(request).then((result) => {
      send({ kind: 'answer', id, result: JSON.stringify(result) })
    })
  })
  port.start()
  send = (message) => {
    port.postMessage(message)
  }
})

let send: (message: VaultMessage) => void = () => undefined

const grants = createFileGrants(() => new Date())

const vault = createVaultHandlers({
  grants,
  vaultFolder,
  assetsFolder,
  chooseCost: chooseArgon2Cost,
  now: () => new Date(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  onState: (state) => {
    send({ kind: 'state', state })
  },
  // After the answer to whatever was asked.
  onNeedsReplacing: () => setTimeout(() => send({ kind: 'needs-replacing' }), 0),
})

const route = createRouter({
  host: 'vault',
  operations: vaultContract,
  handlers: vault.handlers,
  state: vault.state,
  explain: vault.explain,
  refuses: vault.refuses,
  report: (path, cause) => {
    process.stderr.write(`attune: ${path} failed unexpectedly (${nameOf(cause)})\n`)
  },
})

vault.test()

/** A second command to close finds the vault closed and ends the process. */
async function close(mayBackUp: boolean): Promise<void> {
  try {
    await vault.close({ mayBackUp, onBackingUp: () => send({ kind: 'backing-up' }) })
  } finally {
    process.exit(0)
  }
}

/** Ends the process, which locks the vault: the main process says so and starts a fresh one. */
function endOnFault(cause: unknown): never {
  process.stderr.write(`attune: the vault process failed unexpectedly (${nameOf(cause)})\n`)
  process.exit(1)
}

/** Names and codes only: a message could quote what was being saved. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause
}
