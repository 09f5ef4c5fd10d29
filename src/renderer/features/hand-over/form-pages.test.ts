import { describe, expect, it } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { askedPages, canDeclineAt, questionPages } from './form-pages.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (id: string): Instrument =>
  instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`])
const forms = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client'].map(formOf)

describe('the client’s screens', () => {
  const sizesOf = (pages: ReturnType<typeof questionPages>) => pages.map(({ items }) => items.length)

  it('hold two or three questions each, all of one form', () => {
    expect(questionPages(forms).map(({ instrumentId, items }) => [instrumentId, items.length])).toEqual([
      ['attune-alliance-client', 2],
      ['attune-alliance-client', 2],
      ['attune-session-experience', 3],
      ['attune-session-experience', 3],
      ['attune-emotions-client', 2],
      ['attune-emotions-client', 2],
      ['attune-emotions-client', 3],
    ])
  })

  it('ask the PHQ-9 on three screens, and how difficult it is on one of its own', () => {
    expect(sizesOf(questionPages([formOf('phq-9')]))).toEqual([3, 3, 3, 1])
    expect(sizesOf(questionPages([formOf('gad-7')]))).toEqual([3, 2, 2, 1])
  })

  it('hold two questions each if every answer has a row of its own', () => {
    const form = formOf('gad-7')
    const long = 'Some of the time, but on fewer than half of the days'
    const items = form.items.slice(0, 5).map((item) => ({
      ...item,
      labels: item.labels?.map((label) => ({ ...label, text: long })),
    }))
    expect(sizesOf(questionPages([{ ...form, items }]))).toEqual([2, 2, 1])
  })

  it('never mix the questions of one scale with others, unless scales interleave', () => {
    const form = formOf('gad-7')
    const [first] = form.scales
    const items = form.items.slice(0, 6)
    const scaleOf = (id: string, places: readonly number[]) => ({
      ...first!,
      id,
      items: places.map((place) => items[place]!.id),
    })
    const withScales = (...scales: readonly (readonly number[])[]) =>
      sizesOf(
        questionPages([{ ...form, items, scales: scales.map((places, at) => scaleOf(`s${at}`, places)) }]),
      )
    expect(withScales([0, 1], [2, 3, 4, 5])).toEqual([2, 2, 2])
    expect(withScales([0, 2, 4], [1, 3, 5])).toEqual([3, 3])
    expect(withScales([0], [1], [2])).toEqual([3, 3])
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
    expect(askedPages(pages, {})).toHaveLength(3)
    expect(askedPages(pages, answered(0))).toHaveLength(3)
    expect(
      askedPages(pages, answered(1))
        .at(-1)
        ?.items.map(({ id }) => id),
    ).toEqual(['phq9-difficulty'])
  })

  it('put short answers beside a row of numbers, and answers in rows apart', () => {
    const form = formOf('gad-7')
    const [first] = form.items
    const labelled = (id: string, ...texts: string[]) => ({
      ...first!,
      id,
      labels: texts.map((text, value) => ({ value, text })),
    })
    const numbers = {
      ...first!,
      id: 'numbers',
      labels: undefined,
      anchors: { minimum: 'No', maximum: 'Yes' },
    }
    const long = labelled('long', 'I never think about it at all', 'x', 'y', 'z')
    const mixed = { ...form, scales: [], items: [numbers, labelled('yes-no', 'No', 'Yes'), long] }
    expect(questionPages([mixed]).map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['numbers', 'yes-no'],
      ['long'],
    ])
  })
})

it('offer to decline a form on its first screen, if the form can be declined', () => {
  const pages = questionPages(forms)
  const offered = (canDecline: string[]) =>
    pages.flatMap((_page, at) => (canDeclineAt({ canDecline }, pages, at) ? [at] : []))
  expect(offered([])).toEqual([])
  expect(offered(['attune-session-experience', 'attune-emotions-client'])).toEqual([2, 4])
  expect(canDeclineAt({ canDecline: ['attune-alliance-client'] }, pages, pages.length)).toBe(false)
})
