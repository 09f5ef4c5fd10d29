import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importLimits } from '#shared/imports/how-to-read.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { totalFormOf } from '#shared/instruments/total-form.ts'
import type { Reader } from '#vault/reading/reader.ts'

export type LargeTable = { readonly name: string } & Parameters<Reader['readRatingsTable']>[0]

/** The clients of the large files have as many sessions each, on one day after another. */
export const sessionsOfEach = 50
export const dayOf = (session: number): string =>
  new Date(Date.UTC(2024, 0, session)).toISOString().slice(0, 10)
export const codeOf = (client: number): string => `C${client}`

/** The questionnaire of the large files. */
export function largeInstrument(): Instrument {
  const file = join(import.meta.dirname, '../../assets/instruments/phq-9.json')
  return instrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/**
 * PHQ-9 of 2,000 clients in as many rows as a table may have: a row for each form, a row for each answer, and a row for
 * each total without its answers.
 */
export function largeTables(): Record<'forms' | 'answers' | 'totals', LargeTable> {
  const instrument = largeInstrument()
  const totalForm = totalFormOf(instrument, true)
  if (totalForm === null) throw new Error('the questionnaire has no form of totals')
  const { id, version, items } = instrument
  const how: LargeTable['how'] = {
    delimiter: ',',
    header: 1,
    decimal: 'point',
    dateOrder: null,
    missing: ['NA'],
  }
  const common: Omit<Extract<Mapping, { layout: 'wide' }>, 'layout' | 'items' | 'totals'> = {
    instrument: { id, version },
    client: 0,
    date: 1,
    session: { column: 2, names: [] },
    rater: { kind: 'one', rater: 'client' },
    occasion: 'before',
  }
  const place = (form: number): string => {
    const session = (form % sessionsOfEach) + 1
    return `${codeOf(Math.floor(form / sessionsOfEach))},${dayOf(session)},${session}`
  }
  const table = (head: string, row: (at: number) => string): string =>
    `${head}\n${Array.from({ length: importLimits.rows }, (_, at) => row(at)).join('\n')}\n`
  const wide: Mapping = {
    ...common,
    layout: 'wide',
    items: items.map((item, at) => ({ item: item.id, column: 3 + at })),
  }
  const totals: Mapping = {
    ...common,
    layout: 'wide',
    instrument: { id: totalForm.id, version },
    items: totalForm.items.map((item) => ({ item: item.id, column: 3 })),
  }
  const long: Mapping = {
    ...common,
    layout: 'long',
    itemColumn: 3,
    answerColumn: 4,
    only: null,
    items: items.map((item) => ({ item: item.id, text: item.id })),
  }
  const answers = (form: number): string => items.map((_, at) => (form + at) % 4).join(',')
  return {
    forms: {
      name: '100,000 rows, each a form',
      text: table(
        `client,date,session,${items.map((item) => item.id).join(',')}`,
        (at) => `${place(at)},${answers(at)}`,
      ),
      how,
      questionnaires: [{ mapping: wide, instrument }],
    },
    answers: {
      name: '100,000 rows, each an answer',
      text: table('client,date,session,item,answer', (at) => {
        const item = at % items.length
        return `${place(Math.floor(at / items.length))},${items[item]?.id ?? ''},${(at + item) % 4}`
      }),
      how,
      questionnaires: [{ mapping: long, instrument }],
    },
    totals: {
      name: '100,000 rows, each a total',
      text: table('client,date,session,total', (at) => `${place(at)},${at % 28}`),
      how,
      questionnaires: [{ mapping: totals, instrument: totalForm }],
    },
  }
}
