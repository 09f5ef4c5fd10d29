import type { ExportedSession, FindInstrument, FormKind } from './exported-ratings.ts'

/** The kinds of forms in some sessions, each once, in a fixed order. */
export function formKindsOf(sessions: readonly ExportedSession[], find: FindInstrument): FormKind[] {
  const kinds = sessions.flatMap(({ forms }) =>
    forms.map(({ instrumentId, instrumentVersion, rater, occasion }) => ({
      instrumentId,
      instrumentVersion,
      rater,
      occasion,
    })),
  )
  return sortFormKinds(kinds, find)
}

/** The name of a kind of form, before its instrument is looked up. */
export interface NamedFormKind extends Pick<FormKind, 'rater' | 'occasion'> {
  readonly instrumentId: string
  readonly instrumentVersion: number
}

/** A text for each kind of form; texts sort by instrument, version, rater and occasion. */
export function keyOfFormKind({ instrumentId, instrumentVersion, rater, occasion }: NamedFormKind): string {
  return `${instrumentId} ${String(instrumentVersion).padStart(10, '0')} ${rater} ${occasion}`
}

/** Each kind once, by instrument, version, rater and occasion, so that the same forms give the same columns. */
export function sortFormKinds(kinds: Iterable<NamedFormKind>, find: FindInstrument): FormKind[] {
  const unique = new Map<string, NamedFormKind>()
  for (const kind of kinds) unique.set(keyOfFormKind(kind), kind)
  return [...unique]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { instrumentId, instrumentVersion, rater, occasion }]) => {
      return { instrument: find(instrumentId, instrumentVersion), rater, occasion }
    })
}
