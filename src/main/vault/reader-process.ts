import type { ParentPort } from 'electron'
import { runReader } from './reading/run-reader.ts'

/**
 * The process that reads one file from outside.
 *
 * It gets the file's text over a message port and hands back drafts. It has no key, no database and no path, and main
 * ends it when the file was read, on cancelling, at the deadline, and at a lock.
 */

// Electron gives a utility process this port; Node's types don't include it.
const { parentPort } = process as NodeJS.Process & { readonly parentPort: ParentPort }

parentPort.once('message', ({ ports: [port] }) => {
  if (!port) throw new Error('the reader was given no port')
  runReader({ port, exit: () => process.exit(0), memory: () => process.memoryUsage.rss() })
})
