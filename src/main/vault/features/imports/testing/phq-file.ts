import type { FileToImport } from '#shared/imports/import-preview.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import { totalFormId } from '#shared/instruments/total-form.ts'

const items = [...Array.from({ length: 9 }, (_, at) => `phq9-${at + 1}`), 'phq9-difficulty']
const head = ['client', 'date', 'session', ...items].join(',')

/** A row of a file with PHQ-9s: nine answers and how difficult things were. */
export const phqRow = (
  client: string,
  date: string,
  session: number | '',
  ...answers: (number | '')[]
): string => [client, date, session, ...items.map((_, at) => answers[at] ?? 0)].join(',')

/** A file with a row for each PHQ-9. */
export function phqFile(
  rows: readonly string[],
  change: Partial<Extract<Mapping, { layout: 'wide' }>> = {},
): Extract<FileToImport, { kind: 'table' }> {
  return {
    kind: 'table',
    text: `${[head, ...rows].join('\n')}\n`,
    how: { delimiter: ',', header: 1, decimal: 'point', dateOrder: null, missing: [] },
    mappings: [
      {
        layout: 'wide',
        instrument: { id: 'phq-9', version: 2 },
        client: 0,
        date: 1,
        session: { column: 2, names: [] },
        rater: { kind: 'one', rater: 'client' },
        occasion: 'before',
        items: items.map((item, at) => ({ item, column: 3 + at })),
        ...change,
      },
    ],
  }
}

/** A file with a row for each total of PHQ-9, without its answers. */
export function phqTotals(
  rows: readonly (readonly [client: string, date: string, total: number])[],
  isVersionKnown = true,
): Extract<FileToImport, { kind: 'table' }> {
  const file = phqFile([], {
    instrument: { id: totalFormId('phq-9', isVersionKnown), version: 2 },
    session: null,
    items: [{ item: 'total', column: 2 }],
  })
  return { ...file, text: `${['client,date,phq9_total', ...rows.map((row) => row.join(','))].join('\n')}\n` }
}
