import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { blankAnswerSet, rangeOfSet, type AnswerSet } from './answer-set.ts'
import {
  keptOwn,
  madeOf,
  ownDraftSchema,
  restoredOwn,
  startOwn,
  withLines,
  type OwnFields,
} from './own-fields.ts'

const set = (part: Partial<AnswerSet>): AnswerSet => ({ ...blankAnswerSet(), ...part })
const often = set({ kind: 'words', lines: 'Never\nSometimes\nOften' })

function typed(lines = 'One\nTwo\nThree'): OwnFields {
  const start = withLines({ ...startOwn(), sets: [often] }, lines)
  const [scale] = start.choices.scales
  if (scale === undefined) throw new Error('the form begins with a score')
  return {
    ...start,
    choices: {
      ...start.choices,
      texts: {
        title: 'My calm',
        measures: 'Calm',
        instruction: 'This week',
        licence: 'Ours',
        attribution: 'Us',
      },
      whoMayUse: 'We',
      validationStatus: 'Not validated',
      respondent: 'client',
      occasion: 'before',
      scales: [{ ...scale, title: 'Calm', method: 'sum', direction: 'higher-is-better' }],
    },
  }
}
const made = (fields: OwnFields) => {
  const result = madeOf(fields)
  if (!result.ok) throw new Error(JSON.stringify([...result.sets, result.problems]))
  return result.instrument
}

describe('answers', () => {
  it.each([
    ['words', { kind: 'words', lines: 'No\nYes' }, { minimum: 0, maximum: 1, step: 1 }],
    ['words with points', { kind: 'words', lines: '1 = No\n3 = Yes' }, { minimum: 1, maximum: 3, step: 2 }],
    ['points alike', { kind: 'words', lines: '0 = No\n0 = Hardly\n1 = Yes' }, { points: [0, 0, 1] }],
    [
      'numbers',
      { kind: 'numbers', lowest: '0', highest: '10', step: '0,5', low: 'Bad', high: 'Good' },
      { minimum: 0, maximum: 10, step: 0.5, anchors: { minimum: 'Bad', maximum: 'Good' } },
    ],
    ['no kind', {}, 'kind'],
    ['one answer', { kind: 'words', lines: 'No' }, 'tooFew'],
    ['answers that count the same', { kind: 'words', lines: '1 = No\n1 = Yes' }, 'tooFew'],
    ['points for some', { kind: 'words', lines: '1 = No\nYes' }, 'someWithout'],
    ['a range upside down', { kind: 'numbers', lowest: '5', highest: '1', low: 'a', high: 'b' }, 'range'],
    ['a range of half steps', { kind: 'numbers', lowest: '0', highest: '1,5', low: 'a', high: 'b' }, 'range'],
    ['no range', { kind: 'numbers', lowest: '', highest: '5', low: 'a', high: 'b' }, 'range'],
    ['too many answers', { kind: 'numbers', lowest: '0', highest: '5000', low: 'a', high: 'b' }, 'range'],
    ['no words at the ends', { kind: 'numbers', lowest: '0', highest: '5', low: 'a' }, 'ends'],
  ] as const)('%s', (_what, part, range) => {
    const read = rangeOfSet(set(part))
    if (typeof range === 'string') expect(read).toBe(range)
    else expect(read).toMatchObject(range)
  })
})

describe('an instrument of one’s own', () => {
  it('has its questions in their order, numbered, and one score over all', () => {
    const instrument = made(withLines(typed(), 'One\nOne and a half\nTwo'))
    expect(instrumentSchema.parse(instrument)).toEqual(instrument)
    expect(instrument).toMatchObject({
      id: 'my-calm',
      items: [
        { id: 'q1', text: 'One' },
        { id: 'q2', text: 'One and a half' },
        { id: 'q3', text: 'Two' },
      ],
      scales: [{ id: 'calm', items: ['q1', 'q2', 'q3'], minimum: 0, maximum: 6 }],
    })
  })

  it('keeps what was said of a question when others come and go', () => {
    const said = typed()
    const marked = {
      ...said,
      choices: { ...said.choices, reversed: ['q3'], risks: new Map([['q2', 1]]) },
    }
    expect(made(withLines(marked, 'New\nTwo\nThree'))).toMatchObject({
      items: [{ reversed: false }, { text: 'Two' }, { text: 'Three', reversed: true }],
      riskItems: [{ item: 'q2', atOrAbove: 1 }],
    })
    expect(made(withLines(marked, 'One\nThree'))).toMatchObject({
      items: [{ reversed: false }, { text: 'Three', reversed: true }],
      riskItems: [],
    })
  })

  it('leaves a new question out of a score over some of them', () => {
    const all = typed()
    const scales = all.choices.scales.map((scale) => ({ ...scale, items: ['q1', 'q2'] }))
    const some = { ...all, choices: { ...all.choices, scales } }
    expect(made(withLines(some, 'One\nTwo\nThree\nFour')).scales[0]?.items).toEqual(['q1', 'q2'])
  })

  it('gives some questions other answers', () => {
    const fields = typed()
    const other = set({ kind: 'numbers', lowest: '0', highest: '10', low: 'a', high: 'b', questions: ['q2'] })
    expect(made({ ...fields, sets: [often, other] }).items.map(({ maximum }) => maximum)).toEqual([2, 10, 2])
  })

  it('names the answers that are missing only if a question has them', () => {
    const fields = typed()
    const unused = set({})
    const used = set({ questions: ['q1'] })
    expect(madeOf({ ...fields, sets: [often, unused] }).ok).toBe(true)
    const refused = madeOf({ ...fields, sets: [often, used] })
    expect(!refused.ok && [...refused.sets]).toEqual([[used.key, 'kind']])
  })

  it('is not made without questions, answers and texts', () => {
    const refused = madeOf(startOwn())
    expect(!refused.ok && refused.sets.size).toBe(1)
    expect(!refused.ok && refused.problems.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['choices.items', 'choices.whoMayUse', 'choices.respondent']),
    )
  })

  it('is the same after it was kept as a draft', () => {
    const fields = { ...typed(), sets: [often, set({ questions: ['q2'] })] }
    const kept: unknown = JSON.parse(JSON.stringify(keptOwn(fields)))
    expect(restoredOwn(ownDraftSchema.parse(kept))).toEqual(fields)
  })
})
