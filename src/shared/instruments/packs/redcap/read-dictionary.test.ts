import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCsv } from '../../../csv/csv.ts'
import { redcapColumns } from '../../../exports/redcap-dictionary.ts'
import { previewPack, type PackDecisions } from '../index.ts'

type Field = Partial<Record<(typeof redcapColumns)[number], string>>
const often = '0, Never | 1, Sometimes | 2, Often'

const field = (name: string, label: string, more: Field = {}): Field => ({
  'Variable / Field Name': name,
  'Form Name': 'calm',
  'Field Type': 'radio',
  'Field Label': label,
  'Choices, Calculations, OR Slider Labels': often,
  ...more,
})
const dictionary = (...fields: Field[]): string =>
  toCsv(
    redcapColumns,
    fields.map((row) => redcapColumns.map((column) => row[column] ?? null)),
  )
const looked = (text: string, decisions?: PackDecisions) => {
  const preview = previewPack(text, undefined, decisions)
  if (preview.ok) throw new Error('a dictionary is never complete by itself')
  return {
    asks: preview.asks,
    problems: preview.problems.map(({ place, reason }) => `${place} ${reason.code}`),
    draft: preview.draft?.read ?? null,
    items: preview.draft?.read.items.map(({ item }) => item) ?? [],
    notes: preview.draft?.notes.map(({ place, code }) => `${place} ${code}`) ?? [],
  }
}

const calm = dictionary(
  field('record_id', 'Record', { 'Field Type': 'text', 'Choices, Calculations, OR Slider Labels': '' }),
  field('calm1', 'Were you <b>calm</b>?', { 'Section Header': 'In the last week' }),
  field('calm2', 'Were you at ease?', {
    'Choices, Calculations, OR Slider Labels': '0, Never | 1, Often | 99, Prefer not to say',
  }),
  field('calm3', 'Did you sleep?', { 'Field Type': 'yesno', 'Choices, Calculations, OR Slider Labels': '' }),
  field('calm4', 'How calm were you?', {
    'Field Type': 'slider',
    'Choices, Calculations, OR Slider Labels': 'Not calm | Half | Calm',
  }),
  field('hours', 'Hours of sleep', {
    'Field Type': 'text',
    'Choices, Calculations, OR Slider Labels': '',
    'Text Validation Type OR Show Slider Number': 'integer',
    'Text Validation Min': '0',
    'Text Validation Max': '24',
  }),
  field('total', 'Total', {
    'Field Type': 'calc',
    'Choices, Calculations, OR Slider Labels': '[calm1]+[calm2]',
  }),
)

