import type Database from 'better-sqlite3'
import { z } from 'zod'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { describedInstrument, withoutScaleFacts } from '#shared/instruments/described-scales.ts'
import type { KeptPack, PackState } from '#shared/instruments/packs/index.ts'
import { totalFormId, totalFormOf, totalSourceIn } from '#shared/instruments/total-form.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { ImportSource, PackRepository } from './pack.repository.ts'
import type { ScaleDescriptions } from './scale-descriptions.ts'
import {
  fingerprintOfShipped,
  readEarlierInstruments,
  readShippedInstruments,
} from './shipped-instruments.ts'

/** A version of an instrument with its source; `importedAt` is null if it came with Attune. */
export type LibraryPack = Readonly<KeptPack> & {
  readonly source: 'shipped' | ImportSource
  readonly importedAt: string | null
}

interface Shipped {
  readonly newest: readonly Instrument[]
  readonly earlier: readonly Instrument[]
}

export const instrumentQueries = {
  keptInstrument: 'SELECT content FROM instruments WHERE id = ? AND version = ?',
} as const

const keyOf = (id: string, version: number) => `${id}@${version}`

function parsed(content: unknown): Instrument {
  return instrumentSchema.parse(JSON.parse(z.string().parse(content)))
}

const isSameText = (one: Instrument, other: Instrument): boolean =>
  canonicalJson(withoutScaleFacts(one)) === canonicalJson(withoutScaleFacts(other))

