import { describe, expect, it } from 'vitest'
import { instrumentSchema } from './instrument.ts'
import type { Instrument } from './instrument.ts'

const files = import.meta.glob<unknown>('../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})

const draft = (id = 'phq-9'): Instrument =>
  instrumentSchema.parse(structuredClone(files[`../../../assets/instruments/${id}.json`]))

function messagesAfter(change: (instrument: Instrument) => unknown): string[] {
  const instrument = draft()
  change(instrument)
  return instrumentSchema.safeParse(instrument).error?.issues.map(({ message }) => message) ?? []
}

describe('instrumentSchema', () => {
  it('accepts a file as it is', () => {
    expect(instrumentSchema.parse(draft())).toEqual(draft())
  })

  it.each<[string, (instrument: Instrument) => unknown, string]>([
    ['two items of one id', (i) => (i.items[1]!.id = 'phq9-1'), 'Ids must be unique'],
    ['two scales of one id', (i) => i.scales.push(i.scales[0]!), 'Ids must be unique'],
    ['a scale of an unknown item', (i) => i.scales[0]!.items.push('mood'), 'There is no item "mood"'],
    ['an item that counts twice', (i) => (i.scales[0]!.items[1] = 'phq9-1'), 'An item counts twice'],
    [
      'a range its items cannot give',
      (i) => (i.scales[0]!.maximum = 30),
      'The items give a range from 0 to 27',
    ],
    [
      'more answers required than items',
      (i) => (i.scales[0]!.missing.minimumAnswered = 10),
      'More answers are required than there are items',
    ],
    [
      'a partial score that is not said to be prorated',
      (i) => (i.scales[0]!.missing.minimumAnswered = 7),
      'A score from fewer answers than items is prorated, and must say so',
    ],
    [
      'prorating across ranges',
      (i) => {
        i.scales[0]!.missing.prorate = true
        i.items[0]!.maximum = 2
      },
      'Only items of one range can stand for each other',
    ],
    ['an upside-down range', (i) => (i.items[0]!.maximum = -1), 'The maximum must be above the minimum'],
    [
      'a range that is not whole steps',
      (i) => (i.items[0]!.step = 2),
      'The range must be a whole number of steps',
    ],
    [
      'an answer without a label',
      (i) => i.items[0]!.labels!.splice(1, 1),
      'Labels must name every answer once, lowest first',
    ],
    [
      'both anchors and labels',
      (i) => Object.assign(i.items[0]!, { anchors: { minimum: 'Never', maximum: 'Always' } }),
      'An item has either anchors or labels',
    ],
    ['a threshold on no scale', (i) => (i.changeThreshold!.scale = 'mood'), 'There is no scale "mood"'],
    ['a cut-off outside its scale', (i) => (i.cutoffs![0]!.value = 28), 'The cut-off lies outside its scale'],
    ['a risk on no item', (i) => (i.riskItems[0]!.item = 'mood'), 'There is no item "mood"'],
    [
      'a risk that everyone endorses',
      (i) => (i.riskItems[0]!.atOrAbove = 0),
      'The risk answer must be one that can be given, and not the lowest',
    ],
    ['a field it does not know', (i) => Object.assign(i, { score: 1 }), 'Unrecognized key: "score"'],
  ])('refuses %s', (_what, change, message) => {
    expect(messagesAfter(change)).toContain(message)
  })

  it('refuses two words with the same id', () => {
    const instrument = draft('attune-feelings-before')
    instrument.words![1]!.id = 'liking'
    expect(instrumentSchema.safeParse(instrument).success).toBe(false)
  })

  it.each([
    ['a tag', 'Do you feel <b>calm</b>?'],
    ['a closing tag', 'calm</p'],
    ['a comment', 'calm <!-- not -->'],
    ['a right-to-left override', 'I feel \u{202e}mlac'],
    ['a zero-width space', 'I feel ca\u{200b}lm'],
    ['a line break', 'I feel\ncalm'],
    ['a bell', 'I feel calm\u{7}'],
    ['half a character', 'I feel calm \ud83d'],
    ['only spaces', '   '],
    ['a space at the end', 'I feel calm '],
    ['a novel', 'calm '.repeat(500).trim()],
  ])('refuses %s in its words', (_what, text) => {
    expect(messagesAfter((instrument) => (instrument.items[0]!.text = text))).not.toEqual([])
  })

  it.each(['Fewer than 3 (< 3) days', 'Mir geht es gut – größtenteils', 'می‌خواهم', '気分はどうですか'])(
    'accepts the words "%s"',
    (text) => {
      expect(messagesAfter((instrument) => (instrument.items[0]!.text = text))).toEqual([])
    },
  )
})
