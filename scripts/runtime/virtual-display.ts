import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'

import { findPrograms } from './find-program.ts'
import type { Surroundings } from './surroundings.ts'

const startMilliseconds = 5_000

/** Where windows go: to the existing display, to a virtual one started for them, or nowhere. */
export type Display = 'own' | 'virtual' | 'none'

/** Finds the display for Electron's windows. Windows of tests go to a virtual one if Xvfb is installed. */
export function findDisplay({ environment, platform, unseen }: Surroundings): Display {
  if (platform !== 'linux') return 'own'
  const hasOwn = Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  const hasVirtual = findPrograms(['Xvfb'], environment).length > 0
  if (hasVirtual && (unseen || !hasOwn)) return 'virtual'
  return hasOwn ? 'own' : 'none'
}

/** A running virtual display. */
export interface VirtualDisplay {
  /** The environment that makes programs open their windows on it. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stop: () => void
}

/** Starts a virtual display; undefined if it doesn't start. It ends with this process at the latest. */
export async function startVirtualDisplay(
  surrounding: NodeJS.ProcessEnv,
): Promise<VirtualDisplay | undefined> {
  const [program] = findPrograms(['Xvfb'], surrounding)
  if (!program) return undefined
  // Xvfb chooses a free number and writes it to this descriptor.
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: surrounding })
  const stop = (): void => {
    process.off('exit', stop)
    child.kill()
  }
  process.on('exit', stop)
  const descriptor = child.stdio[3]
  const number = await new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), startMilliseconds)
    const answer = (found?: string): void => {
      clearTimeout(timer)
      resolve(found)
    }
    child.on('error', () => answer())
    child.on('exit', () => answer())
    let written = ''
    if (descriptor instanceof Readable)
      descriptor.on('data', (data: Buffer) => {
        written += data.toString()
        // Xvfb ends if the descriptor is closed before it has written the end of the line.
        if (written.endsWith('\n')) answer(written.trim())
      })
  })
  if (!number) {
    stop()
    return undefined
  }
  child.unref()
  if (descriptor instanceof Readable) descriptor.destroy()
  // Otherwise the windows would open on the user's Wayland desktop.
  const environment = {
    DISPLAY: `:${number}`,
    WAYLAND_DISPLAY: undefined,
    XDG_SESSION_TYPE: 'x11',
    XAUTHORITY: undefined,
  }
  return { environment, stop }
}
