import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRandom } from '#shared/sample/random.ts'
import { judge } from '../judge.ts'
import type { Prepared } from '../prepared.ts'
import { Disk, type Fate } from './disk.ts'
import { traceOf } from './trace.ts'

const fates: readonly Fate[] = ['sectors', 'pages', 'writes', 'none', 'sectors', 'all']

/** The result of some power cuts: their number, and what was wrong after which. */
export interface Cuts {
  readonly images: number
  readonly losses: readonly string[]
}

/**
 * Cuts the power at evenly spread moments of a scenario and opens what a disk may then contain.
 * `ignoresSync` simulates a disk that claims to have synced but has not; with it, data must be lost.
 */
export async function cutPower(
  prepared: Prepared,
  count: number,
  options: { seed: number; ignoresSync?: boolean },
): Promise<Cuts> {
  const { root, calls } = await traceOf(prepared)
  const disk = new Disk(root, filesOf(prepared, root), options)
  const random = createRandom(String(options.seed)).fraction
  const first = calls.findIndex(({ given }) => given.some((argument) => argument.includes(hexOf(root))))
  const worth = calls.length - first
  const losses: string[] = []
  let acknowledged = 0
  let images = 0
  for (const [index, call] of calls.entries()) {
    const output = disk.apply(call)
    if (output?.includes('"done"')) acknowledged += 1
    // Spread evenly: the share of cuts made equals the share of calls done.
    const due = Math.floor(((index - first + 1) * count) / worth)
    for (; index >= first && images < due; images += 1) {
      const fate = fates[images % fates.length] ?? 'sectors'
      const loss = await judge(prepared, placed(prepared, root, disk.image(fate, random)), acknowledged)
      if (loss)
        losses.push(`${prepared.scenario}, power cut after call ${index} (${call.name}, ${fate}), ${loss}`)
    }
  }
  return { images, losses }
}

const hexOf = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')

/** The files that a scenario starts from, under the paths of the traced run. */
function filesOf(prepared: Prepared, traced: string): Map<string, Buffer> {
  const root = dirname(prepared.freshFolder())
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [join(traced, path.slice(root.length + 1)), readFileSync(path)] as const)
  rmSync(root, { recursive: true })
  return new Map(files)
}

/** Writes an image into a new data folder and returns the vault's folder in it. */
function placed(prepared: Prepared, traced: string, image: ReadonlyMap<string, Buffer>): string {
  const folder = prepared.freshFolder()
  rmSync(dirname(folder), { recursive: true })
  for (const [path, content] of image) {
    const file = join(dirname(folder), path.slice(traced.length + 1))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}
