import { chooseRuntime, type Runtime } from './choose-runtime.ts'
import type { Surroundings } from './surroundings.ts'
import { startVirtualDisplay } from './virtual-display.ts'

/**
 * Chooses what runs the app, prints it in one line, and sets this process's environment for it, so that children
 * inherit it. A virtual display lasts as long as this process.
 */
export async function prepareRuntime(
  wishes: Partial<
    Pick<Surroundings, 'unseen' | 'timeoutMilliseconds' | 'proofMilliseconds' | 'chromiumMilliseconds'>
  > = {},
): Promise<Runtime> {
  // With this variable Electron would run as a Node without windows.
  delete process.env['ELECTRON_RUN_AS_NODE']
  const runtime = await chooseRuntime(wishes)
  console.log(runtime.line)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.dist
  if (runtime.chromium) process.env['ATTUNE_CHROMIUM'] = runtime.chromium
  if (!runtime.needsVirtualDisplay) return runtime
  const display = await startVirtualDisplay(process.env)
  if (!display)
    throw new Error("The virtual display that Electron's windows need could not be started (Xvfb).")
  for (const [name, value] of Object.entries(display.environment)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  return runtime
}
