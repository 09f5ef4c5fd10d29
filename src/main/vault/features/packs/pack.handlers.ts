import type { Handlers } from '#shared/contract/contract.ts'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  describedInstrument,
  pairCandidates,
  type ScaleDescription,
} from '#shared/instruments/described-scales.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { canBeAlliance } from '#shared/instruments/scale-facts.ts'
import {
  nextVersionOf,
  packActions,
  pairProblems,
  type NextVersion,
  type PackPreview,
  type PackState,
} from '#shared/instruments/packs/index.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { LibraryPack } from '../../records/instruments/instrument-library.ts'
import type { PackToRead, Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'

interface PackParts extends Records {
  readonly auditLog: AuditLog
  /** Reads the files. */
  readonly reader: Pick<Reader, 'readPack'>
}

/** Imports, retires and removes instruments. */
export function createPackHandlers({
  context,
  packs,
  instruments,
  scaleDescriptions,
  auditLog,
  reader,
}: PackParts): Handlers<'vault'>['packs'] {
  const get = (id: string, version: number): LibraryPack => {
    const found = instruments
      .all()
      .find(({ instrument }) => instrument.id === id && instrument.version === version)
    if (!found) throw new AppError('not-found')
    return found
  }
  const described = (pack: LibraryPack) =>
    toListItem({ ...pack, instrument: instruments.described(pack.instrument) })
  const listed = (id: string, version: number) => described(get(id, version))

  /** Reads a file, and refuses one with a scale that names a counterpart which doesn't fit. */
  const read = async (file: PackToRead): Promise<PackPreview> => {
    const preview = await reader.readPack(file)
    const problems = preview.ok ? pairProblems(preview.instrument, instruments.newest) : []
    return problems.length > 0 ? { ok: false, problems, further: 0, draft: null, asks: [] } : preview
  }

  const say = (id: string, said: readonly ScaleDescription[]): void => {
    const versions = instruments.all().filter(({ instrument }) => instrument.id === id)
    if (!versions.some(({ origin }) => origin === 'imported')) throw new AppError('not-found')
    const known = new Set(versions.flatMap(({ instrument }) => instrument.scales.map((scale) => scale.id)))
    const unknown = said.flatMap(({ scale }, position) =>
      known.has(scale) ? [] : [`said.${position}.scale`],
    )
    if (unknown.length > 0) throw new AppError('invalid-input', unknown)
    const newest = versions.map(({ instrument }) => instrument).toSorted((a, b) => b.version - a.version)
    const scales = newest.flatMap((instrument) => instrument.scales)
    const noAlliance = said.flatMap(({ scale: id, construct }, position) => {
      const isFit =
        construct !== 'alliance' || scales.every((scale) => scale.id !== id || canBeAlliance(scale))
      return isFit ? [] : [`said.${String(position)}.construct`]
    })
    if (noAlliance.length > 0) throw new AppError('invalid-input', noAlliance)
    const unfit = said.flatMap((description, position) =>
      canPairAsSaid(description, newest, said) ? [] : [`said.${String(position)}.pairedWith`],
    )
    if (unfit.length > 0) throw new AppError('invalid-input', unfit)
    scaleDescriptions.say(id, said)
  }

  /** Whether the scale that was named as a pair is on offer and fits, by what is said of this one. */
  const canPairAsSaid = (
    { scale: id, pairedWith }: ScaleDescription,
    newest: readonly Instrument[],
    said: readonly ScaleDescription[],
  ): boolean => {
    if (pairedWith === undefined || pairedWith === null) return true
    const file = newest.find(({ scales }) => scales.some((scale) => scale.id === id))
    const other = instruments.newest(pairedWith.instrument)
    if (!file || !other) return false
    const instrument = describedInstrument(instruments.described(file), {
      sameVersion: null,
      newest: null,
      said,
    })
    const scale = instrument.scales.find((each) => each.id === id)
    return (
      scale !== undefined &&
      pairCandidates({ instrument, scale }, [other]).some((found) => found.scale.id === pairedWith.scale)
    )
  }

  const setState = (pack: LibraryPack, state: PackState): void => {
    const { id, version } = pack.instrument
    if (pack.origin === 'shipped') packs.setShippedState(id, version, state)
    else packs.setImportedState(id, version, state)
  }

  return {
    list: () =>
      instruments
        .all()
        .filter(({ isSuperseded, isUsed }) => isSuperseded !== true || isUsed)
        .map(described),
    preview: async (file) => {
      const preview = await read(file)
      const next = preview.ok ? nextVersionOf(instruments.all(), preview.instrument) : null
      return { preview, next: next && toNext(next) }
    },
    import: async ({ said = [], ...file }) => {
      const preview = await read(file)
      if (!preview.ok) return { kind: 'refused', preview }
      const keep = () => {
        const next = nextVersionOf(instruments.all(), preview.instrument)
        if (next.kind === 'taken-by-shipped') return next
        const { id } = preview.instrument
        if (next.kind === 'unchanged') return { kind: 'unchanged', pack: listed(id, next.version) } as const
        const { version } = next.instrument
        packs.insert({
          instrument: next.instrument,
          source: preview.source,
          importedAt: context.now().toISOString(),
        })
        packs.retireOthers(id, version)
        if (said.length > 0) say(id, said)
        const isRenumbered = next.kind === 'new-version' && next.isRenumbered
        return { kind: 'imported', pack: listed(id, version), isRenumbered } as const
      }
      const result = auditLog.change(
        () => change(context.db, keep),
        ({ kind }) => (kind === 'imported' ? [{ kind: 'instrument-imported' }] : []),
      )
      // A later version can describe scales of the earlier ones.
      instruments.forget()
      return result
    },
    describe: ({ id, said }) => {
      change(context.db, () => say(id, said))
      instruments.forget()
    },
    retire: ({ id, version }) =>
      change(context.db, () => {
        const pack = get(id, version)
        if (pack.isSuperseded === true) throw new AppError('pack-superseded')
        if (isOwnForm(pack)) throw new AppError('pack-needed')
        setState(pack, 'retired')
        return listed(id, version)
      }),
    offerAgain: ({ id, version }) =>
      change(context.db, () => {
        const pack = get(id, version)
        if (pack.isSuperseded === true) throw new AppError('pack-superseded')
        setState(pack, 'offered')
        packs.retireOthers(id, version)
        return listed(id, version)
      }),
    remove: ({ id, version }) => {
      change(context.db, () => {
        if (!packActions(get(id, version)).canRemove) throw new AppError('pack-in-use')
        packs.remove(id, version)
        if (!instruments.all().some(({ instrument }) => instrument.id === id)) scaleDescriptions.forget(id)
      })
      instruments.forget()
    },
  }
}

/** Attune's screens depend on these instruments. */
function isOwnForm({ origin, instrument }: LibraryPack): boolean {
  return origin === 'shipped' && instrument.id.startsWith('attune-')
}

function toListItem(pack: LibraryPack): PackListItem {
  const actions = packActions(pack)
  return { ...pack, actions: { ...actions, canRetire: actions.canRetire && !isOwnForm(pack) } }
}

function toNext(next: NextVersion) {
  if (next.kind === 'new') return { kind: next.kind, version: next.instrument.version } as const
  if (next.kind === 'new-version') {
    const { kind, after, isRenumbered } = next
    return { kind, version: next.instrument.version, after, isRenumbered } as const
  }
  return next
}
