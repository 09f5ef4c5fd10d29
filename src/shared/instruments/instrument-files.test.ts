import { describe, expect, it } from 'vitest'
import { pairOf } from './described-scales.ts'
import { isSameMeasure } from './same-measure.ts'
import { ownInstruments } from './own-instruments.ts'
import { instrumentSchema, needsRiskPath } from './instrument.ts'
import type { Instrument } from './instrument.ts'

// The bundler reads the files, because nothing below shared/ may import from node:, not even tests.
const files = import.meta.glob<unknown>('../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})

const instruments = new Map<string, Instrument>(
  Object.entries(files).map(([path, content]) => [
    path.replace(/^.*\/|\.json$/g, ''),
    instrumentSchema.parse(content),
  ]),
)

function shipped(id: string): Instrument {
  const instrument = instruments.get(id)
  if (instrument === undefined) throw new Error(`No instrument ${id}`)
  return instrument
}

const earlier = Object.values(
  import.meta.glob<unknown>('../../../assets/instruments/earlier/*.json', { eager: true, import: 'default' }),
).map((content) => instrumentSchema.parse(content))

const own = [...instruments.values()].filter(({ id }) => id.startsWith('attune-'))

describe('the instrument files', () => {
  it('are the twelve that Attune ships, each named after its id', () => {
    expect([...instruments.keys()].toSorted()).toEqual([
      'attune-alliance-client',
      'attune-alliance-therapist',
      'attune-emotions-client',
      'attune-emotions-guess',
      'attune-feelings-after',
      'attune-feelings-before',
      'attune-own-empathy',
      'attune-session-experience',
      'attune-supervision',
      'attune-wellbeing',
      'gad-7',
      'phq-9',
    ])
    for (const [name, { id }] of instruments) expect(id).toBe(name)
  })

  it('of our own are the ones that the code names', () => {
    expect(own.map(({ id }) => id).toSorted()).toEqual(Object.values(ownInstruments).toSorted())
  })

  it.each([
    ['attune-alliance-client', 'attune-alliance-therapist'],
    ['attune-emotions-client', 'attune-emotions-guess'],
    ['attune-feelings-before', 'attune-feelings-after'],
  ])('%s and %s can be compared: same items, answers, words and scales', (first, second) => {
    const comparable = ({ items, scales, words }: Instrument) => ({
      items: items.map(({ text: _text, ...item }) => item),
      scales: scales.map(({ pairedWith: _pair, ...scale }) => scale),
      words,
    })
    expect(comparable(shipped(first))).toEqual(comparable(shipped(second)))
  })

  it('say of every scale what it measures and what time it is about', () => {
    for (const { id, scales } of instruments.values()) {
      for (const { construct, frame } of scales) {
        expect(construct, id).toBeDefined()
        expect(frame, id).toBeDefined()
      }
    }
    const alliance = [...instruments.values()].flatMap(({ id, scales }) =>
      scales.flatMap((scale) => (scale.construct === 'alliance' ? [`${id} ${scale.id} ${scale.frame}`] : [])),
    )
    expect(alliance).toEqual([
      'attune-alliance-client alliance this-session',
      'attune-alliance-therapist alliance this-session',
    ])
  })

  it('name pairs that fit and name each other', () => {
    const newest = (id: string) => instruments.get(id) ?? null
    const pairs = [...instruments.values()].flatMap((instrument) =>
      instrument.scales.flatMap((scale) => {
        const pair = pairOf({ instrument, scale }, newest)
        expect(pair === null).toBe(scale.pairedWith === undefined)
        return pair === null ? [] : [{ instrument, scale, pair }]
      }),
    )
    expect(pairs).toHaveLength(28)
    for (const { instrument, scale, pair } of pairs) {
      expect(pairOf(pair, newest)).toMatchObject({
        instrument: { id: instrument.id },
        scale: { id: scale.id },
      })
    }
  })

  it('use whole numbers from 0 to 10, words at both ends, in everything of our own but one yes or no', () => {
    const yesOrNo = own.flatMap(({ items }) => items.filter(({ labels }) => labels !== undefined))
    expect(yesOrNo.map(({ id, labels }) => [id, labels?.map(({ text }) => text)])).toEqual([
      ['unsaid', ['No', 'Yes']],
    ])
    expect(own.flatMap(({ scales }) => scales.flatMap(({ items }) => items))).not.toContain('unsaid')
    for (const { items } of own) {
      for (const item of items.filter(({ labels }) => labels === undefined)) {
        expect(item).toMatchObject({ minimum: 0, maximum: 10, step: 1, reversed: false })
        expect(item.anchors).toBeDefined()
      }
    }
  })

  it('label our own items as such, and give them neither cut-off nor threshold', () => {
    for (const instrument of own) {
      expect(instrument.validationStatus).toContain('Brief items, not validated')
      expect(instrument.cutoffs).toBeUndefined()
      expect(instrument.changeThreshold).toBeUndefined()
    }
  })

  it('average the four alliance items, all of them required, and also score each alone', () => {
    for (const id of ['attune-alliance-client', 'attune-alliance-therapist']) {
      const { scales } = shipped(id)
      expect(scales.map((scale) => scale.id)).toEqual(['alliance', 'goals', 'tasks', 'bond', 'overall'])
      expect(scales[0]).toMatchObject({
        items: ['goals', 'tasks', 'bond', 'overall'],
        method: 'mean',
        missing: { minimumAnswered: 4, prorate: false },
      })
    }
  })

  it('keep wellbeing and supervision private', () => {
    const kept = own.filter(({ privateByDefault }) => privateByDefault === true)
    expect(kept.map(({ id }) => id).toSorted()).toEqual(['attune-supervision', 'attune-wellbeing'])
  })

  it('speak to clients in short sentences, one idea each', () => {
    for (const { items } of own.filter(({ respondent }) => respondent === 'client')) {
      for (const { text, anchors } of items) {
        const texts = [text, anchors?.minimum ?? '', anchors?.maximum ?? '']
        for (const each of texts) expect(each.split(' ').length).toBeLessThanOrEqual(11)
      }
    }
  })

  it('invite low answers, and ask what can go wrong, in the client’s forms', () => {
    const { instruction, items } = shipped('attune-session-experience')
    expect(instruction).toContain('Low numbers help too.')
    expect(shipped('attune-alliance-client').instruction).toBe(instruction)
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['warmth', 'at-odds', 'unsaid']))
    expect(shipped('attune-emotions-client').items.map(({ id }) => id)).toContain('shame')
  })

  it('go on across versions where the questions are the same, and only there', () => {
    const same = (id: string) => {
      const before = earlier.find((instrument) => instrument.id === id)
      const now = shipped(id)
      return now.scales
        .filter((scale) => {
          const then = before?.scales.find((each) => each.id === scale.id)
          return (
            before && then && isSameMeasure({ instrument: before, scale: then }, { instrument: now, scale })
          )
        })
        .map((scale) => scale.id)
    }
    expect(same('phq-9')).toEqual(['total'])
    expect(same('gad-7')).toEqual(['total'])
    expect(same('attune-alliance-client')).toEqual([])
    expect(same('attune-session-experience')).toEqual([])
    const emotions = ['positive', 'sadness', 'anger', 'fear', 'joy', 'calm', 'hope']
    expect(same('attune-emotions-client')).toEqual(emotions)
    expect(same('attune-emotions-guess')).toEqual(emotions)
  })

  it('name an emotion by the word that its question uses, in every version', () => {
    const forms = [...instruments.values(), ...earlier].filter(({ id }) => id.startsWith('attune-emotions-'))
    expect(forms).toHaveLength(4)
    for (const { items, scales } of forms)
      for (const { items: of, title } of scales.filter((scale) => scale.items.length === 1))
        expect(items.find(({ id }) => id === of[0])?.text).toBe(title)
  })

  it('watch item 9 of the PHQ-9 from "Several days" on, and no other item', () => {
    expect(shipped('phq-9').riskItems).toEqual([{ item: 'phq9-9', atOrAbove: 1 }])
    expect([...instruments.values()].filter(needsRiskPath).map(({ id }) => id)).toEqual(['phq-9'])
  })

  it.each([
    ['phq-9', 9, 27, 6],
    ['gad-7', 7, 21, 6],
  ])('%s has %i items from "Not at all" to "Nearly every day", up to %i points', (id, count, top, change) => {
    const instrument = shipped(id)
    const [scale] = instrument.scales
    expect(scale?.items).toHaveLength(count)
    for (const item of instrument.items.slice(0, count)) {
      expect(item.labels?.map(({ text }) => text)).toEqual([
        'Not at all',
        'Several days',
        'More than half the days',
        'Nearly every day',
      ])
    }
    expect(instrument.scales).toMatchObject([{ id: 'total', maximum: top, direction: 'lower-is-better' }])
    expect(instrument.changeThreshold?.points).toBe(change)
  })

  it.each(['phq-9', 'gad-7'])('%s asks how difficult it was, unscored, if any problem was ticked', (id) => {
    const { items, scales } = shipped(id)
    const last = items.at(-1)
    expect(last?.labels?.map(({ text }) => text)).toEqual([
      'Not difficult at all',
      'Somewhat difficult',
      'Very difficult',
      'Extremely difficult',
    ])
    expect(last?.askedIf).toEqual({ anyOf: scales[0]?.items, atOrAbove: 1 })
    expect(scales[0]?.items).not.toContain(last?.id)
  })
})
