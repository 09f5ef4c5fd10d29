import { MessageChannelMain } from 'electron'
import { afterEach, beforeEach, vi } from 'vitest'
import type { VaultState } from '#shared/vault-state.ts'
import { createVaultClient } from '../vault-client.ts'
import { made } from './fake-vault-process.ts'

/** A client of the fake vault process, and what it reports. */
export function client() {
  const states: VaultState[] = []
  const calls: string[] = []
  const readers: string[] = []
  const vault = createVaultClient({
    entry: 'vault-process.js',
    vaultFolder: '/vault',
    assetsFolder: '/assets',
    marksFile: null,
    onState: (state) => states.push(state),
    onCrash: () => calls.push('crash'),
    readers: {
      start: (id) => {
        readers.push(`start ${id}`)
        return new MessageChannelMain().port1
      },
      end: (id) => readers.push(`end ${id}`),
      endAll: () => readers.push('end all'),
    },
    onBackingUp: () => calls.push('backing up'),
  })
  return { vault, states, calls, readers }
}

/** Lets pending promises continue without advancing the time. */
export const settled = () => vi.advanceTimersByTimeAsync(0)

/** Begins each test of a file without processes, and with the time in the test's hands. */
export function startEachWithoutProcesses(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    made.processes = []
    made.channels = []
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}
