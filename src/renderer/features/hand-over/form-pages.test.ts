import { describe, expect, it } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { questionPages } from './form-pages.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const formOf = (id: string): Instrument =>
  instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`])
const forms = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client'].map(formOf)

describe('the client’s screens', () => {
  it('hold at most two questions each, all of one form', () => {
    expect(questionPages(forms).map(({ items }) => items.length)).toEqual([2, 2, 2, 1, 2, 2, 2])
  })

  it('hold one question each if every answer has a row of its own', () => {
    expect(questionPages([formOf('phq-9')]).map(({ items }) => items.length)).toEqual(Array(9).fill(1))
  })

  it('ask everything once, in the order of the forms', () => {
    const asked = questionPages(forms).flatMap(({ instrumentId, items }) =>
      items.map(({ id }) => `${instrumentId}.${id}`),
    )
    expect(asked).toEqual(forms.flatMap(({ id, items }) => items.map((item) => `${id}.${item.id}`)))
  })
})
