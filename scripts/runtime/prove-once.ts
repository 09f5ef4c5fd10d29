import { realpathSync, statSync } from 'node:fs'

import { proveRuntime } from './prove-runtime.ts'
import type { Surroundings } from './surroundings.ts'
import { failsAgainWithin, type Verdict } from './verdict.ts'
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
}

/**
 * Proves once a day that a program shows windows for this user on this display. Later calls reuse a success, and also a
 * failure for lack of time unless they offer clearly more. Every other failure shows at once and is tried again, because
 * its cause may have been removed.
 */
export async function proveOnce(wish: ProofWish, surroundings: Surroundings): Promise<Verdict> {
  const key = keyOf(wish, surroundings)
  const remembered = surroundings.memory.recall(key)
  if (remembered && (remembered.works || failsAgainWithin(remembered, wish.timeoutMilliseconds)))
    return remembered
  const verdict = await prove(wish)
  if (verdict.works || verdict.cause === 'time') surroundings.memory.remember(key, verdict)
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
