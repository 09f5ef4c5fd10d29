import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasStrace } from '../runtime/ensure-strace.ts'
import { buildChild } from './build-child.ts'
import { failAt, failingPlacesIn } from './failing-disk.ts'
import { killAfter, killAt, placesIn, type Tried } from './kills.ts'
import { cutPower } from './power-cut/cuts.ts'
import { prepare, type Prepared } from './prepared.ts'
import { evenly, forEachOf } from './spread.ts'

/** Milliseconds for a fixed sample of what `npm run faults` does in full. */
const longest = 180_000
/** A few places of these scenarios; the full run takes all places of all scenarios. */
const sampled = [
  'first start',
  'working day',
  'passphrase change',
  're-encryption',
  'migration',
  'backing up',
]

const prepared = new Map<string, Prepared>()

beforeAll(async () => {
  const child = await buildChild()
  await forEachOf(sampled, 2, async (name) => {
    prepared.set(name, await prepare(child, name))
  })
}, longest)
afterAll(() => {
  for (const one of prepared.values()) one.end()
})

const scenarioOf = (name: string): Prepared => {
  const found = prepared.get(name)
  if (!found) throw new Error(`${name} was not prepared`)
  return found
}

// Only Linux has strace to stop at system calls; on other systems a process is killed at random moments.
const canCatch = process.platform === 'linux' && hasStrace()

test.each(sampled)(
  'fault 12, fault 27, fault 28, fault 29: killed at a write or sync (%s), nothing acknowledged is lost',
  async (name) => {
    const scenario = scenarioOf(name)
    const losses: (string | null)[] = []
    let kills = 0
    const note = ({ wasHit, loss }: Tried): void => {
      kills += Number(wasHit)
      losses.push(loss)
    }
    if (canCatch)
      await forEachOf(evenly(await placesIn(scenario), 3), 2, async (place) => {
        note(await killAt(scenario, place))
      })
    else
      await forEachOf([140, 180, 240], 2, async (milliseconds) => {
        note(await killAfter(scenario, milliseconds))
      })
    expect(losses.filter((loss) => loss !== null)).toEqual([])
    expect(kills).toBeGreaterThan(0)
  },
  longest,
)

test.runIf(canCatch).each(sampled)(
  'fault 13: the power cut (%s), with unsynced writes dropped and torn, nothing acknowledged is lost',
  async (name) => {
    const { images, losses } = await cutPower(scenarioOf(name), 8, { seed: 20_261_126 })
    expect(losses).toEqual([])
    expect(images).toBe(8)
  },
  longest,
)

test.runIf(canCatch)(
  'a disk that claims to have synced but has not loses data, and the judge reports it',
  async () => {
    const { losses } = await cutPower(scenarioOf('working day'), 12, { seed: 7, ignoresSync: true })
    expect(losses.length).toBeGreaterThan(2)
  },
  longest,
)

test.runIf(canCatch).each(['working day', 'passphrase change'])(
  'fault 14, fault 17: a full or failing disk (%s) is reported by its code, and the next try succeeds',
  async (name) => {
    const scenario = scenarioOf(name)
    const { names, places } = await failingPlacesIn(scenario)
    const problems: (string | null)[] = []
    const codes = new Set<string>()
    // Writes that fail for good and for want of room are always among them, and others besides.
    const writes = (of: string) => places.filter(({ call, failure }) => call === 'pwrite64' && failure === of)
    const chosen = [...evenly(writes('ENOSPC'), 2), ...evenly(writes('EIO'), 2), ...evenly(places, 6)]
    await forEachOf(chosen, 2, async (place) => {
      const end = await failAt(scenario, names, place)
      problems.push(end.loss)
      for (const code of end.codes) codes.add(code)
    })
    expect(problems.filter((problem) => problem !== null)).toEqual([])
    expect(codes).toContain('disk-error')
    expect(codes).toContain('disk-full')
  },
  longest,
)
