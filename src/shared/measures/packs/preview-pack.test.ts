import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument } from '../instrument.ts'
import { packNoteSchema, packProblemSchema, previewPack } from './index.ts'
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

function problemsOf(file: string | Uint8Array): [place: string, reason: PackReason][] {
  const preview = previewPack(file)
  return preview.ok ? [] : preview.problems.map(({ place, reason }) => [place, reason])
}

function utf16(text: string, isLittleEndian: boolean, hasMark: boolean): Uint8Array {
  const units = Array.from((hasMark ? '\u{feff}' : '') + text, (character) => character.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (isLittleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

describe('previewPack on files', () => {
  it('takes an instrument as it ships, from text or bytes, with or without a byte order mark', () => {
    const text = JSON.stringify(phq9)
    for (const file of [
      text,
      `\u{feff}${text}`,
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\u{feff}${text}`),
    ]) {
      expect(previewPack(file)).toEqual({ ok: true, source: 'attune', instrument: phq9, notes: [] })
    }
  })

  it.each([true, false])(
    'refuses UTF-16 as such, with or without its mark (little endian: %s)',
    (isLittleEndian) => {
      for (const hasMark of [true, false]) {
        expect(problemsOf(utf16('{"id": 1}', isLittleEndian, hasMark))).toEqual([['', { code: 'utf-16' }]])
      }
      expect(problemsOf('{\0"\0i\0d\0')).toEqual([['', { code: 'utf-16' }]])
    },
  )

  it('refuses bytes that are no UTF-8 where they begin', () => {
    expect(problemsOf(Uint8Array.of(0x7b, 0x22, 0xe9, 0x22))).toEqual([['', { code: 'not-utf8', byte: 2 }]])
  })

  it('refuses ten megabytes by their size, long before they are read', () => {
    const start = performance.now()
    const limit = 1_048_576
    expect(problemsOf(' '.repeat(10_000_000))).toEqual([['', { code: 'too-large', limit }]])
    expect(problemsOf(new Uint8Array(10_000_000))).toEqual([['', { code: 'too-large', limit }]])
    expect(performance.now() - start).toBeLessThan(200)
    expect(problemsOf(`"${'é'.repeat(limit / 2)}"`)).toEqual([['', { code: 'too-large', limit }]])
  })

  it.each(['[', '{"item":[', '{"a":'])(
    'refuses a depth of 100,000 without running out of stack: %s',
    (opening) => {
      const problems = problemsOf(opening.repeat(100_000))
      expect(problems.map(([, reason]) => reason)).toEqual([{ code: 'too-deep', limit: 32 }])
    },
  )

  it('says line and column where the text stops being JSON', () => {
    expect(problemsOf('{\n  "id": "a",\n  oops\n}')).toEqual([['', { code: 'not-json', line: 3, column: 3 }]])
    expect(problemsOf(JSON.stringify(phq9).slice(0, -1))[0]![1]).toMatchObject({ code: 'not-json', line: 1 })
  })

  it.each([
    ['nothing', '', { code: 'empty' }],
    ['only spaces', ' \n', { code: 'empty' }],
    ['a NUL', '{"id":\0 1}', { code: 'control-character', line: 1, column: 7 }],
    ['a list', '[]', { code: 'wrong-type', expected: 'object' }],
    ['a word', 'null', { code: 'wrong-type', expected: 'object' }],
    ['something else', '{"name":"x"}', { code: 'unknown-format' }],
  ])('refuses a file with %s', (_what, text, reason) => {
    expect(problemsOf(text)).toEqual([['', reason]])
  })

  it('refuses half a character, raw or escaped', () => {
    expect(problemsOf('{"id":"\ud83d"}')).toEqual([['id', { code: 'lone-surrogate' }]])
    expect(problemsOf('{"id":"\\ud83d"}')).toEqual([['id', { code: 'lone-surrogate' }]])
    expect(problemsOf('{"id":"\\ud83d\\ude00","items":0,"scales":0}')[0]![1]).not.toEqual({
      code: 'lone-surrogate',
    })
  })

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('refuses the key %s', (key) => {
    expect(problemsOf(`{"id":"a","items":[{"${key}":{"isAdmin":true}}]}`)[0]![1]).toEqual({
      code: 'forbidden-key',
    })
    expect({}).not.toHaveProperty('isAdmin')
  })

  it('refuses a key given twice and a number beyond numbers, with their places', () => {
    expect(problemsOf('{"id":"a","items":[0,{"minimum":0,"minimum":1e999}],"\\u0069d":"b"}')).toEqual([
      ['items.1.minimum', { code: 'duplicate-key' }],
      ['items.1.minimum', { code: 'number-too-large' }],
      ['id', { code: 'duplicate-key' }],
    ])
  })

  it('lists fifty problems and counts the others', () => {
    const unknown = Object.fromEntries(Array.from({ length: 80 }, (_, field) => [`field${String(field)}`, 0]))
    const preview = previewPack(spoilt((instrument) => Object.assign(instrument, unknown)))
    expect(preview).toMatchObject({ ok: false, further: 30 })
    expect(preview.ok || preview.problems).toHaveLength(50)
  })

  it('quotes a name from the file only in part and without invisible characters', () => {
    const [[place] = ['']] = problemsOf(spoilt((i) => (i[`\u{202e}${'x'.repeat(5000)}`] = 0)))
    expect(place).toBe(`\u{fffd}${'x'.repeat(39)}…`)
  })
})

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

  it('reminds of an item that sounds like risk and is not marked so', () => {
    const preview = previewPack(spoilt((i) => (i.riskItems = [])))
    expect(preview).toMatchObject({ ok: true, notes: [{ place: 'items.8', code: 'may-ask-about-risk' }] })
  })
})

describe('previewPack on anything', () => {
  const isTold = (file: string | Uint8Array): void => {
    const preview = previewPack(file, {})
    if (preview.ok) return
    expect(preview.problems.length).toBeGreaterThan(0)
    expect(preview.problems.map((found) => packProblemSchema.safeParse(found).success)).not.toContain(false)
    expect((preview.draft?.notes ?? []).map((note) => packNoteSchema.safeParse(note).success)).not.toContain(
      false,
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  }

  it('gives problems that fit their schema for any JSON, any text and any bytes, and never throws', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), isTold))
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isTold))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), isTold))
  })

  it('agrees with JSON.parse on what is JSON', () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '"a"',
            '1',
            '-',
            '.5',
            'e3',
            'true',
            ' ',
            '\\',
            '\n',
            '01',
          ),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (candidate) => {
        fc.pre(candidate.trim() !== '' && !/__proto__|constructor|prototype/.test(candidate))
        const isRefused = problemsOf(candidate).some(([, { code }]) => code === 'not-json')
        expect(isRefused).toBe(!isJson(candidate))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws on an instrument or a questionnaire with anything put anywhere', () => {
    const questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [{ linkId: 'a', type: 'choice', text: 'A', answerOption: [] }],
    }
    const target = fc.constantFrom<object>(phq9, questionnaire)
    fc.assert(
      fc.property(target, fc.array(fc.nat(20), { maxLength: 6 }), fc.jsonValue(), (whole, turns, value) => {
        const copy = structuredClone(whole)
        let place: object = copy
        for (const turn of turns) {
          const next: unknown = Object.values(place)[turn % Math.max(1, Object.values(place).length)]
          if (typeof next === 'object' && next !== null) place = next
        }
        const keys = Object.keys(place)
        Reflect.set(place, keys[(turns[0] ?? 0) % Math.max(1, keys.length)] ?? 'x', value)
        isTold(JSON.stringify(copy))
      }),
      { numRuns: 400 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
