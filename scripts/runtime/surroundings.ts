import { join } from 'node:path'

import { findAptSystem, type AptSystem } from './install-packages.ts'
import { createMemory, type Memory } from './memory.ts'
import { electronPackageFolder, repositoryFolder } from './repository.ts'

/** What the choice depends on: the machine, the user and the clock. Tests pass their own. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** The user's numeric id; undefined on Windows. */
  readonly userId: number | undefined
  /** The apt system of this machine, if it is one. */
  readonly aptSystem: AptSystem | undefined
  readonly electronPackageFolder: string
  readonly memory: Memory
  /** Prints a line about the progress. */
  readonly say: (line: string) => void
  /** Whether the windows are for tests and should stay off the user's screen. */
  readonly unseen: boolean
  /** How long fetching and trying Electron may take together. */
  readonly timeoutMilliseconds: number
  /** How long Electron may take to show a window. */
  readonly proofMilliseconds: number
  /** How long all tries of a Chromium may take together. */
  readonly chromiumMilliseconds: number
  /** How long a download may stall. */
  readonly quietMilliseconds: number
}

/** The surroundings of this machine, with changes. */
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
    timeoutMilliseconds: 300_000,
    proofMilliseconds: 10_000,
    chromiumMilliseconds: 60_000,
    quietMilliseconds: 10_000,
    ...changes,
  }
}

/** Whether the user is root on Linux, where Electron refuses to start for root. */
export function isRootOnLinux({ platform, userId }: Surroundings): boolean {
  return platform === 'linux' && userId === 0
}
