import { z } from 'zod'
import type { Instrument } from '../instrument.ts'

/** Accepts whether a pack is offered for new ratings; a retired one stays for its existing ratings. */
export const packStateSchema = z.enum(['offered', 'retired'])

/** Whether a pack is offered for new ratings. */
export type PackState = z.output<typeof packStateSchema>

/** One version of an instrument in the vault. */
export interface KeptPack {
  instrument: Instrument
  state: PackState
  /** Whether it came with Attune or by import. */
  origin: 'shipped' | 'imported'
  /** Whether a response to this version exists. */
  isUsed: boolean
  /** Whether Attune ships a later version in its place. Such a version stays only for its answers. */
  isSuperseded?: boolean | undefined
}

/** The result of importing an instrument beside the existing ones. */
export type NextVersion =
  /** No other version has this id. */
  | { kind: 'new'; instrument: Instrument }
  /** The same content exists in this version. */
  | { kind: 'unchanged'; version: number; state: PackState }
  /** New content: saved beside the earlier versions under its own number. */
  | { kind: 'new-version'; instrument: Instrument; after: number; isRenumbered: boolean }
  /** The id belongs to an instrument that ships with Attune. */
  | { kind: 'taken-by-shipped'; id: string }

/**
 * Says which version an imported instrument would get, given all existing versions; changes nothing.
 *
 * Versions only rise: the file's own number counts if it is above all existing ones, else the next number. The
 * version is not part of the content.
 */
export function nextVersionOf(kept: readonly KeptPack[], incoming: Instrument): NextVersion {
  const same = kept.filter(({ instrument }) => instrument.id === incoming.id)
  if (same.length === 0) return { kind: 'new', instrument: incoming }
  const content = contentOf(incoming)
  const twin = same
    .toSorted((a, b) => b.instrument.version - a.instrument.version)
    .find(({ instrument }) => contentOf(instrument) === content)
  if (twin !== undefined) return { kind: 'unchanged', version: twin.instrument.version, state: twin.state }
  if (same.some(({ origin }) => origin === 'shipped')) return { kind: 'taken-by-shipped', id: incoming.id }
  const after = Math.max(...same.map(({ instrument }) => instrument.version))
  const version = Math.max(incoming.version, after + 1)
  return {
    kind: 'new-version',
    instrument: { ...incoming, version },
    after,
    isRenumbered: version !== incoming.version,
  }
}

/** The actions allowed on a pack. */
export interface PackActions {
  canRetire: boolean
  canOfferAgain: boolean
  /** Only for an imported pack without responses, because responses need their instrument. */
  canRemove: boolean
}

/** Says which actions a pack allows: a used one is never changed or removed, only retired. */
export function packActions({ state, origin, isUsed, isSuperseded }: KeptPack): PackActions {
  return {
    canRetire: state === 'offered',
    canOfferAgain: state === 'retired' && isSuperseded !== true,
    canRemove: origin === 'imported' && !isUsed,
  }
}

/** Writes the content of an instrument without its version, independent of the order of its fields. */
function contentOf(instrument: Instrument): string {
  return JSON.stringify({ ...instrument, version: 0 }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
