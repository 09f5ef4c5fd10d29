import { describe, expect, it } from 'vitest'
import { describedInstrument, pairCandidates, pairOf, withoutScaleFacts } from './described-scales.ts'
import { instrumentSchema, type Instrument } from './instrument.ts'
import { pairProblems } from './packs/index.ts'

const files = import.meta.glob<unknown>('../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const shipped = (id: string): Instrument =>
  instrumentSchema.parse(structuredClone(files[`../../../assets/instruments/${id}.json`]))

const client = shipped('attune-alliance-client')
const answered = withoutScaleFacts(client)
const nothing = { sameVersion: null, newest: null, said: [] }

describe('an instrument that was answered before its scales were described', () => {
  it('has no facts of its own', () => {
    expect(answered.scales.every((scale) => scale.construct === undefined)).toBe(true)
    expect(describedInstrument(answered, nothing)).toBe(answered)
  })

  it('takes them from the file of its version', () => {
    expect(describedInstrument(answered, { ...nothing, sameVersion: client })).toEqual(client)
  })

  it('takes what a scale measures from a newer version, but no figure, which belongs to other items', () => {
    const newest = structuredClone(client)
    Object.assign(newest.scales[0]!, { reliability: [{ kind: 'alpha', value: 0.8, source: 'A study' }] })
    const [alliance] = describedInstrument(answered, { ...nothing, newest }).scales
    expect(alliance).toMatchObject({ construct: 'alliance', frame: 'this-session' })
    expect(alliance).not.toHaveProperty('reliability')
  })

  it('believes the user more than a file', () => {
    const said = [{ scale: 'alliance', construct: 'depth', frame: 'last-week' } as const]
    const [alliance, goals] = describedInstrument(answered, {
      sameVersion: client,
      newest: client,
      said,
    }).scales
    expect(alliance).toMatchObject({ construct: 'depth', frame: 'last-week' })
    expect(goals).toMatchObject({ construct: 'alliance.goals' })
  })

  it('takes the pair that the user names as one item by item, and none if the user says so', () => {
    const pair = { instrument: 'lantern', scale: 'mean' }
    const said = { scale: 'alliance', construct: 'alliance', frame: 'this-session' } as const
    const pairAfter = (pairedWith: typeof pair | null | undefined) =>
      describedInstrument(client, { ...nothing, said: [{ ...said, pairedWith }] }).scales[0]?.pairedWith
    expect(pairAfter(pair)).toEqual({ ...pair, byItems: true })
    expect(pairAfter(null)).toBeUndefined()
    expect(pairAfter(undefined)).toEqual(client.scales[0]?.pairedWith)
  })

  it('keeps its items and its scoring', () => {
    const described = describedInstrument(answered, { ...nothing, sameVersion: client })
    expect(withoutScaleFacts(described)).toEqual(answered)
  })
})

describe('a pair', () => {
  const therapist = shipped('attune-alliance-therapist')
  const all = new Map([client, therapist].map((instrument) => [instrument.id, instrument]))
  const newest = (id: string) => all.get(id) ?? null
  const changed = (change: (instrument: Instrument) => unknown): Instrument => {
    const copy = structuredClone(client)
    change(copy)
    return copy
  }

  it('is found both ways', () => {
    const found = pairOf({ instrument: client, scale: client.scales[0]! }, newest)
    expect(found).toMatchObject({
      instrument: { id: therapist.id },
      scale: { id: 'alliance' },
      byItems: true,
    })
    expect(pairOf({ instrument: therapist, scale: therapist.scales[0]! }, newest)?.instrument).toBe(client)
  })

  it('that is not there yet is no problem', () => {
    expect(pairProblems(client, () => null)).toEqual([])
    expect(pairOf({ instrument: client, scale: client.scales[0]! }, () => null)).toBeNull()
  })

  it.each<[string, (instrument: Instrument) => unknown]>([
    ['measures something else', (i) => (i.scales[0]!.construct = 'depth')],
    ['has another number of the same items', (i) => i.scales[0]!.items.pop()],
    ['has another range', (i) => (i.scales[0]!.maximum = 11)],
    [
      'has its better end elsewhere',
      (i) => {
        i.scales[0]!.direction = 'lower-is-better'
        i.scales[0]!.pairedWith!.byItems = false
      },
    ],
    ['is answered by the same person', (i) => (i.respondent = 'therapist')],
  ])('does not count if the other scale %s, and its place is named', (_what, change) => {
    const pack = changed(change)
    expect(pairOf({ instrument: pack, scale: pack.scales[0]! }, newest)).toBeNull()
    expect(pairProblems(pack, newest)).toContainEqual({
      place: 'scales.0.pairedWith',
      reason: { code: 'pair-differs' },
    })
  })

  it('of other items still counts if it does not claim the same ones', () => {
    const pack = changed((i) => {
      i.scales[0]!.items.pop()
      i.scales[0]!.pairedWith!.byItems = false
    })
    expect(pairOf({ instrument: pack, scale: pack.scales[0]! }, newest)?.byItems).toBe(false)
    expect(pairProblems(pack, newest)).toEqual([])
  })

  it('must name a scale that the other form has', () => {
    const pack = changed((i) => (i.scales[0]!.pairedWith!.scale = 'mood'))
    expect(pairProblems(pack, newest)).toContainEqual({
      place: 'scales.0.pairedWith.scale',
      reason: { code: 'unknown-scale', id: 'mood' },
    })
  })

  it('can be chosen among the other person’s scales of the same construct, items and range', () => {
    const scale = { ...client.scales[0]!, pairedWith: undefined }
    const titles = (of: typeof scale, others: readonly Instrument[]) =>
      pairCandidates({ instrument: client, scale: of }, others).map(
        ({ instrument, scale: found }) => `${instrument.id} ${found.id}`,
      )
    expect(titles(scale, [client, therapist])).toEqual([`${therapist.id} alliance`])
    expect(titles({ ...scale, construct: 'depth' }, [therapist])).toEqual([])
    expect(titles({ ...scale, construct: 'other' }, [therapist])).toEqual([])
    expect(titles({ ...scale, items: scale.items.slice(1) }, [therapist])).toEqual([])
    expect(titles({ ...scale, maximum: 12 }, [therapist])).toEqual([])
  })
})
