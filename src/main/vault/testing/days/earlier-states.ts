import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Holding } from './promises.ts'

/** What a practice looked like when it was locked: copies of its folders, and who was in its vault. */
interface EarlierState extends Holding {
  readonly vault: string
  /** Null if there was no second place yet. */
  readonly drive: string | null
}

/** Keeps the folder of a practice's vault and its drive as they are at each lock, so that each can be put back later. */
export function createEarlierStates(folders: { readonly vault: string; readonly drive: string }) {
  let states: readonly EarlierState[] = []

  const putBack = (folder: string, from: string): void => {
    rmSync(folder, { recursive: true, force: true })
    cpSync(from, folder, { recursive: true })
  }

  return {
    keep: ({ present, backedUp, isDatabaseRotted }: Holding): void => {
      const room = temporaryFolder()
      const copy = (folder: string, name: string): string => {
        cpSync(folder, join(room, name), { recursive: true })
        return join(room, name)
      }
      const drive = existsSync(folders.drive) ? copy(folders.drive, 'drive') : null
      const vault = copy(folders.vault, 'vault')
      states = [...states, { vault, drive, present, backedUp, isDatabaseRotted }]
    },
    count: (): number => states.length,
    /** Forgets all states but the first ones. */
    keepFirst: (count: number): void => {
      states = states.slice(0, count)
    },
    /** No state counts on a second file any more. */
    forgetBackups: (): void => {
      states = states.map((state) => ({ ...state, backedUp: new Set() }))
    },
    /** Puts the vault's folder back. Returns who is in it; null without an earlier state. */
    putVaultBack: (which: number): Holding | null => {
      const chosen = states[which % states.length]
      if (!chosen) return null
      putBack(folders.vault, chosen.vault)
      return chosen
    },
    /** Puts the drive back, as if it had been away since. Returns whether there is an earlier state of it. */
    putDriveBack: (which: number): boolean => {
      const copies = states.flatMap(({ drive }) => drive ?? [])
      const chosen = copies[which % copies.length]
      if (chosen === undefined) return false
      putBack(folders.drive, chosen)
      return true
    },
  }
}
