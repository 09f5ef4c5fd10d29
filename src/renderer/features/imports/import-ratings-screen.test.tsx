import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import type {
  DoneImport,
  FileToImport,
  ImportPlan,
  OwnFormat,
  Surveyed,
  TakenBack,
} from '#shared/imports/import-preview.ts'
import { exampleQuestionnaire, surveyOf } from '#shared/imports/testing/example-table.ts'
import { nothingBrought } from '#shared/imports/nothing-brought.ts'
import { setDateLocale } from '#renderer/lib/dates.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ImportRatingsScreen } from './import-ratings-screen.tsx'

const text = 'client,date,BDI,BDI,q1,q2,q3\nAsh,2026-02-13,4,5,1,2,NA\n'

const rows = text.trim().split('\n')
const surveyed: Surveyed = { kind: 'table', survey: surveyOf(...rows.map((row) => row.split(','))) }

const brings = { ...nothingBrought, newClients: 1, newSessions: 3, extendedSessions: 1, forms: 4, risks: 1 }
const plan: ImportPlan = {
  kind: 'plan',
  brings,
  newCodes: ['Ash'],
  unchanged: 2,
  unchangedTexts: 0,
  unchangedOwnRatings: 0,
  leftOut: { empty: 1, other: 0 },
  notes: { listed: [], further: 0 },
  problems: {
    listed: [{ row: 7, code: 'answer-not-possible', column: 'q1', text: '9' }],
    further: 2,
  },
}
const done: DoneImport = {
  id: '6f1c1f0e-2f3b-4d0e-9a53-9d0c6b0f5a11',
  at: '2026-03-20T11:00:00.000Z',
  brought: brings,
}

function open({
  found = surveyed,
  planned = plan as ImportPlan,
  before = [] as DoneImport[],
  drafts = [] as StoredFormDraft[],
} = {}) {
  const user = userEvent.setup({ applyAccept: false })
  const kept = [...before]
  const survey = vi.fn<(input: { text: string; place: unknown }) => Surveyed>(() => found)
  const preview = vi.fn<(input: FileToImport) => ImportPlan>(() => planned)
  const run = vi.fn<
    (input: { file: FileToImport; leavesOut: boolean }) => { kind: 'done'; done: DoneImport }
  >(() => {
    const brought = planned.kind === 'plan' ? planned.brings : brings
    kept.push({ ...done, brought })
    return { kind: 'done', done: { ...done, brought } }
  })
  const undo = vi.fn<(input: { id: string }) => TakenBack>(() => {
    kept.pop()
    return { clients: 1, sessions: 3, forms: 4, ownRatings: 0, texts: 0, kept: 1 }
  })
  renderApp({
    at: '/settings/import-ratings',
    screens: { '/settings/import-ratings': ImportRatingsScreen },
    handlers: {
      imports: { survey, preview, run, undo, done: () => [...kept] },
      instruments: { list: () => [exampleQuestionnaire] },
      drafts: fakeFormDrafts(drafts),
    },
  })
  const choose = async (name = 'ratings.csv', content = text) => {
    await screen.findByRole('button', { name: 'Choose a file…' })
    const field = document.querySelector<HTMLInputElement>('input[type=file]')
    if (field === null) throw new Error('no field for a file')
    await user.upload(field, new File([content], name))
  }
  const sayWhichBdi = async () => {
    await user.click(await screen.findByRole('button', { name: /Which “BDI”$/ }))
    await user.click(await screen.findByRole('option', { name: /^Column 4/ }))
  }
  const chooseQuestionnaire = async () => {
    await user.click(await screen.findByRole('button', { name: /Instrument$/ }))
    await user.click(await screen.findByRole('option', { name: 'Three moods' }))
  }
  return { user, choose, sayWhichBdi, chooseQuestionnaire, survey, preview, run, undo }
}

afterEach(() => {
  cleanup()
  setDateLocale('en-US')
})

test('an import has its time as the computer writes it', async () => {
  setDateLocale('en-GB')
  open({ before: [done] })
  expect(await screen.findByText(/^\d\d:\d\d: 4 forms/)).toBeTruthy()
})

