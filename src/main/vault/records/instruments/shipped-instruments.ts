import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'

/** Parsed instruments by file, valid until the file is changed or replaced. */
const known = new Map<string, { readonly state: string; readonly instrument: Instrument }>()

/**
 * The newest versions of the instruments in a folder, ordered by file name. Caches them, because parsing takes longer
 * than reading the files' dates.
 */
export function readShippedInstruments(folder: string): readonly Instrument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => instrumentIn(join(folder, name)))
}

/** The versions that Attune shipped before, which answers and drafts may still name; empty if there are none. */
export function readEarlierInstruments(folder: string): readonly Instrument[] {
  const earlier = join(folder, 'earlier')
  return existsSync(earlier) ? readShippedInstruments(earlier) : []
}

/** Stands for the text of all these files: any change of one gives another. Reads them without parsing. */
export function fingerprintOfShipped(folder: string): string {
  const hash = createHash('sha256')
  for (const each of [folder, join(folder, 'earlier')])
    for (const name of existsSync(each) ? readdirSync(each).toSorted() : [])
      if (name.endsWith('.json')) hash.update(`${name}\n`).update(readFileSync(join(each, name)))
  return hash.digest('base64url')
}

function instrumentIn(file: string): Instrument {
  const { ino, size, mtimeMs } = statSync(file)
  const state = `${ino} ${size} ${mtimeMs}`
  const before = known.get(file)
  if (before?.state === state) return before.instrument
  const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  known.set(file, { state, instrument })
  return instrument
}
