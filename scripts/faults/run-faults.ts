import { createRandom } from '#shared/sample/random.ts'
import { failAt, failingPlacesIn } from './failing-disk.ts'
import { killAfter, killAt, placesIn, type Tried } from './kills.ts'
import { cutPower } from './power-cut/cuts.ts'
import { prepare, type Prepared } from './prepared.ts'
import { evenly, forEachOf } from './spread.ts'

const atOnce = 2
/** The most places at which one scenario is cut, evenly spread: some have thousands of writes. */
const mostPlaces = 400
const shortestRun = 60
const longestRun = 700

/** How much to run: the minimum of kills and power cuts, and the maximum of disk failures. */
export interface Amount {
  readonly kills: number
  readonly cuts: number
  readonly failures: number
}

/** Runs all scenarios in every way, prints a line for each and for each loss, and returns the losses. */
export async function runFaults(child: string, names: readonly string[], amount: Amount): Promise<string[]> {
  const losses: string[] = []
  const totals = { kills: 0, random: 0, cuts: 0, failures: 0 }
  const started = performance.now()
  for (const name of names) {
    const prepared = await prepare(child, name)
    const places = evenly(await placesIn(prepared), mostPlaces)
    const killed = await tryEach(places, (place) => killAt(prepared, place))
    const random = await killAtRandom(prepared, Math.ceil(amount.kills / 10 / names.length))
    const cut = await cutPower(prepared, Math.ceil(amount.cuts / names.length), { seed: 20_261_126 })
    const failing = await failingPlacesIn(prepared)
    const chosen = evenly(failing.places, Math.floor(amount.failures / names.length))
    const failed = await tryEach(chosen, (place) => failAt(prepared, failing.names, place))
    prepared.end()
    const lost = [...killed.losses, ...random.losses, ...cut.losses, ...failed.losses]
    losses.push(...lost)
    totals.kills += killed.count
    totals.random += random.count
    totals.cuts += cut.images
    totals.failures += failed.count
    console.log(
      `${name}: ${killed.count} kills at a call, ${random.count} at a random moment, ${cut.images} power cuts, ` +
        `${failed.count} disk failures, ${lost.length} losses`,
    )
    for (const loss of lost) console.error(`LOST: ${loss}`)
  }
  while (totals.kills + totals.random < amount.kills) {
    const prepared = await prepare(child, names[totals.random % names.length] ?? '')
    const more = await killAtRandom(prepared, 50)
    prepared.end()
    totals.random += more.count
    losses.push(...more.losses)
    for (const loss of more.losses) console.error(`LOST: ${loss}`)
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(
    `${totals.kills + totals.random} kills (${totals.kills} of them each at another write, sync, rename or deletion)`,
  )
  console.log(`${totals.cuts} power cuts, with unsynced writes dropped and torn`)
  console.log(`${totals.failures} times a full or failing disk, each step tried again`)
  console.log(`${losses.length} losses of something acknowledged, in ${minutes} minutes`)
  return losses
}

interface TriedAll {
  readonly count: number
  readonly losses: readonly string[]
}

async function tryEach<T>(all: readonly T[], tryOne: (one: T) => Promise<Tried>): Promise<TriedAll> {
  const losses: string[] = []
  let count = 0
  await forEachOf(all, atOnce, async (one) => {
    const { wasHit, loss } = await tryOne(one)
    count += Number(wasHit)
    if (loss) losses.push(loss)
  })
  return { count, losses }
}

function killAtRandom(prepared: Prepared, times: number): Promise<TriedAll> {
  const { fraction } = createRandom(String(times))
  const moments = Array.from({ length: times }, () => shortestRun + fraction() * (longestRun - shortestRun))
  return tryEach(moments, (milliseconds) => killAfter(prepared, milliseconds))
}