test('a table is shown as it is read, mapped, looked at, imported without its bad rows, and undone', async () => {
  const { user, choose, sayWhichBdi, chooseQuestionnaire, preview, run, undo } = open()
  await choose()
  await screen.findByText('Attune found 7 columns and one row.')
  expect(screen.getByText('Several columns have the same name: BDI.')).toBeDefined()
  expect(screen.getByText('Say which of the columns with the same name counts.')).toBeDefined()
  await sayWhichBdi()
  expect(screen.queryByText('Say which of the columns with the same name counts.')).toBeNull()
  expect(screen.getByRole('checkbox', { name: 'NA (once)' })).toHaveProperty('checked', true)
  expect(screen.getByText('Choose the instrument.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Look at the result' })).toBeNull()

  await chooseQuestionnaire()
  await screen.findByText('3 of 3 questions found.')
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  await screen.findByText('One new client: Ash')
  expect(preview.mock.lastCall?.[0]).toMatchObject({
    text,
    mappings: [{ layout: 'wide', client: 0, date: 1 }],
  })
  expect(screen.getByText('2 forms are here already, with the same answers')).toBeDefined()
  expect(screen.getByText('One answer asks for your attention.')).toBeDefined()
  const row = within(screen.getByRole('row', { name: /^7/ }))
  expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    'q1: 9',
    'The instrument has no such answer.',
  ])
  expect(screen.getByText('And 2 more.')).toBeDefined()

  const confirm = screen.getByRole('button', { name: 'Import 4 forms' })
  expect(confirm).toHaveProperty('disabled', true)
  await user.click(screen.getByRole('checkbox', { name: /^Leave out/ }))
  await user.click(confirm)
  await screen.findByText('Imported 4 forms.')
  expect(run.mock.lastCall?.[0].leavesOut).toBe(true)
  expect(document.activeElement?.textContent).toBe('Choose a file…')

  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone. One session, client, goal or problem stays, because it was changed since.')
  expect(undo.mock.lastCall?.[0]).toEqual({ id: done.id })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
})

test('another choice takes the shown result away', async () => {
  const { user, choose, sayWhichBdi, chooseQuestionnaire } = open()
  await choose()
  await sayWhichBdi()
  await chooseQuestionnaire()
  await user.click(await screen.findByRole('button', { name: 'Look at the result' }))
  await screen.findByText('One new client: Ash')
  await user.click(screen.getByRole('checkbox', { name: 'NA (once)' }))
  expect(screen.queryByText('One new client: Ash')).toBeNull()
})

test('several questionnaires of one file come in one import, and one can be taken out again', async () => {
  const { user, choose, sayWhichBdi, chooseQuestionnaire, preview } = open()
  await choose()
  await sayWhichBdi()
  await chooseQuestionnaire()
  await user.click(await screen.findByRole('button', { name: 'Add another instrument' }))
  expect(screen.getByText('Three moods: 3 questions')).toBeDefined()
  expect(screen.queryByText('3 of 3 questions found.')).toBeNull()
  await chooseQuestionnaire()
  await user.click(screen.getByRole('radio', { name: 'The therapist' }))
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  await waitFor(() => expect(preview).toHaveBeenCalledOnce())
  const given = preview.mock.lastCall?.[0]
  expect(given?.kind === 'table' && given.mappings.map(({ rater }) => rater)).toEqual([
    { kind: 'one', rater: 'client' },
    { kind: 'one', rater: 'therapist' },
  ])
  await user.click(screen.getByRole('button', { name: 'Remove Three moods' }))
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  await waitFor(() => expect(preview).toHaveBeenCalledTimes(2))
  expect(preview.mock.lastCall?.[0]).toMatchObject({ mappings: [{ rater: { rater: 'therapist' } }] })
})

test('another encoding reads the same file again', async () => {
  const { user, choose, survey } = open()
  await choose('ratings.csv', 'client,date,q1\nMüller,2026-02-13,1\n')
  expect(await screen.findByRole('radio', { name: 'UTF-8' })).toHaveProperty('checked', true)
  await user.click(screen.getByRole('radio', { name: 'Windows-1252' }))
  await waitFor(() => expect(survey.mock.lastCall?.[0].text).toContain('MÃ¼ller'))
  expect(await screen.findByRole('radio', { name: 'Windows-1252' })).toHaveProperty('checked', true)
})

