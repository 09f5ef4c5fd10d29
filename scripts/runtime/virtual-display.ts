import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'

import { findPrograms } from './find-program.ts'
import type { Surroundings } from './surroundings.ts'

const startMilliseconds = 5_000

/** Where windows go: to a display that is there, to a virtual one that is started for them, or nowhere. */
export type Display = 'own' | 'virtual' | 'none'

/** Finds the display for Electron's windows. Those of tests go to a virtual one where that can be had. */
export function findDisplay({ environment, platform, unseen }: Surroundings): Display {
  if (platform !== 'linux') return 'own'
  const hasOwn = Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  const hasVirtual = findPrograms(['Xvfb'], environment).length > 0
  if (hasVirtual && (unseen || !hasOwn)) return 'virtual'
  return hasOwn ? 'own' : 'none'
}

/** A virtual display that runs. */
export interface VirtualDisplay {
  /** What programs need in their environment to open their windows on it. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stop: () => void
}

/** Starts a virtual display; nothing if it doesn't start. It ends with this process at the latest. */
export async function startVirtualDisplay(
  environment: NodeJS.ProcessEnv,
): Promise<VirtualDisplay | undefined> {
  const [program] = findPrograms(['Xvfb'], environment)
  if (!program) return undefined
  // It chooses a free number by itself and writes it to the descriptor it is given.
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: environment })
  const stop = (): void => {
    process.off('exit', stop)
    child.kill()
  }
  process.on('exit', stop)
  const numbers = child.stdio[3]
  const number = await new Promise<string | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), startMilliseconds)
    const answer = (found?: string): void => {
      clearTimeout(patience)
      resolve(found)
    }
    child.on('error', () => answer())
    child.on('exit', () => answer())
    if (numbers instanceof Readable) numbers.once('data', (data: Buffer) => answer(data.toString().trim()))
  })
  if (!number) {
    stop()
    return undefined
  }
  child.unref()
  if (numbers instanceof Readable) numbers.destroy()
  return { environment: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined }, stop }
}
