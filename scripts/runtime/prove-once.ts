import { realpathSync, statSync } from 'node:fs'

import { proveRuntime } from './prove-runtime.ts'
import type { Surroundings } from './surroundings.ts'
import type { Verdict } from './verdict.ts'
import { startVirtualDisplay, type Display } from './virtual-display.ts'

/** A proof that a program shows windows on a display. */
export interface ProofWish {
  /** The program to start. */
  readonly executable: string
  /** A change of this file makes an earlier proof void; by default the executable. */
  readonly provenFile?: string
  readonly version?: string | undefined
  readonly display: Display
  readonly environment: NodeJS.ProcessEnv
  readonly timeoutMilliseconds: number
  /** Whether failures are remembered for the day too. */
  readonly remembersFailure: boolean
}

/** Proves once a day that a program shows windows for this user on this display; later calls reuse the verdict. */
export async function proveOnce(wish: ProofWish, surroundings: Surroundings): Promise<Verdict> {
  const key = keyOf(wish, surroundings)
  const remembered = surroundings.memory.recall(key)
  if (remembered && (remembered.works || wish.remembersFailure)) return remembered
  const verdict = await prove(wish)
  if (verdict.works || wish.remembersFailure) surroundings.memory.remember(key, verdict)
  return verdict
}

async function prove(wish: ProofWish): Promise<Verdict> {
  const { display, executable, environment, timeoutMilliseconds } = wish
  const virtual = display === 'virtual' ? await startVirtualDisplay(environment) : undefined
  if (display === 'virtual' && !virtual)
    return { works: false, cause: 'display', reason: "has no display here, and Xvfb can't be started" }
  try {
    const whole = { ...environment, ...virtual?.environment }
    return await proveRuntime({ executable, environment: whole, timeoutMilliseconds })
  } finally {
    virtual?.stop()
  }
}

function keyOf(
  { executable, provenFile, version, display, environment }: ProofWish,
  { userId }: Surroundings,
): string {
  const path = realPath(provenFile ?? executable)
  const found = statSync(path, { throwIfNoEntry: false })
  const own = [environment['DISPLAY'] ?? '', environment['WAYLAND_DISPLAY'] ?? ''].join('/')
  return [
    path,
    found?.size,
    found?.mtimeMs,
    found?.ctimeMs,
    version ?? '',
    userId ?? '',
    display === 'own' ? own : display,
  ].join(' | ')
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
