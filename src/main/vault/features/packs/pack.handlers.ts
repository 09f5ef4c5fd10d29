import type { Handlers } from '#shared/contract/contract.ts'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  nextVersionOf,
  packActions,
  type NextVersion,
  type PackState,
} from '#shared/instruments/packs/index.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { LibraryPack } from '../../records/instruments/instrument-library.ts'
import type { Reader } from '../../reading/reader.ts'
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
  const listed = (id: string, version: number) => toListItem(get(id, version))

  const setState = (pack: LibraryPack, state: PackState): void => {
    const { id, version } = pack.instrument
    if (pack.origin === 'shipped') packs.setShippedState(id, version, state)
    else packs.setImportedState(id, version, state)
  }

  return {
    list: () => instruments.all().map(toListItem),
    preview: async ({ text, choices }) => {
      const preview = await reader.readPack(text, choices)
      const next = preview.ok ? nextVersionOf(instruments.all(), preview.instrument) : null
      return { preview, next: next && toNext(next) }
    },
    import: async ({ text, choices }) => {
      const preview = await reader.readPack(text, choices)
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
        const isRenumbered = next.kind === 'new-version' && next.isRenumbered
        return { kind: 'imported', pack: listed(id, version), isRenumbered } as const
      }
      return auditLog.change(
        () => change(context.db, keep),
        ({ kind }) => (kind === 'imported' ? [{ kind: 'instrument-imported' }] : []),
      )
    },
    retire: ({ id, version }) =>
      change(context.db, () => {
        const pack = get(id, version)
        if (isOwnForm(pack)) throw new AppError('pack-needed')
        setState(pack, 'retired')
        return listed(id, version)
      }),
    offerAgain: ({ id, version }) =>
      change(context.db, () => {
        setState(get(id, version), 'offered')
        packs.retireOthers(id, version)
        return listed(id, version)
      }),
    remove: ({ id, version }) => {
      change(context.db, () => {
        if (!packActions(get(id, version)).canRemove) throw new AppError('pack-in-use')
        packs.remove(id, version)
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
