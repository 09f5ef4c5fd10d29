import { join } from 'node:path'

import { findAptSystem, type AptSystem } from './install-packages.ts'
import { createMemory, type Memory } from './memory.ts'
import { electronPackageFolder, repositoryFolder } from './repository.ts'

/** What a choice depends on: the machine, the user and the clock. Tests give their own. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** The user's number; undefined on Windows. */
  readonly userId: number | undefined
  /** The kind of system whose packages come through apt, if it is one. */
  readonly aptSystem: AptSystem | undefined
  readonly electronPackageFolder: string
  readonly memory: Memory
  /** Where a line about what is going on is written. */
  readonly say: (line: string) => void
  /** Whether the windows are for tests, and better kept off the screen of whoever sits there. */
  readonly unseen: boolean
  /** How long fetching and trying Electron may take altogether. */
  readonly patienceMilliseconds: number
  /** How long Electron may take to show a window. */
  readonly proofMilliseconds: number
  /** How long nothing may arrive of what is being fetched. */
  readonly quietMilliseconds: number
}

/** This machine as it is. */
export function createSurroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    environment: process.env,
    platform: process.platform,
    userId: process.getuid?.(),
    aptSystem: findAptSystem(),
    electronPackageFolder,
    memory: createMemory(join(repositoryFolder, 'node_modules/.cache/attune'), new Date()),
    say: (line) => console.log(line),
    unseen: false,
    patienceMilliseconds: 300_000,
    proofMilliseconds: 10_000,
    quietMilliseconds: 10_000,
    ...changes,
  }
}

/** Whether the user is root, whom Electron refuses on Linux. */
export function isRootOnLinux({ platform, userId }: Surroundings): boolean {
  return platform === 'linux' && userId === 0
}
