import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'

/** The vault gives a file up before this; a reader that is still there belongs to nobody. */
const longestMilliseconds = 55_000

/** Starts and ends the processes that read files from outside. Never sees a file: the vault has the other end of each. */
export function createReaders(entry: string) {
  const running = new Map<number, UtilityProcess>()

  return {
    /** Starts a reader and returns the end of its port that the vault gets. */
    start: (id: number): MessagePortMain => {
      const reader = utilityProcess.fork(entry, [], { serviceName: 'Attune reader', stdio: 'inherit' })
      const { port1: forVault, port2: forReader } = new MessageChannelMain()
      reader.postMessage(null, [forReader])
      running.set(id, reader)
      const deadline = setTimeout(() => reader.kill(), longestMilliseconds)
      reader.once('exit', () => {
        clearTimeout(deadline)
        if (running.get(id) === reader) running.delete(id)
      })
      return forVault
    },
    end: (id: number): void => void running.get(id)?.kill(),
    endAll: (): void => {
      for (const reader of running.values()) reader.kill()
    },
  }
}

export type Readers = ReturnType<typeof createReaders>