describe('a REDCap data dictionary', () => {
  it('gives questions, answers and what is said above them', () => {
    const { draft, items, notes } = looked(calm)
    expect(draft).toMatchObject({ id: 'calm', instruction: 'In the last week', title: null, riskItems: [] })
    expect(items).toMatchObject([
      {
        id: 'calm1',
        text: 'Were you calm?',
        minimum: 0,
        maximum: 2,
        labels: [{}, { text: 'Sometimes' }, {}],
      },
      { id: 'calm2', minimum: 0, maximum: 1 },
      { id: 'calm3', labels: [{ text: 'No' }, { value: 1, text: 'Yes' }] },
      {
        id: 'calm4',
        minimum: 0,
        maximum: 100,
        anchors: { minimum: 'Not calm', middle: 'Half', maximum: 'Calm' },
      },
      { id: 'hours', minimum: 0, maximum: 24, anchors: { minimum: '0', maximum: '24' } },
    ])
    expect(notes).toEqual([
      'fields.0 question-left-out',
      'fields.1 markup-left-out',
      'fields.2.labels.2 answer-left-out',
      'fields.6 computed-left-out',
    ])
  })

  it.each([
    ['semicolons', calm.replaceAll(/,(?! )/g, ';')],
    ['no byte order mark, LF', calm.replace('\uFEFF', '').replaceAll('\r\n', '\n')],
  ])('is read with %s', (_what, text) => {
    expect(looked(text).items).toHaveLength(5)
  })

  it('is read with the columns of its API', () => {
    const text =
      'field_name,form_name,field_type,field_label,select_choices_or_calculations\na,f,radio,A?,"0, No | 1, Yes"\n'
    expect(looked(text).items).toMatchObject([{ id: 'a', text: 'A?', minimum: 0, maximum: 1 }])
  })

  it('with several forms asks which one it is', () => {
    const text = dictionary(
      field('a', 'A?'),
      field('b', 'B?', { 'Form Name': 'other' }),
      field('c', 'C?', { 'Form Name': 'other' }),
    )
    const { asks, draft } = looked(text)
    expect(draft).toBeNull()
    expect(asks).toEqual([
      {
        kind: 'form',
        forms: [
          { name: 'calm', questions: 1 },
          { name: 'other', questions: 2 },
        ],
      },
    ])
    expect(looked(text, { form: 'other' }).items.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('asks about a question under a condition, and leaves it out on request', () => {
    const text = dictionary(
      field('a', 'A?'),
      field('b', 'B?', { 'Branching Logic (Show field only if...)': '[a] = "1"' }),
    )
    expect(looked(text)).toMatchObject({
      asks: [{ kind: 'leave-out', what: 'conditional', questions: 1 }],
      problems: ['fields.1 conditional'],
    })
    expect(looked(text, { leaveOut: ['conditional'] }).items.map(({ id }) => id)).toEqual(['a'])
  })

  it('numbers answers that are letters on request', () => {
    const text = dictionary(field('a', 'A?', { 'Choices, Calculations, OR Slider Labels': 'n, No | y, Yes' }))
    expect(looked(text).asks).toEqual([{ kind: 'number-answers', questions: 1 }])
    expect(looked(text, { numberAnswers: true }).items).toMatchObject([
      { labels: [{ value: 0 }, { value: 1 }] },
    ])
  })

  it('keeps an answer whose letters only look like a missing answer', () => {
    const text = dictionary(
      field('a', 'A?', { 'Choices, Calculations, OR Slider Labels': '0, Äna | 1, Unknowné | 2, (N/A)' }),
    )
    expect(looked(text)).toMatchObject({
      items: [{ labels: [{ text: 'Äna' }, { text: 'Unknowné' }] }],
      notes: ['fields.0.labels.2 answer-left-out'],
    })
  })

  it('leaves hidden questions out', () => {
    const text = dictionary(field('a', 'A?'), field('b', 'B?', { 'Field Annotation': '@HIDDEN' }))
    expect(looked(text)).toMatchObject({ items: [{ id: 'a' }], notes: ['fields.1 question-left-out'] })
  })

  it.each<[string, string, string]>([
    ['without a question', dictionary(field('a', 'A?', { 'Field Type': 'notes' })), 'fields no-scored-items'],
    ['with a script', dictionary(field('a', 'A <script>1</script>')), 'fields.0.text markup'],
    ['with a question without words', dictionary(field('a', '')), 'fields.0.text empty-text'],
    ['without a column that is needed', 'Variable / Field Name,Field Label\na,A\n', ' not-a-table'],
    ['with a quotation mark that stays open', `${dictionary(field('a', 'A?'))}"b`, ' not-a-table'],
    [
      'with 1,001 fields',
      dictionary(...Array.from({ length: 1001 }, (_, at) => field(`a${at}`, 'A?'))),
      ' too-many',
    ],
    [
      'with 201 questions',
      dictionary(...Array.from({ length: 201 }, (_, at) => field(`a${at}`, 'A?'))),
      'fields too-many',
    ],
    [
      'with a range upside down',
      dictionary(
        field('a', 'A?', { 'Field Type': 'slider', 'Text Validation Min': '9', 'Text Validation Max': '1' }),
      ),
      'fields.0 range-upside-down',
    ],
  ])('%s is refused', (_what, text, problem) => {
    expect(looked(text)).toMatchObject({ draft: null, asks: [], problems: [problem] })
  })
})

const word = fc.stringMatching(/^[A-Za-zÄéß][A-Za-zäéß]{0,8}$/).filter((text) => !/^(?:na|n)$/i.test(text))
const choiceList = fc.uniqueArray(fc.record({ score: fc.integer({ min: -9, max: 30 }), text: word }), {
  minLength: 2,
  maxLength: 6,
  selector: ({ score }) => score,
})

test('fault 291: what is written as a dictionary is read the same, in any order of its answers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, choiceList), { minLength: 1, maxLength: 6 }), (questions) => {
      const text = dictionary(
        ...questions.map(([label, list], at) =>
          field(`q${at}`, label, {
            // A space, because a table defuses a cell that begins with a minus.
            'Choices, Calculations, OR Slider Labels': ` ${list.map(({ score, text }) => `${score}, ${text}`).join(' | ')}`,
          }),
        ),
      )
      const { items } = looked(text)
      expect(items.map((item) => item.text)).toEqual(questions.map(([label]) => label))
      for (const [at, [, list]] of questions.entries()) {
        const item = items[at]
        const read = item?.labels?.map(({ value, text: words }, place) => ({
          score: item.points?.[place] ?? value,
          text: words,
        }))
        expect(read).toEqual(list.toSorted((a, b) => a.score - b.score))
      }
    }),
  )
})

test('no text makes reading fail', () => {
  const scrap = fc.constantFrom(
    'Variable / Field Name',
    'field_name',
    ',',
    ';',
    '"',
    '\n',
    '|',
    'radio',
    '0, A',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
      const preview = previewPack(`field_name,form_name,field_type,field_label\n${parts.join('')}`)
      expect(preview.ok || preview.problems.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})
