import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrumentSchema } from '../../instrument.ts'
import { scoreResponse } from '../../score.ts'
import { previewPack, type PackAsk, type PackDecisions } from '../index.ts'
import { choicesFor, core, imported, notesOf, phq9Loinc, problemsOf } from '../testing/fhir-preview.ts'
import { questionnaireOf, type BuiltQuestionnaire } from '../testing/questionnaire-of.ts'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/earlier/*.json', {
  eager: true,
  import: 'default',
})
const phq9 = instrumentSchema.parse(files['../../../../../assets/instruments/earlier/phq-9.1.json'])
const choices = choicesFor(phq9)

function changed(change: (questionnaire: BuiltQuestionnaire) => unknown): BuiltQuestionnaire {
  const questionnaire = questionnaireOf(phq9, phq9Loinc)
  change(questionnaire)
  return questionnaire
}
const question = (q: BuiltQuestionnaire, position = 0) => q.item[0]!.item![position]!
const looked = (questionnaire: object, decisions?: PackDecisions) => {
  const preview = previewPack(JSON.stringify(questionnaire), undefined, decisions)
  if (preview.ok) throw new Error('a Questionnaire is never complete by itself')
  return {
    asks: preview.asks,
    items: preview.draft?.read.items.map(({ linkId }) => linkId) ?? null,
    notes: preview.draft?.notes.map(({ code }) => code) ?? [],
  }
}
const condition = [{ question: '/phq9-2', operator: '=', answerInteger: 1 }]
const withoutScores = (q: BuiltQuestionnaire) => {
  for (const item of q.item[0]!.item!)
    for (const option of item.answerOption!) Reflect.deleteProperty(option, 'extension')
}

describe('a Questionnaire that needs a decision', () => {
  it.each<[string, (q: BuiltQuestionnaire) => unknown, PackAsk, PackDecisions, string, number]>([
    [
      'a question under a condition',
      (q) => (question(q).enableWhen = condition),
      { kind: 'leave-out', what: 'conditional', questions: 1 },
      { leaveOut: ['conditional'] },
      'conditional-left-out',
      8,
    ],
    [
      'two questions with a line for another answer',
      (q) => [0, 1].map((at) => (question(q, at).type = 'open-choice')),
      { kind: 'leave-out', what: 'free-text', questions: 2 },
      { leaveOut: ['free-text'] },
      'free-text-left-out',
      9,
    ],
    [
      'a question for a decimal number',
      (q) => (question(q).type = 'decimal'),
      { kind: 'leave-out', what: 'numbers', questions: 1 },
      { leaveOut: ['numbers'] },
      'question-left-out',
      8,
    ],
    [
      'a question for a number without bounds',
      (q) => Object.assign(question(q), { type: 'integer', answerOption: undefined }),
      { kind: 'leave-out', what: 'numbers', questions: 1 },
      { leaveOut: ['numbers'] },
      'question-left-out',
      8,
    ],
    [
      'answers without scores',
      withoutScores,
      { kind: 'number-answers', questions: 9 },
      { numberAnswers: true },
      'answers-numbered',
      9,
    ],
    [
      'a list of answers that is elsewhere',
      (q) =>
        Object.assign(question(q), { answerOption: undefined, answerValueSet: 'https://a.example/often' }),
      { kind: 'answers', address: 'https://a.example/often', questions: 1 },
      {
        answers: [
          {
            address: 'https://a.example/often',
            labels: [
              { score: 0, text: 'Never' },
              { score: 1, text: 'Often' },
            ],
          },
        ],
      },
      'answers-typed',
      9,
    ],
    [
      'a list of answers that is left out',
      (q) =>
        Object.assign(question(q), { answerOption: undefined, answerValueSet: 'https://a.example/often' }),
      { kind: 'answers', address: 'https://a.example/often', questions: 1 },
      { answers: [{ address: 'https://a.example/often', labels: null }] },
      'question-left-out',
      8,
    ],
  ])('%s is asked about, and read as decided', (_what, change, ask, decisions, note, items) => {
    const questionnaire = changed(change)
    expect(looked(questionnaire)).toEqual({ asks: [ask], items: null, notes: [] })
    const decided = looked(questionnaire, decisions)
    expect(decided.asks).toEqual([])
    expect(decided.items).toHaveLength(items)
    expect(decided.notes).toContain(note)
  })

  it('is not asked about if it is refused all the same', () => {
    const questionnaire = changed((q) => {
      question(q).enableWhen = condition
      q.implicitRules = 'https://a.example'
    })
    expect(looked(questionnaire).asks).toEqual([])
  })

  it('numbers answers in their order', () => {
    const preview = previewPack(JSON.stringify(changed(withoutScores)), choices, { numberAnswers: true })
    expect(preview.ok && preview.instrument.items[0]?.labels?.map(({ value }) => value)).toEqual([0, 1, 2, 3])
  })
})

describe('a list of answers that is named by its address', () => {
  const named = (address: string, contained?: unknown[]) =>
    changed((q) => {
      if (contained !== undefined) q.contained = contained
      for (const item of q.item[0]!.item!) {
        Reflect.deleteProperty(item, 'answerOption')
        item.answerValueSet = address
      }
    })

  it.each([
    'http://loinc.org/vs/LL358-3',
    'https://a.example/ValueSet/phq-9-answer-list-ll358-3',
    'http://loinc.org/vs/LL358-3|2.78',
  ])('is LOINC’s for %s', (address) => {
    expect(notesOf(named(address)).map(([, code]) => code)).toEqual(Array(9).fill('answers-well-known'))
    expect(imported(named(address), choices).items[0]?.labels).toEqual([
      { value: 0, text: 'Not at all' },
      { value: 1, text: 'Several days' },
      { value: 2, text: 'More than half the days' },
      { value: 3, text: 'Nearly every day' },
    ])
  })

  it('is not LOINC’s if its name only ends alike', () => {
    expect(looked(named('http://a.example/xLL358-3')).asks).toHaveLength(1)
    expect(looked(named('http://a.example/LL358-30')).asks).toHaveLength(1)
  })

  it('is left out if it has no scores', () => {
    const questionnaire = changed((q) =>
      Object.assign(question(q), { answerOption: undefined, answerValueSet: 'http://loinc.org/vs/LL359-1' }),
    )
    expect(looked(questionnaire).items).toHaveLength(8)
  })

  const concepts = [0, 1].map((score) => ({
    code: `c${score}`,
    display: `Answer ${score}`,
    extension: [{ url: `${core}ordinalValue`, valueDecimal: score }],
  }))
  it.each<[string, string, object]>([
    ['by its id', '#v', { id: 'v', compose: { include: [{ concept: concepts }] } }],
    [
      'by its own address',
      'https://a.example/v',
      { url: 'https://a.example/v', compose: { include: [{ concept: concepts }] } },
    ],
    ['as a server worked it out', '#v', { id: 'v', expansion: { total: 2, contains: concepts } }],
  ])('is in the file, %s', (_how, address, set) => {
    const questionnaire = named(address, [{ resourceType: 'ValueSet', ...set }])
    expect(looked(questionnaire)).toMatchObject({ asks: [], notes: [] })
    expect(looked(questionnaire).items).toHaveLength(9)
  })

  it('is elsewhere if only a page of it is in the file', () => {
    const set = { resourceType: 'ValueSet', id: 'v', expansion: { total: 9, contains: concepts } }
    expect(looked(named('#v', [set])).asks).toMatchObject([{ kind: 'answers' }])
  })
})

describe('a total', () => {
  const withTotal = (total: object) =>
    changed((q) => q.item[0]!.item!.push({ linkId: 'x', type: 'decimal', ...total }))

  it.each([
    ['by its code', { text: 'Result', code: [{ system: 'http://loinc.org', code: '44261-6' }] }],
    ['by its words', { text: 'PHQ-9 total' }],
    ['by its words at the end', { text: 'Anxiety score' }],
    ['by its name', { text: 'Result', linkId: 'phq9.totalScore' }],
    ['because nobody can change it', { text: 'Result', type: 'integer', readOnly: true }],
    ['as a quantity', { text: 'Sum', type: 'quantity' }],
  ])('is left out %s', (_how, total) => {
    expect(looked(withTotal(total))).toMatchObject({ asks: [], notes: ['computed-left-out'] })
  })

  it('is no question that only speaks of a score', () => {
    expect(looked(withTotal({ text: 'How would you score your total pain?' })).asks).toHaveLength(1)
  })
})

describe('answers that don’t count what their place says', () => {
  const points = fc
    .array(fc.integer({ min: -3, max: 6 }), { minLength: 2, maxLength: 8 })
    .filter((scores) => new Set(scores).size > 1)

  it('fault 291: count what the file says, whatever it is', () => {
    fc.assert(
      fc.property(points, (scores) => {
        const questionnaire = changed((q) => {
          q.item[0]!.item!.splice(1)
          question(q).answerOption = scores.map((score, at) => ({
            valueCoding: { code: String(at), display: `Answer ${at}` },
            extension: [{ url: `${core}ordinalValue`, valueDecimal: score }],
          }))
        })
        const [id = ''] = looked(questionnaire).items === null ? [] : ['phq9-1']
        const [scale] = choices.scales
        const instrument = imported(questionnaire, {
          ...choices,
          scales: [{ ...scale, items: [id], missing: { minimumAnswered: 1, prorate: false } }],
        })
        const [item] = instrument.items
        for (const [at, score] of scores.entries()) {
          const label = item?.labels?.find(({ text }) => text === `Answer ${at}`)
          const answers = { [id]: { value: label?.value ?? null, missingReason: null } }
          expect(scoreResponse(instrument, answers)['total']?.value).toBe(score)
        }
        expect(instrument.scales[0]).toMatchObject({
          minimum: Math.min(...scores),
          maximum: Math.max(...scores),
        })
      }),
    )
  })

  it('are named in the preview', () => {
    const questionnaire = changed(
      (q) => (question(q).answerOption![1]!.extension = [{ url: `${core}ordinalValue`, valueDecimal: 0 }]),
    )
    expect(notesOf(questionnaire)).toEqual([['item.0.item.0', 'points-of-their-own']])
  })
})

describe('texts around the questions', () => {
  it('lose their tags, and the preview says so', () => {
    const questionnaire = changed((q) => (q.description = 'Worry, <b>two</b> weeks<br/>'))
    expect(imported(questionnaire, choices).measures).toBe('Worry, two weeks')
    expect(notesOf(questionnaire).map(([place, code]) => `${place} ${code}`)).toContain(
      'description markup-left-out',
    )
  })

  it('are refused with a script in them', () => {
    const questionnaire = changed((q) => (q.description = 'Worry <script>alert(1)</script>'))
    expect(problemsOf(questionnaire)).toEqual([['description', { code: 'markup' }]])
  })

  it('may be empty', () => {
    expect(looked(changed((q) => (q.item[0]!.text = ' '))).items).toHaveLength(9)
  })
})
