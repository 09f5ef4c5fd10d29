import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importLimits } from '#shared/imports/how-to-read.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import type { Reader } from '#vault/reading/reader.ts'

export type LargeTable = { readonly name: string } & Parameters<Reader['readRatingsTable']>[0]

const sessionsOfEach = 50
const dayOf = (session: number): string => new Date(Date.UTC(2024, 0, session)).toISOString().slice(0, 10)

/** PHQ-9 of 2,000 clients in as many rows as a table may have: a row for each form, and a row for each answer. */
export function largeTables(): LargeTable[] {
  const file = join(import.meta.dirname, '../../assets/instruments/phq-9.json')
  const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
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
    return `C${Math.floor(form / sessionsOfEach)},${dayOf(session)},${session}`
  }
  const table = (head: string, row: (at: number) => string): string =>
    `${head}\n${Array.from({ length: importLimits.rows }, (_, at) => row(at)).join('\n')}\n`
  const wide: Mapping = {
    ...common,
    layout: 'wide',
    items: items.map((item, at) => ({ item: item.id, column: 3 + at })),
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
  return [
    {
      name: '100,000 rows, each a form',
      text: table(
        `client,date,session,${items.map((item) => item.id).join(',')}`,
        (at) => `${place(at)},${answers(at)}`,
      ),
      how,
      questionnaires: [{ mapping: wide, instrument }],
    },
    {
      name: '100,000 rows, each an answer',
      text: table('client,date,session,item,answer', (at) => {
        const item = at % items.length
        return `${place(Math.floor(at / items.length))},${items[item]?.id ?? ''},${(at + item) % 4}`
      }),
      how,
      questionnaires: [{ mapping: long, instrument }],
    },
  ]
}
