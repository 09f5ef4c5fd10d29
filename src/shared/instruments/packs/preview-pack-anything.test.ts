import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPreviewSchema, previewPack } from './index.ts'

const files = import.meta.glob<object>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = files['../../../../assets/instruments/phq-9.json']!

describe('previewPack on anything', () => {
  const expectValidPreview = (file: string): void => {
    const preview = previewPack(file, {})
    expect(packPreviewSchema.parse(preview)).toEqual(preview)
    expect(Object.keys(Object.prototype)).toEqual([])
  }

  it('gives problems that fit their schema for any JSON and any text, and never throws', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), expectValidPreview))
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectValidPreview))
  })

  it('agrees with JSON.parse on which texts are JSON', () => {
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
        const isRefused = isRefusedAsJson(candidate)
        expect(isRefused).toBe(!isJson(candidate))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws on an instrument or a questionnaire with any value in any place', () => {
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
        expectValidPreview(JSON.stringify(copy))
      }),
      { numRuns: 400 },
    )
  })
})

function isRefusedAsJson(text: string): boolean {
  const preview = previewPack(text)
  return !preview.ok && preview.problems.some(({ reason }) => reason.code === 'not-json')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
