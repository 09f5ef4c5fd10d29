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
  surrounding: NodeJS.ProcessEnv,
): Promise<VirtualDisplay | undefined> {
  const [program] = findPrograms(['Xvfb'], surrounding)
  if (!program) return undefined
  // It chooses a free number by itself and writes it to the descriptor it is given.
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: surrounding })
  const stop = (): void => {
    process.off('exit', stop)
    child.kill()
  }
  process.on('exit', stop)
  const descriptor = child.stdio[3]
  const number = await new Promise<string | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), startMilliseconds)
    const answer = (found?: string): void => {
      clearTimeout(patience)
      resolve(found)
    }
    child.on('error', () => answer())
    child.on('exit', () => answer())
    let written = ''
    if (descriptor instanceof Readable)
      descriptor.on('data', (data: Buffer) => {
        written += data.toString()
        // The display ends if the descriptor is closed before the end of the line has been written.
        if (written.endsWith('\n')) answer(written.trim())
      })
  })
  if (!number) {
    stop()
    return undefined
  }
  child.unref()
  if (descriptor instanceof Readable) descriptor.destroy()
  // On a Wayland desktop the windows would otherwise be opened there.
  const environment = {
    DISPLAY: `:${number}`,
    WAYLAND_DISPLAY: undefined,
    XDG_SESSION_TYPE: 'x11',
    XAUTHORITY: undefined,
  }
  return { environment, stop }
}
