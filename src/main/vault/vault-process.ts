import type { ParentPort } from 'electron'
import { z } from 'zod'
import { vaultStatusSchema } from '#shared/contract/operations/vault.ts'
import {
  toVaultSchema,
  vaultCommandSchema,
  type VaultCommand,
  type VaultMessage,
} from '#shared/contract/vault-messages.ts'
import { createOwnEnd } from './own-end.ts'
import { createPageRequests } from './page-requests.ts'
import { answerEarly } from './answer-early.ts'
import { createFileGrants } from './files/file-grants.ts'
import { createAttemptDelay } from './keys/attempt-delay.ts'
import { createReaderConnections } from './reading/reader-connections.ts'
import { readVaultStatus } from './features/vault/read-vault-status.ts'

// The reader of stderr may be gone, such as a closed terminal. Without a listener, the next report would then throw and
// end the process, which locks the vault in the middle of someone's work.
process.stderr.on('error', () => undefined)

// Electron would only log a rejection and go on, but an uncaught one may have left the vault half done.
process.on('unhandledRejection', endOnFault)
process.on('uncaughtException', endOnFault)

/**
 * The process that holds the key and the open database.
 *
 * It starts without a key, receives a port to main and one to the page, answers the page's requests on the page's port,
 * and ends for good on the command to close: a locked vault is a process that no longer exists.
 */
const [vaultFolder, assetsFolder, marksFile] = z
  .tuple([z.string(), z.string(), z.string()])
  .parse(process.argv.slice(-3))

// Electron gives a utility process this port; Node's types don't include it.
const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort }

// Only the bench sets this, and only for an unpacked app.
if (marksFile !== '') void import('./write-marks.ts').then(({ writeMarksTo }) => writeMarksTo(marksFile))

const longestOwnCloseMilliseconds = 5_000

parentPort.on('message', ({ data, ports }) => {
  const command = vaultCommandSchema.parse(data)
  if (command.kind === 'close') return void close(command)
  const [port] = ports
  if (!port) throw new Error('the vault process was given no port')
  if (command.kind === 'page') return page.connect(port)
  port.on('message', ({ data: raw, ports: [readerPort] }) => {
    const message = toVaultSchema.parse(raw)
    if (message.kind === 'followed') return page.noteFollowed()
    if (message.kind === 'alive') return ownEnd.noteSign(message.lockAfterMinutes)
    if (message.kind === 'active') return ownEnd.noteActivity()
    if (message.kind === 'locking') {
      // What was typed can be saved at once.
      if (message.isLocking) vault.giveUp()
      return page.setLocking(message.isLocking)
    }
    if (message.kind === 'reader') return readerPort && readers.accept(message.id, readerPort)
    grants.accept(message.grant)
    send({ kind: 'granted', token: message.grant.token })
  })
  // Main is gone or has given this process up, so nobody could lock it any more.
  port.on('close', () => void close({ mayBackUp: false, longestDrainMilliseconds: 0 }))
  port.start()
  send = (message) => {
    if (message.kind === 'state') {
      page.noteState()
      ownEnd.noteState(message.state)
    }
    if (message.kind === 'needs-replacing') page.stop()
    port.postMessage(message)
  }
})

let send: (message: VaultMessage) => void = () => undefined

const ownEnd = createOwnEnd({
  now: () => ({ wall: Date.now(), monotonic: performance.now() }),
  end: () => {
    // Main would kill a close that hangs, and it is not there.
    setTimeout(() => process.exit(1), longestOwnCloseMilliseconds)
    void close({ mayBackUp: false, longestDrainMilliseconds: 0 })
  },
})

const page = createPageRequests({
  route: (request) => vault.route(request),
  onWorking: (isWorking) => send({ kind: 'working', isWorking }),
  // Nobody waits any more for the file that a reader may be reading, nor for its import.
  onPageGone: () => {
    readers.endAll()
    vault.giveUp()
  },
})

const readers = createReaderConnections({
  ask: (id) => send({ kind: 'needs-reader', id }),
  release: (id) => send({ kind: 'reader-done', id }),
})

const grants = createFileGrants(() => new Date())

const attempts = createAttemptDelay({
  folder: vaultFolder,
  sleep: () => Promise.resolve(),
  monotonic: () => performance.now(),
  now: () => new Date(),
})

const vault = answerEarly({
  lockedStatus: () =>
    vaultStatusSchema.parse(
      readVaultStatus({
        folder: vaultFolder,
        opened: null,
        state: 'locked',
        attempts,
        explain: (cause) => cause,
      }),
    ),
  load: async () => {
    const { serveVault } = await import('./serve-vault.ts')
    return serveVault({
      vaultFolder,
      assetsFolder,
      grants,
      connectReader: readers.connect,
      send: (message) => send(message),
      report: (path, cause) => {
        process.stderr.write(`attune: ${path} failed unexpectedly (${nameOf(cause)})\n`)
      },
    })
  },
})

type Closing = Pick<Extract<VaultCommand, { kind: 'close' }>, 'mayBackUp' | 'longestDrainMilliseconds'>

/** A second command to close finds the vault closed and ends the process. */
async function close({ mayBackUp, longestDrainMilliseconds }: Closing): Promise<void> {
  try {
    await page.leave(longestDrainMilliseconds)
    await vault.close(mayBackUp)
  } finally {
    process.exit(0)
  }
}

/** Ends the process, which locks the vault. The main process reports the lock and starts a new process. */
function endOnFault(cause: unknown): never {
  process.stderr.write(`attune: the vault process failed unexpectedly (${nameOf(cause)})\n`)
  process.exit(1)
}

/** Names and codes only: a message could quote what was being saved. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause
}
