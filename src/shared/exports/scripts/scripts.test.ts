import { expect, test } from 'vitest'
import { modalities, sessionStatuses } from '../../records/session.ts'
import { sessionColumns } from '../exported-ratings.ts'
import { valueStates } from '../item-state.ts'
import { longColumns, longKinds } from '../long-table.ts'
import { wideTable } from '../wide-table.ts'
import { missingCodes, wideVariables } from '../wide-variables.ts'
import { findShipped } from '../testing/sample-ratings.ts'
import { cutToBytes } from './cut-to-bytes.ts'
import { rScript } from './r-script.ts'
import { spssScript } from './spss-script.ts'

const phq = findShipped('phq-9', 2)
const hostile = `It's "so"\\n — 静か ${'é'.repeat(300)}`
const instrument = {
  ...phq,
  items: phq.items.map((item, at) => (at === 0 ? { ...item, text: hostile } : item)),
}
const variables = wideVariables([{ instrument, rater: 'client', occasion: 'before' }])
const codes = missingCodes(variables)
const header = wideTable(variables, codes)
  .start.replaceAll(/["\uFEFF\r\n]/g, '')
  .split(',')

/** The columns that the SPSS syntax reads from each table, with their formats. */
const spssColumns = (script: string) =>
  script
    .split('/VARIABLES=')
    .slice(1)
    .map((block) =>
      [...block.slice(0, block.indexOf('CACHE.')).matchAll(/^ {4}(\w+) ([A-Z]+[\d.]+)\r$/gm)].map(
        ([, name = '', format = '']) => [name, format] as const,
      ),
    )

test('the SPSS syntax reads the columns of both tables in their order, and labels each', () => {
  const script = spssScript(variables, codes)
  const [long, wide] = spssColumns(script).map((columns) => columns.map(([name]) => name))
  expect(long).toEqual([...longColumns])
  expect(wide).toEqual(header)
  for (const name of header) expect(script).toContain(`VARIABLE LABELS ${name} '`)
  for (const { name } of variables) expect(script).toContain(`MISSING VALUES ${name} (-9999, -9998, -9997).`)
  expect(script).toContain("  3 'Nearly every day'\r\n")
})

test('fault 330: each column of the SPSS syntax is wide enough for every text that a table can hold', () => {
  const texts: Record<string, readonly string[]> = {
    status: sessionStatuses,
    modality: modalities,
    kind: longKinds,
    rater: ['client', 'therapist'],
    occasion: ['before', 'after'],
    state: valueStates,
    reason: ['skipped', 'stopped', 'not-asked'],
  }
  for (const columns of spssColumns(spssScript(variables, codes)))
    for (const [name, format] of columns.filter(([column]) => column in texts))
      for (const text of texts[name] ?? [])
        expect(text.length, `${name} ${format}`).toBeLessThanOrEqual(Number(format.slice(1)))
})

test('no label of the SPSS syntax ends its quotes early or is too long', () => {
  const labels = [...spssScript(variables, codes).matchAll(/^VARIABLE LABELS \w+ '(.*)'\.\r$/gm)].map(
    ([, label]) => label!,
  )
  expect(labels).toHaveLength(longColumns.length + header.length)
  for (const label of labels) {
    expect(label.replaceAll("''", '')).not.toContain("'")
    expect(new TextEncoder().encode(label.replaceAll("''", "'")).length).toBeLessThanOrEqual(256)
  }
  expect(labels[longColumns.length + sessionColumns.length]).toMatch(/It''s "so"\\n — 静か é+…$/)
})

test('the R script names every column in order, labels each, and is plain ASCII without an open quote', () => {
  const script = rScript(variables, codes)
  expect(
    [...script.matchAll(/^ {2}(\w+) = "(?:character|integer|Date|numeric)",?$/gm)].map(([, name]) => name),
  ).toEqual([...header, ...longColumns])
  for (const name of header) expect(script).toContain(`describe("${name}", "`)
  expect(script).toMatch(/^[\n\x20-\x7e]*$/)
  for (const line of script.split('\n').filter((each) => each.startsWith('describe(')))
    expect(line.replaceAll(/\\["\\]/g, '').split('"').length % 2).toBe(1)
  expect(script).toContain(String.raw`It's \"so\"\\n \U{2014} \U{9759}\U{304b}`)
  expect(script).toContain('missing <- c(-9999, -9998, -9997)')
})

test('a text is cut to bytes, never within a character', () => {
  expect(cutToBytes('short', 5)).toBe('short')
  expect(cutToBytes('👋👋👋', 11)).toBe('👋👋…')
  expect(cutToBytes('ééé', 5)).toBe('é…')
})