test('fault 354: what was said about a table is there when its file is chosen again, and gone once it is imported', async () => {
  const drafts: StoredFormDraft[] = []
  const first = open({ drafts })
  await first.choose()
  await first.sayWhichBdi()
  await first.chooseQuestionnaire()
  await first.user.click(await screen.findByRole('checkbox', { name: 'NA (once)' }))
  await waitFor(() => expect(drafts).toHaveLength(1))
  expect(drafts[0]).toMatchObject({ form: 'ratings-table', clientId: null })
  expect(drafts[0]?.content).not.toContain('Ash')
  // A lock replaces the page.
  cleanup()

  const { user, choose } = open({ drafts })
  await choose()
  await screen.findByText(/^Your unsaved text from/)
  expect(screen.getByText('3 of 3 questions found.')).toBeDefined()
  expect(screen.getByRole('checkbox', { name: 'NA (once)' })).toHaveProperty('checked', false)
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  await user.click(await screen.findByRole('checkbox', { name: /^Leave out/ }))
  await user.click(screen.getByRole('button', { name: 'Import 4 forms' }))
  await screen.findByText('Imported 4 forms.')
  await waitFor(() => expect(drafts).toEqual([]))
})

test('another mark between the cells reads the same file again', async () => {
  const { user, choose, survey } = open()
  await choose()
  await user.click(await screen.findByRole('radio', { name: 'Semicolon' }))
  await waitFor(() =>
    expect(survey.mock.lastCall?.[0]).toEqual({ text, place: { delimiter: ';', header: 1 } }),
  )
})

test('Excel’s workbook is answered by how to save it as CSV', async () => {
  const { choose } = open({ found: { kind: 'refused', refusal: { code: 'excel', row: null } } })
  await choose('ratings.xlsx')
  const notice = within(await screen.findByRole('alert'))
  expect(notice.getByText('“ratings.xlsx” was not read.')).toBeDefined()
  expect(notice.getByText(/choose Save As, then “CSV UTF-8/)).toBeDefined()
})

test('Attune’s own table needs no mapping', async () => {
  const planned: ImportPlan = {
    ...plan,
    brings: nothingBrought,
    newCodes: [],
    problems: { listed: [], further: 0 },
  }
  const { user, choose, preview } = open({ found: { kind: 'attune', format: 'tables' }, planned })
  await choose()
  await screen.findByText(/^This is a table that Attune exported/)
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  expect(await screen.findByRole('button', { name: 'Nothing to import' })).toHaveProperty('disabled', true)
  expect(preview.mock.lastCall?.[0]).toEqual({ kind: 'attune', format: 'tables', text })
})

test.each<[OwnFormat, RegExp, Partial<DoneImport['brought']>, string, string, string]>([
  [
    'own-words',
    /^One new goal or problem in a client’s own words\. It comes as ended/,
    { ownWords: 1, ownRatings: 12 },
    'Import 12 ratings',
    'Imported 12 ratings.',
    '12 ratings in clients’ own words',
  ],
  [
    'fhir',
    /^2 filled-in forms$/,
    { forms: 2, newSessions: 1, ownRatings: 12, texts: 1 },
    'Import 2 forms',
    'Imported 2 forms. Also imported: 12 ratings in clients’ own words, one note, comment or choice of words.',
    '2 forms, one new session, 12 ratings in clients’ own words, one note, comment or choice of words',
  ],
  [
    'words',
    /^One note, comment or choice of words, for a session that is here$/,
    { texts: 1 },
    'Import one text',
    'Imported one text.',
    'one note, comment or choice of words',
  ],
])('Attune’s own file of %s says what it brings', async (format, item, change, button, said, line) => {
  const planned: ImportPlan = {
    ...plan,
    brings: { ...nothingBrought, ...change },
    newCodes: [],
    unchangedTexts: 3,
    problems: { listed: [], further: 0 },
  }
  const { user, choose } = open({ found: { kind: 'attune', format }, planned })
  await choose()
  await screen.findByText(/^This is a (table|FHIR bundle) that Attune exported/)
  await user.click(screen.getByRole('button', { name: 'Look at the result' }))
  await screen.findByText('3 texts are here already, and the same')
  expect(screen.getByText(item)).toBeDefined()
  await user.click(screen.getByRole('button', { name: button }))
  await screen.findByText(said)
  expect(screen.getByText(new RegExp(`: ${line}$`))).toBeDefined()
})

test('a file that is too large is refused without being read', async () => {
  const { choose, survey } = open()
  await choose('large.csv', 'x'.repeat(20_000_001))
  await screen.findByText('It has more than 20 MB. Split it into several files.')
  expect(survey).not.toHaveBeenCalled()
})
