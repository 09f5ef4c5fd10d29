import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { instrumentSchema, needsRiskPath, type Instrument } from '#shared/measures/instrument.ts'
import { canonicalJson } from '../../keys/bytes.ts'

/** The instruments that can be answered now, and every version that ever was. */
export function createInstrumentLibrary(db: Database.Database, folder: string) {
  let shipped: readonly Instrument[] | null = null

  const all = (): readonly Instrument[] => {
    shipped ??= readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => instrumentSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    return shipped
  }

  const kept = (id: string, version: number): Instrument | null => {
    const content = db
      .prepare('SELECT content FROM instruments WHERE id = ? AND version = ?')
      .pluck()
      .get(id, version)
    return content === undefined ? null : instrumentSchema.parse(JSON.parse(z.string().parse(content)))
  }

  const checked = new Set<string>()
  const cache = new Map<string, Instrument | null>()
  const find = (id: string, version: number): Instrument | null => {
    const key = `${id}@${version}`
    const known = cache.get(key)
    if (known !== undefined) return known
    const found =
      kept(id, version) ??
      all().find((instrument) => instrument.id === id && instrument.version === version) ??
      null
    cache.set(key, found)
    return found
  }

  return {
    /** What can be offered: an instrument with a risk item needs a way to show its answer at once, and waits for it. */
    offered: (): Instrument[] => all().filter((instrument) => !needsRiskPath(instrument)),
    /** The instrument in exactly this version: as it was when first answered, else as shipped. */
    find,
    newest: (id: string): Instrument | null =>
      all()
        .filter((instrument) => instrument.id === id)
        .toSorted((a, b) => b.version - a.version)[0] ?? null,
    /** Keeps the version that is being answered. Throws if its text is not what was answered before. */
    keep: (instrument: Instrument): void => {
      const key = `${instrument.id}@${instrument.version}`
      if (checked.has(key)) return
      const before = kept(instrument.id, instrument.version)
      if (before && canonicalJson(before) !== canonicalJson(instrument))
        throw new Error('an instrument was changed without a new version')
      if (!before)
        db.prepare('INSERT INTO instruments (id, version, content) VALUES (?, ?, ?)').run(
          instrument.id,
          instrument.version,
          JSON.stringify(instrument),
        )
      // Within a transaction that fails later the row would be gone again, so only a row seen before is remembered.
      if (before) checked.add(key)
    },
  }
}

export type InstrumentLibrary = ReturnType<typeof createInstrumentLibrary>
