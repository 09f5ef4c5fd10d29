import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConnectReader } from '#vault/reading/reader.ts'

const bytesInKibibyte = 1024

/** Starts the app's own reader process under plain Node, and knows how much memory the last one took. */
export function createRealReaders() {
  let growthBytes = 0
  const exits: Promise<unknown>[] = []

  const connect: ConnectReader = async () => {
    const child = fork(join(import.meta.dirname, 'reader-boot.ts'), [], { stdio: 'inherit', execArgv: [] })
    exits.push(once(child, 'exit'))
    await once(child, 'message')
    const idle = memoryOf(child.pid, 'VmRSS')
    growthBytes = 0
    const watch = setInterval(note, 10)
    function note(): void {
      growthBytes = Math.max(growthBytes, memoryOf(child.pid, 'VmHWM') - idle)
    }
    return {
      send: (message) => void child.send(message),
      listen: ({ onMessage, onGone }) => {
        child.on('message', onMessage)
        child.once('exit', () => {
          clearInterval(watch)
          onGone()
        })
      },
      end: () => {
        note()
        clearInterval(watch)
        child.kill()
      },
    }
  }
  return {
    connect,
    /** Bytes that the last reader took at most, beyond what it takes while idle; 0 where there is no /proc. */
    growthBytes: () => growthBytes,
    /** Resolves once every reader has ended. */
    ended: () => Promise.all(exits),
  }
}

function memoryOf(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return 0
  const [, kibibytes = '0'] = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(status, 'utf8')) ?? []
  return Number(kibibytes) * bytesInKibibyte
}
