import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '../instrument.ts'
import { nextVersionOf, packActions } from './index.ts'
import type { KeptPack } from './index.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const instrument = {
  ...instrumentSchema.parse(files['../../../../assets/instruments/gad-7.json']),
  id: 'mood-7',
}
const kept = (change: Partial<KeptPack> & { version?: number; title?: string } = {}): KeptPack => {
  const { version = 1, title = instrument.title, ...rest } = change
  return {
    instrument: { ...instrument, version, title },
    state: 'offered',
    origin: 'imported',
    isUsed: true,
    ...rest,
  }
}

describe('nextVersionOf', () => {
  it('takes a new id unchanged', () => {
    expect(nextVersionOf([], instrument)).toEqual({ kind: 'new', instrument })
    expect(nextVersionOf([kept()], { ...instrument, id: 'other' })).toMatchObject({ kind: 'new' })
  })

  it('does nothing for the same content, whatever its version and the order of its fields', () => {
    const shuffled = instrumentSchema.parse(Object.fromEntries(Object.entries(instrument).toReversed()))
    const again = { ...shuffled, version: 9 }
    expect(nextVersionOf([kept()], again)).toEqual({ kind: 'unchanged', version: 1, state: 'offered' })
    expect(nextVersionOf([kept({ state: 'retired' }), kept({ version: 2, title: 'Else' })], again)).toEqual({
      kind: 'unchanged',
      version: 1,
      state: 'retired',
    })
  })

  it('gives other content the next number, or its own if that is higher', () => {
    const other = { ...instrument, title: 'Else' }
    expect(nextVersionOf([kept(), kept({ version: 4 })], other)).toMatchObject({
      kind: 'new-version',
      instrument: { version: 5, title: 'Else' },
      after: 4,
      isRenumbered: true,
    })
    expect(nextVersionOf([kept()], { ...other, version: 7 })).toMatchObject({
      instrument: { version: 7 },
      isRenumbered: false,
    })
  })

  it('notices the order of items, which is content', () => {
    const turned = { ...instrument, items: instrument.items.toReversed() }
    expect(nextVersionOf([kept()], turned)).toMatchObject({ kind: 'new-version' })
  })

  it('never replaces a shipped instrument with an import', () => {
    const shipped = kept({ origin: 'shipped' })
    expect(nextVersionOf([shipped], { ...instrument, title: 'Else' })).toEqual({
      kind: 'taken-by-shipped',
      id: 'mood-7',
    })
    expect(nextVersionOf([shipped], instrument)).toMatchObject({ kind: 'unchanged' })
  })
})

describe('packActions', () => {
  it('lets a used pack be retired and offered again, never removed', () => {
    expect(packActions(kept())).toEqual({ canRetire: true, canOfferAgain: false, canRemove: false })
    expect(packActions(kept({ state: 'retired' }))).toEqual({
      canRetire: false,
      canOfferAgain: true,
      canRemove: false,
    })
  })

  it('allows only an import without responses to be removed', () => {
    expect(packActions(kept({ isUsed: false })).canRemove).toBe(true)
    expect(packActions(kept({ isUsed: false, origin: 'shipped' })).canRemove).toBe(false)
  })
})
