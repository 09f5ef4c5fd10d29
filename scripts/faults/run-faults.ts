import { failAt, failingPlacesIn } from './failing-disk.ts'
import { killAfter, killAt, placesIn } from './kills.ts'
import { cutPower, seededRandom } from './power-cut/cuts.ts'
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

/** Runs all scenarios in every way, prints a line for each, and returns every loss. */
export async function runFaults(child: string, names: readonly string[], amount: Amount): Promise<string[]> {
  const losses: string[] = []
  const totals = { kills: 0, random: 0, cuts: 0, failures: 0 }
  const started = performance.now()
  for (const name of names) {
    const prepared = await prepare(child, name)
    const killed = await killEverywhere(prepared, mostPlaces)
    const random = await killAtRandom(prepared, Math.ceil(amount.kills / 10 / names.length))
    const cut = await cutPower(prepared, Math.ceil(amount.cuts / names.length), { seed: 20_261_126 })
    const failed = await failAtMany(prepared, Math.floor(amount.failures / names.length))
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
  }
  while (totals.kills + totals.random < amount.kills) {
    const prepared = await prepare(child, names[totals.random % names.length] ?? '')
    const more = await killAtRandom(prepared, 50)
    prepared.end()
    totals.random += more.count
    losses.push(...more.losses)
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

interface Tried {
  readonly count: number
  readonly losses: readonly string[]
}

async function killEverywhere(prepared: Prepared, most: number): Promise<Tried> {
  const losses: string[] = []
  let count = 0
  await forEachOf(evenly(await placesIn(prepared), most), atOnce, async (place) => {
    const { wasKilled, loss } = await killAt(prepared, place)
    count += Number(wasKilled)
    if (loss) losses.push(loss)
  })
  return { count, losses }
}

async function killAtRandom(prepared: Prepared, times: number): Promise<Tried> {
  const random = seededRandom(times)
  const moments = Array.from({ length: times }, () => shortestRun + random() * (longestRun - shortestRun))
  const losses: string[] = []
  let count = 0
  await forEachOf(moments, atOnce, async (milliseconds) => {
    const { wasKilled, loss } = await killAfter(prepared, milliseconds)
    count += Number(wasKilled)
    if (loss) losses.push(loss)
  })
  return { count, losses }
}

async function failAtMany(prepared: Prepared, most: number): Promise<Tried> {
  const { names, places } = await failingPlacesIn(prepared)
  const losses: string[] = []
  let count = 0
  await forEachOf(evenly(places, most), atOnce, async (place) => {
    const { wasHit, problem } = await failAt(prepared, names, place)
    count += Number(wasHit)
    if (problem) losses.push(problem)
  })
  return { count, losses }
}
