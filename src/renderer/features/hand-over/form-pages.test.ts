import { describe, expect, it } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { askedPages, questionPages } from './form-pages.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (id: string): Instrument =>
  instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`])
const forms = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client'].map(formOf)

describe('the client’s screens', () => {
  it('hold at most two questions each, all of one form', () => {
    expect(questionPages(forms).map(({ items }) => items.length)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1])
  })

  it('hold one question each if every answer has a row of its own', () => {
    expect(questionPages([formOf('phq-9')]).map(({ items }) => items.length)).toEqual(Array(10).fill(1))
  })

  it('ask everything once, in the order of the forms', () => {
    const asked = questionPages(forms).flatMap(({ instrumentId, items }) =>
      items.map(({ id }) => `${instrumentId}.${id}`),
    )
    expect(asked).toEqual(forms.flatMap(({ id, items }) => items.map((item) => `${id}.${item.id}`)))
  })

  it('leave out a question until an answer calls for it', () => {
    const pages = questionPages([formOf('phq-9')])
    const answered = (value: number) => ({ 'phq-9': { 'phq9-2': { value, missingReason: null } } })
    expect(askedPages(pages, {})).toHaveLength(9)
    expect(askedPages(pages, answered(0))).toHaveLength(9)
    expect(
      askedPages(pages, answered(1))
        .at(-1)
        ?.items.map(({ id }) => id),
    ).toEqual(['phq9-difficulty'])
  })

  it('put a yes or no beside a row of numbers', () => {
    const form = formOf('gad-7')
    const [first] = form.items
    const numbers = {
      ...first!,
      id: 'numbers',
      labels: undefined,
      anchors: { minimum: 'No', maximum: 'Yes' },
    }
    const yesNo = {
      ...first!,
      id: 'yes-no',
      labels: [
        { value: 0, text: 'No' },
        { value: 1, text: 'Yes' },
      ],
    }
    const mixed = { ...form, items: [numbers, yesNo, first!] }
    expect(questionPages([mixed]).map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['numbers', 'yes-no'],
      ['gad7-1'],
    ])
  })
})
