import { describe, expect, it } from 'vitest'
import type { Instrument } from '../instrument.ts'
import { previewPack } from './index.ts'
import type { PackReason } from './index.ts'

const files = import.meta.glob<Instrument>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = files['../../../../assets/instruments/phq-9.json']!

function spoilt(change: (instrument: Instrument & Record<string, unknown>) => unknown): string {
  const copy: Instrument & Record<string, unknown> = structuredClone(phq9)
  change(copy)
  return JSON.stringify(copy)
}

function problemsOf(file: string): [place: string, reason: PackReason][] {
  const preview = previewPack(file)
  return preview.ok ? [] : preview.problems.map(({ place, reason }) => [place, reason])
}

describe('previewPack on instruments', () => {
  it.each<
    [
      what: string,
      change: (i: Instrument & Record<string, unknown>) => unknown,
      place: string,
      reason: PackReason,
    ]
  >([
    ['an unknown field', (i) => (i.script = 'x'), 'script', { code: 'unknown-field' }],
    [
      'an unknown field below',
      (i) => Object.assign(i.items[2]!, { weight: 2 }),
      'items.2.weight',
      { code: 'unknown-field' },
    ],
    ['a missing field', (i) => Reflect.deleteProperty(i, 'licence'), 'licence', { code: 'missing' }],
    ['a missing choice', (i) => Reflect.deleteProperty(i, 'occasion'), 'occasion', { code: 'missing' }],
    [
      'a wrong type',
      (i) => Object.assign(i.items[0]!, { minimum: '0' }),
      'items.0.minimum',
      { code: 'wrong-type', expected: 'number' },
    ],
    [
      'a word that is no choice',
      (i) => Object.assign(i, { respondent: 'partner' }),
      'respondent',
      { code: 'not-allowed', allowed: ['client', 'therapist', 'either'] },
    ],
    ['a version that is not whole', (i) => (i.version = 1.5), 'version', { code: 'not-whole' }],
    ['a version of nothing', (i) => (i.version = 0), 'version', { code: 'not-positive' }],
    ['an id in capitals', (i) => (i.id = 'PHQ-9'), 'id', { code: 'bad-id' }],
    ["an id of Attune's own", (i) => (i.id = 'attune-mood'), 'id', { code: 'reserved-id' }],
    ['an id of a form of totals', (i) => (i.id = 'mood-total-only'), 'id', { code: 'reserved-id' }],
    [
      'totals of another questionnaire',
      (i) => (i.totalOf = { instrument: 'gad-7', version: 2 }),
      'totalOf',
      { code: 'unknown-field' },
    ],
    ['no items', (i) => (i.items = []), 'items', { code: 'too-few', least: 1 }],
    [
      'a script in its words',
      (i) => (i.items[4]!.text = 'Calm <script>alert(1)</script>'),
      'items.4.text',
      { code: 'markup' },
    ],
    [
      'markup in a label',
      (i) => (i.items[1]!.labels![2]!.text = '<b>often</b>'),
      'items.1.labels.2.text',
      { code: 'markup' },
    ],
    ['words read backwards', (i) => (i.title = 'PHQ\u{202e}9'), 'title', { code: 'invisible-character' }],
    ['no words', (i) => (i.title = ' '), 'title', { code: 'empty-text' }],
    ['words with a space at the end', (i) => (i.title = 'PHQ-9 '), 'title', { code: 'surrounding-spaces' }],
    ['a novel', (i) => (i.title = 'x'.repeat(2001)), 'title', { code: 'too-long', limit: 2000 }],
    [
      'an upside-down range',
      (i) => (i.items[0]!.maximum = -1),
      'items.0.maximum',
      { code: 'range-upside-down' },
    ],
    [
      'a range that is not whole steps',
      (i) => (i.items[0]!.step = 2),
      'items.0.step',
      { code: 'range-not-whole-steps' },
    ],
    ['a step of nothing', (i) => (i.items[0]!.step = 0), 'items.0.step', { code: 'not-positive' }],
    [
      'neither anchors nor labels',
      (i) => Reflect.deleteProperty(i.items[0]!, 'labels'),
      'items.0.anchors',
      { code: 'anchors-or-labels' },
    ],
    ['a label too few', (i) => i.items[0]!.labels!.pop(), 'items.0.labels', { code: 'labels-incomplete' }],
    ['an item id given twice', (i) => (i.items[1]!.id = i.items[0]!.id), 'items', { code: 'duplicate-id' }],
    [
      'a scale of an unknown item',
      (i) => (i.scales[0]!.items[0] = 'mood'),
      'scales.0',
      { code: 'unknown-item', id: 'mood' },
    ],
    [
      'an item that counts twice',
      (i) => (i.scales[0]!.items[0] = 'phq9-2'),
      'scales.0',
      { code: 'item-counts-twice' },
    ],
    [
      'a question that depends on a later one',
      (i) => Object.assign(i.items[0]!, { askedIf: { anyOf: ['phq9-2'], atOrAbove: 1 } }),
      'items.0.askedIf',
      { code: 'condition-impossible' },
    ],
    [
      'a question of a score that is not always asked',
      (i) => Object.assign(i.items[1]!, { askedIf: { anyOf: ['phq9-1'], atOrAbove: 1 } }),
      'items.1.askedIf',
      { code: 'condition-impossible' },
    ],
    [
      'a scale of another range',
      (i) => (i.scales[0]!.maximum = 36),
      'scales.0',
      { code: 'range-mismatch', minimum: 0, maximum: 27 },
    ],
    [
      'more required than asked',
      (i) => (i.scales[0]!.missing.minimumAnswered = 10),
      'scales.0',
      { code: 'too-many-required' },
    ],
    [
      'prorating unsaid',
      (i) => (i.scales[0]!.missing.minimumAnswered = 7),
      'scales.0',
      { code: 'prorate-not-said' },
    ],
    [
      'prorating across ranges',
      (i) => {
        Object.assign(i.items[0]!, {
          maximum: 4,
          labels: undefined,
          anchors: { minimum: 'No', maximum: 'Yes' },
        })
        Object.assign(i.scales[0]!, { maximum: 28, missing: { minimumAnswered: 8, prorate: true } })
      },
      'scales.0',
      { code: 'prorate-mixed-ranges' },
    ],
    [
      'a threshold on no scale',
      (i) => (i.changeThreshold!.scale = 'mood'),
      'changeThreshold.scale',
      { code: 'unknown-scale', id: 'mood' },
    ],
    [
      'a cut-off beyond its scale',
      (i) => (i.cutoffs![0]!.value = 30),
      'cutoffs.0',
      { code: 'cutoff-outside' },
    ],
    [
      'a reliability above 1',
      (i) => (i.scales[0]!.reliability![0]!.value = 1.2),
      'scales.0.reliability.0.value',
      { code: 'reliability-outside' },
    ],
    [
      'a spread larger than the range',
      (i) => (i.scales[0]!.spread = { within: 28, source: 'A study' }),
      'scales.0.spread.within',
      { code: 'spread-outside' },
    ],
    [
      'a step that does not divide the range',
      (i) => (i.scales[0]!.step = 4),
      'scales.0.step',
      { code: 'scale-step' },
    ],
    [
      'a construct that is not one',
      (i) => Object.assign(i.scales[0]!, { frame: 'tomorrow' }),
      'scales.0.frame',
      { code: 'not-allowed', allowed: ['this-session', 'last-week', 'in-general'] },
    ],
    [
      'a pair of a scale that measures something else',
      (i) =>
        Object.assign(i.scales[0]!, {
          construct: 'other',
          pairedWith: { instrument: 'theirs', scale: 'total', byItems: true },
        }),
      'scales.0.pairedWith',
      { code: 'scale-cannot-pair' },
    ],
    [
      'an alliance of which less is better',
      (i) => Object.assign(i.scales[0]!, { construct: 'alliance' }),
      'scales.0.direction',
      { code: 'alliance-direction' },
    ],
    [
      'a form for one person that is its own pair',
      (i) => (i.scales[0]!.pairedWith = { instrument: 'phq-9', scale: 'total', byItems: true }),
      'scales.0.pairedWith',
      { code: 'pairs-with-itself' },
    ],
    [
      'one of several thresholds on no scale',
      (i) => (i.changeThresholds = [{ scale: 'mood', points: 5, source: 'A study' }]),
      'changeThresholds.0.scale',
      { code: 'unknown-scale', id: 'mood' },
    ],
    [
      'a risk that everyone has',
      (i) => (i.riskItems[0]!.atOrAbove = 0),
      'riskItems.0',
      { code: 'risk-answer-impossible' },
    ],
    [
      'a million answers',
      (i) => {
        Object.assign(i.items[0]!, {
          maximum: 1e6,
          labels: undefined,
          anchors: { minimum: 'No', maximum: 'Yes' },
        })
        i.scales[0]!.maximum = 1e6 + 24
      },
      'items.0',
      { code: 'too-many-answers', limit: 1001 },
    ],
  ])('refuses %s with its place and reason', (_what, change, place, reason) => {
    expect(problemsOf(spoilt(change))).toContainEqual([place, reason])
  })

  it('notes an item that sounds like risk but is not marked', () => {
    const preview = previewPack(spoilt((i) => (i.riskItems = [])))
    expect(preview).toMatchObject({ ok: true, notes: [{ place: 'items.8', code: 'may-ask-about-risk' }] })
  })
})
