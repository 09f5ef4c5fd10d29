import { expect, test } from 'vitest'
import { exampleQuestionnaire, exampleWay, exampleWide } from '#shared/imports/testing/example-table.ts'
import { readRatingsTable, surveyRatings } from './read-ratings-file.ts'

const head = 'client,date,session,rater,M1,M2,M3\n'
const row = 'Ash,2026-02-01,1,client,1,2,3\n'
const read = (text: string, onShare?: (share: number) => void) => {
  const found = readRatingsTable(
    { text, how: exampleWay, questionnaires: [{ mapping: exampleWide, instrument: exampleQuestionnaire }] },
    onShare,
  )
  return 'code' in found ? found : { sessions: [...found.sessions()], ...found.end() }
}
const columnsOf = (text: string) => {
  const found = surveyRatings(text, null)
  return found.kind === 'table' ? found.survey.columns.map(({ name }) => name) : found
}
const refusalOf = (text: string) => {
  const found = surveyRatings(text, null)
  return found.kind === 'refused' ? [found.refusal.code, found.refusal.row] : found.kind
}

test('each mark between cells is found', () => {
  for (const mark of [',', ';', '\t', '|'])
    expect(columnsOf(`${head}${row}`.replaceAll(',', mark))).toEqual(head.trim().split(','))
})

test('marks within quotes don’t count', () => {
  const choices = ['0, no', '1, rarely', '2, at times', '3, often', '4, always'].join('|')
  expect(columnsOf(`name,choices\na,"${choices}"\nb,"${choices}"\nc,"${choices}"\n`)).toEqual([
    'name',
    'choices',
  ])
})

test('marks, line breaks and quotes in quoted cells belong to them, and rows are counted as spreadsheets do', () => {
  const found = read(
    `client,date,session,rater,M1,M2,"M3, ""last""\nof all"\r\n"A,s""h",2026-02-01,1,client,1,2,9\r\n`,
  )
  expect(found).toMatchObject({
    sessions: [],
    problems: { listed: [{ row: 2, code: 'answer-not-possible', column: 'M3, "last"\nof all', text: '9' }] },
  })
})

test('a given place wins over the one that is found', () => {
  expect(surveyRatings(`a;b,c\n1;2,3\n`, { delimiter: ';', header: 2 })).toMatchObject({
    survey: { header: 2, rows: 0, columns: [{ name: '1' }, { name: '2,3' }] },
  })
})

test('fault 298: other kinds of files and broken ones are refused by their reason', () => {
  expect(refusalOf('  \n')).toEqual(['empty', null])
  expect(refusalOf('PK\u0003\u0004rest')).toEqual(['excel', null])
  expect(refusalOf('\u00d0\u00cf\u0011\u00e0rest')).toEqual(['excel', null])
  expect(refusalOf('$FL2@(#) SPSS')).toEqual(['spss', null])
  expect(refusalOf(`${head}A\0sh,2026`)).toEqual(['not-text', null])
  expect(refusalOf(`${head}${row}"never closed,${row}${row}`)).toEqual(['open-quote', 3])
  expect(refusalOf(`${'a,'.repeat(10_000)}\n`)).toEqual(['too-many-columns', 1])
  expect(refusalOf(`${head}${'\n'.repeat(100_060)}`)).toEqual(['too-many-rows', null])
})

test('fault 298: a row of a million characters is read, and cut where it is shown', () => {
  const found = surveyRatings(`client,M1\n${'x'.repeat(1_000_000)},1\n`, null)
  expect(found).toMatchObject({ survey: { rows: 1, columns: [{ values: [{ text: 'x'.repeat(60) }] }, {}] } })
  const gathered = read(`${head}${'x'.repeat(1_000_000)},2026-02-01,1,client,1,2,3\n`)
  expect(gathered).toMatchObject({
    problems: { listed: [{ row: 2, code: 'code-unfit', text: 'x'.repeat(60) }] },
  })
})

test('Attune’s own table is recognised', () => {
  const own =
    'client,fictional,session,date,status,modality,minutes,kind,rater,occasion,instrument,version,recorded_at,id,value,state,reason,items_answered,items'
  expect(surveyRatings(`${own}\n`, null)).toEqual({ kind: 'attune', format: 'tables' })
  expect(surveyRatings(`${own.replace('recorded_at,', 'recorded_at,from_paper_at,')}\n`, null).kind).toBe(
    'attune',
  )
})

test('a bundle of FHIR is recognised, and other JSON is refused', () => {
  expect(surveyRatings('\n{"resourceType":"Bundle","type":"collection","entry":[]}', null)).toEqual({
    kind: 'attune',
    format: 'fhir',
  })
  expect(surveyRatings('{ "type": "collection", "resourceType" : "Bundle" }', null).kind).toBe('attune')
  expect(refusalOf('{"resourceType":"Questionnaire"}')).toEqual(['other-json', null])
  expect(refusalOf(`{${' '.repeat(3_000)}"resourceType":"Bundle"}`)).toEqual(['other-json', null])
})

test('100,000 forms are read, and how far the reading is rises to the end', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `C${at % 50},2026-02-01,${at + 1},client,1,2,3\n`)
  const shares: number[] = []
  const found = read(`${head}${rows.join('')}`, (share) => shares.push(share))
  expect('sessions' in found && found.sessions.length).toBe(100_000)
  expect(shares).toHaveLength(50)
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares.at(-1)).toBeGreaterThan(0.99)
})