/** The instruments that can be answered now, shipped and imported, and all their versions. */
export function createInstrumentLibrary(
  db: Database.Database,
  folder: string,
  packs: PackRepository,
  descriptions: ScaleDescriptions,
) {
  let shipped: Shipped | null = null

  const allShipped = (): Shipped => {
    shipped ??= { newest: readShippedInstruments(folder), earlier: readEarlierInstruments(folder) }
    return shipped
  }

  let shippedFingerprint: string | null = null

  const keptContent = db.prepare(instrumentQueries.keptInstrument).pluck()
  const kept = (id: string, version: number): Instrument | null => {
    const content = keptContent.get(id, version)
    return content === undefined ? null : parsed(content)
  }

  const all = (): LibraryPack[] => {
    const imported = packs.imported()
    const taken = new Set(imported.map(({ instrument }) => keyOf(instrument.id, instrument.version)))
    const states = packs.shippedStates()
    const isKept = (id: string, version: number) => keptContent.get(id, version) !== undefined
    /** Totals of a questionnaire need it too: its thresholds judge them. */
    const isUsed = ({ id, version }: Instrument) =>
      isKept(id, version) || [true, false].some((isKnown) => isKept(totalFormId(id, isKnown), version))
    const { newest, earlier } = allShipped()
    /** A user who retired an instrument does not get it back with a new version. */
    const stateOf = ({ id, version }: Instrument): PackState => {
      const said = earlier.filter((before) => before.id === id).map((before) => before.version)
      const latest = [version, ...said.toSorted((a, b) => b - a)].find((each) => states.has(keyOf(id, each)))
      return (latest === undefined ? undefined : states.get(keyOf(id, latest))) ?? 'offered'
    }
    const shippedPack = (instrument: Instrument, state: PackState, isSuperseded: boolean): LibraryPack => ({
      instrument,
      state,
      origin: 'shipped',
      source: 'shipped',
      importedAt: null,
      isUsed: isUsed(instrument),
      isSuperseded,
    })
    return (
      [
        ...newest.map((instrument) => shippedPack(instrument, stateOf(instrument), false)),
        ...earlier.map((instrument) => shippedPack(instrument, 'retired', true)),
      ]
        // A shipped instrument can't replace an imported one of the same name and version.
        .filter(({ instrument: { id, version } }) => !taken.has(keyOf(id, version)))
        .concat(
          imported.map((pack): LibraryPack => ({
            ...pack,
            origin: 'imported',
            isUsed: isUsed(pack.instrument),
          })),
        )
    )
  }

  const fileOf = (id: string, version: number, of = all()): Instrument | null =>
    of.find(({ instrument }) => instrument.id === id && instrument.version === version)?.instrument ?? null

  /** The form of totals that an id names, made from its questionnaire; null for any other id. */
  const totalForm = (id: string, version: number): Instrument | null => {
    const from = totalSourceIn(id)
    const source = from && find(from.id, version)
    return source && totalFormOf(source, from.isVersionKnown)
  }

  /** Facts come from the files and the user, because an answered version may be older than what is known of it. */
  const described = (answered: Instrument, of = all()): Instrument => {
    const versions = of.map(({ instrument }) => instrument).filter(({ id }) => id === answered.id)
    const { id, version, totalOf } = answered
    return describedInstrument(answered, {
      sameVersion: totalOf === undefined ? fileOf(id, version, of) : totalForm(id, version),
      newest: versions.toSorted((a, b) => b.version - a.version)[0] ?? null,
      said: descriptions.of(answered.id),
    })
  }

  const offered = (): Instrument[] => {
    const of = all()
    const candidates = of.filter(({ state }) => state === 'offered').map(({ instrument }) => instrument)
    return candidates
      .filter(({ id, version }) => candidates.every((other) => other.id !== id || other.version <= version))
      .map((instrument) => described(instrument, of))
  }

  let latest: ReadonlyMap<string, Instrument> | null = null
  const readLatest = (): ReadonlyMap<string, Instrument> => {
    const of = all()
    const ascending = of
      .map(({ instrument }) => instrument)
      .toSorted((one, other) => one.version - other.version)
    return new Map(ascending.map((instrument) => [instrument.id, described(instrument, of)]))
  }

  /** Versions whose text was compared with the answered one and is the same. */
  const checked = new Set<string>()
  const found = new Map<string, Instrument>()
  const find = (id: string, version: number): Instrument | null => {
    const key = keyOf(id, version)
    const known = found.get(key)
    if (known) return known
    const of = all()
    const answered = kept(id, version) ?? fileOf(id, version, of) ?? totalForm(id, version)
    if (!answered) return null
    const instrument = described(answered, of)
    found.set(key, instrument)
    return instrument
  }

  return {
    /** Stands for everything that the instruments that come with Attune say. */
    shippedFingerprint: (): string => (shippedFingerprint ??= fingerprintOfShipped(folder)),
    /** All versions as their files have them, shipped ones first, offered or retired. */
    all,
    /** Adds what the files and the user say about the scales. */
    described,
    /** Instruments that can be answered now: the newest version of each that is not retired. */
    offered,
    /**
     * The instrument in exactly this version: as first answered if stored, otherwise as imported or shipped, or made from
     * its questionnaire if it is a form of totals. Forms of totals are found here alone: nobody can be given one.
     */
    find,
    /** The offered version of an instrument, or null. */
    newest: (id: string): Instrument | null => offered().find((instrument) => instrument.id === id) ?? null,
    /** Everything known of an instrument's newest version, offered or retired; null if there is none. */
    latest: (id: string): Instrument | null => {
      latest ??= readLatest()
      return latest.get(id) ?? null
    },
    /**
     * Stores the version being answered. Throws if its text differs from the text answered before; what describes its
     * scales may differ, because it changes no score.
     */
    keep: (instrument: Instrument): void => {
      const key = keyOf(instrument.id, instrument.version)
      // Looked up each time, because a failed change may have rolled the row back.
      const before = keptContent.get(instrument.id, instrument.version)
      if (before === undefined)
        db.prepare('INSERT INTO instruments (id, version, content) VALUES (?, ?, ?)').run(
          instrument.id,
          instrument.version,
          JSON.stringify(fileOf(instrument.id, instrument.version) ?? instrument),
        )
      else if (!checked.has(key) && !isSameText(parsed(before), instrument))
        throw new Error('an instrument was changed without a new version')
      checked.add(key)
    },
    /** Clears the cache. Must be called whenever a version may have been removed, or a scale described. */
    forget: (): void => {
      found.clear()
      latest = null
    },
  }
}

export type InstrumentLibrary = ReturnType<typeof createInstrumentLibrary>
