import type { ParentPort } from 'electron'
import { z } from 'zod'
import { createRouter } from '#shared/contract/router.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { requestSchema } from '#shared/contract/wire.ts'
import type { VaultMessage } from '#shared/contract/vault-messages.ts'
import { explainStorageFailure } from './database/sqlite-failure.ts'
import { defaultArgon2Cost } from './keys/stretch.ts'
import { createVaultHandlers } from './vault-handlers.ts'

/**
 * The process that holds the key and the open database.
 *
 * It is started without a key, is handed one message port, answers requests on it, and ends for good when it is
 * told to close: a locked vault is a process that no longer exists.
 */
const [vaultFolder, assetsFolder] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(-2))

// Electron gives a utility process this port; Node's own types don't know of it.
const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort }

const requestMessageSchema = z.strictObject({ id: z.int(), request: requestSchema })
const commandSchema = z.enum(['connect', 'close'])

parentPort.on('message', ({ data, ports }) => {
  if (commandSchema.parse(data) === 'close') return close()
  const [port] = ports
  if (!port) throw new Error('the vault process was given no port')
  port.on('message', ({ data: raw }) => {
    const { id, request } = requestMessageSchema.parse(raw)
    void route(request).then((outcome) => {
      send({ kind: 'answer', id, outcome: JSON.stringify(outcome) })
    })
  })
  port.start()
  send = (message) => {
    port.postMessage(message)
  }
})

let send: (message: VaultMessage) => void = () => undefined

const vault = createVaultHandlers({
  vaultFolder,
  assetsFolder,
  cost: defaultArgon2Cost,
  now: () => new Date(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  onState: (state) => {
    send({ kind: 'state', state })
  },
})

const route = createRouter({
  host: 'vault',
  operations: vaultContract,
  handlers: vault.handlers,
  state: vault.state,
  explain: explainStorageFailure,
  report: (path, cause) => {
    // Names and codes only: a message could quote what was being saved.
    const name = cause instanceof Error ? cause.name : typeof cause
    process.stderr.write(`attune: ${path} failed unexpectedly (${name})\n`)
  },
})

function close(): void {
  try {
    vault.close()
  } finally {
    process.exit(0)
  }
}
