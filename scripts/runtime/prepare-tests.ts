import type { Runtime } from './choose-runtime.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { ensureStrace } from './ensure-strace.ts'
import { prepareRuntime } from './prepare-runtime.ts'
import { createSurroundings } from './surroundings.ts'

// Together less than a minute.
const [timeoutMilliseconds, chromiumMilliseconds] = [35_000, 20_000]

/**
 * Prepares the journeys: the runtime, off the screen if possible, and strace; with `includesStandIn` also a Chromium
 * for the stand-in's own tests. Takes less than a minute, apart from installing. If something is missing, prints what
 * to do about each of them and returns nothing.
 */
export async function prepareTests({
  includesStandIn,
}: {
  includesStandIn: boolean
}): Promise<Runtime | undefined> {
  const [runtime] = await Promise.allSettled([prepare(includesStandIn)])
  const [strace] = await Promise.allSettled([Promise.resolve().then(() => ensureStrace())])
  for (const answer of [runtime, strace])
    if (answer.status === 'rejected')
      console.error(answer.reason instanceof Error ? answer.reason.message : answer.reason)
  return runtime.status === 'fulfilled' && strace.status === 'fulfilled' ? runtime.value : undefined
}

async function prepare(includesStandIn: boolean): Promise<Runtime> {
  const runtime = await prepareRuntime({ unseen: true, timeoutMilliseconds, chromiumMilliseconds })
  if (includesStandIn && !runtime.chromium && process.platform !== 'win32')
    process.env['ATTUNE_CHROMIUM'] = await ensureChromium(
      createSurroundings({ unseen: true, chromiumMilliseconds }),
    )
  return runtime
}
