import { z } from 'zod'
import type { Instrument } from '../instrument.ts'

/** Accepts whether a pack is offered for new ratings; a retired one stays for the ratings it has. */
export const packStateSchema = z.enum(['offered', 'retired'])

/** Whether a pack is offered for new ratings. */
export type PackState = z.output<typeof packStateSchema>

/** One version of an instrument that the vault keeps. */
export interface KeptPack {
  instrument: Instrument
  state: PackState
  /** Whether it came with Attune or by import. */
  origin: 'shipped' | 'imported'
  /** Whether a response to this version exists. */
  isUsed: boolean
}

/** What importing an instrument beside those already kept comes to. */
export type NextVersion =
  /** No other version has this id. */
  | { kind: 'new'; instrument: Instrument }
  /** The very same content is already kept, in this version. */
  | { kind: 'unchanged'; version: number; state: PackState }
  /** Another content: kept beside the earlier ones under a number of its own. */
  | { kind: 'new-version'; instrument: Instrument; after: number; isRenumbered: boolean }
  /** The id belongs to an instrument that ships with Attune. */
  | { kind: 'taken-by-shipped'; id: string }

/**
 * Says under which version an instrument would be kept, given all kept versions of any instrument; changes nothing.
 *
 * Versions only ever grow: the file's own number counts where it is above all kept ones, else the next one is
 * given. The version itself is no part of the content.
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

/** What may be done with a kept pack. */
export interface PackActions {
  canRetire: boolean
  canOfferAgain: boolean
  /** Only what was imported and never used: responses keep the instrument they were given to. */
  canRemove: boolean
}

/** Says what may be done with a kept pack: one that has been used is never changed or removed, only retired. */
export function packActions({ state, origin, isUsed }: KeptPack): PackActions {
  return {
    canRetire: state === 'offered',
    canOfferAgain: state === 'retired',
    canRemove: origin === 'imported' && !isUsed,
  }
}

/** Writes the content of an instrument, its version left aside, so that the order of its fields makes no difference. */
function contentOf(instrument: Instrument): string {
  return JSON.stringify({ ...instrument, version: 0 }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
