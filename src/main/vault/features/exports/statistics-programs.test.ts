import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCsv } from '#shared/csv/read-csv.ts'
import { sessionStatuses } from '#shared/records/session.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault } from '../../testing/test-vault.ts'

/** Runs a program with a script, in the folder of the script and in a locale; gives what it prints. */
function run(
  program: string,
  script: string,
  { folder, locale }: { folder: string; locale: string },
): string {
  const name = 'check-export'
  writeFileSync(join(folder, name), script)
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } } as const
  const { status, stdout, stderr } = spawnSync(program, [name], options)
  expect(status, `${stdout}${stderr}`).toBe(0)
  return stdout
}

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

const codes = ['=Q1', "'quiet", 'שלום “é”', '＠wide', 'A;=B', `@${'W'.repeat(38)}"`]

/** An export with every status of a session, and with codes that a spreadsheet or a locale could spoil. */
async function exported() {
  const { api, grant } = createTestVault()
  for (const code of codes) {
    const client = await api.clients.create(clientEntry({ code }))
    for (const [at, status] of sessionStatuses.entries()) {
      const session = { number: at + 1, status, date: `2026-03-${String(at + 1).padStart(2, '0')}` }
      const isRated = status === 'held'
      const responses = isRated
        ? [
            therapistResponse('attune-own-empathy', { 'own-empathy': 7 }),
            therapistResponse('attune-emotions-guess', { sadness: 1, anger: 2, fear: 2 }),
          ]
        : []
      await api.sessions.save({ log: sessionLog(client.id, { session, responses }), expectedRevision: 0 })
    }
  }
  const place = temporaryFolder()
  const choice = { clientId: null, formats: ['tables' as const], withWords: false, withPrivate: false }
  const saved = await api.exports.save({ ...choice, token: grant('ratings-folder', place) })
  const folder = join(place, saved.folder)
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { folder, text, table: (name: string) => [...readCsv(text(name))].map((row) => row!.cells) }
}

const tables = ['ratings-wide.csv', 'ratings-long.csv'] as const
const isNumber = (cell: string) => cell !== '' && Number.isFinite(Number(cell))
/** A cell without the form that a program gives it: the digits of a number, the order of a date, blanks for nothing. */
const plain = (cell: string | null): string => {
  const text = (cell ?? '').trim().replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2')
  return isNumber(text) ? String(Number(Number(text).toPrecision(12))) : text
}
const plainTable = (rows: readonly (readonly (string | null)[])[]) => rows.map((row) => row.map(plain))

test.skipIf(!has('Rscript'))(
  'fault 330: R reads every row and cell of an export by the script that comes with it, in any locale',
  async () => {
    const { folder, text, table } = await exported()
    const check = `source("read-ratings.R")
      tables <- list("ratings-wide.csv" = raw, "ratings-long.csv" = long)
      for (name in names(tables)) {
        write.csv(tables[[name]][-1], paste0("back-", name), row.names = FALSE, na = "")
        bytes <- file(paste0("codes-", name), "wb")
        writeLines(tables[[name]]$client, bytes, useBytes = TRUE)
        close(bytes)
      }
      labelled <- "attune_own_empathy_v1_therapist_after_own_empathy"
      cat(attr(ratings[[labelled]], "labels")[["Session missed"]], sum(!is.na(ratings[[labelled]])))`
    // A locale without letters beyond ASCII.
    expect(run('Rscript', check, { folder, locale: 'C' })).toMatch(`-9997 ${codes.length}`)
    for (const name of tables) {
      const [header, ...rows] = table(name)
      const [names, ...back] = table(`back-${name}`)
      expect(names).toEqual(header?.slice(1))
      expect(plainTable(back)).toEqual(plainTable(rows.map((row) => row.slice(1))))
      expect(text(`codes-${name}`).trimEnd().split('\n')).toEqual(rows.map(([code]) => code))
    }
  },
  120_000,
)

test.skipIf(!has('pspp'))(
  'fault 330: PSPP reads every row and cell of an export by the SPSS syntax that comes with it',
  async () => {
    const { folder, table } = await exported()
    const check = [
      "INSERT FILE='read-ratings.sps' SYNTAX=INTERACTIVE ENCODING='UTF8'.",
      "SAVE TRANSLATE /OUTFILE='back-ratings-wide.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.",
      'DATASET ACTIVATE long.',
      "SAVE TRANSLATE /OUTFILE='back-ratings-long.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.",
    ]
    expect(run('pspp', check.join('\n'), { folder, locale: 'C.UTF-8' })).not.toMatch(/error|warning/i)
    for (const name of tables) {
      const [header, ...rows] = table(name)
      const [names, ...back] = table(`back-${name}`)
      expect(names).toEqual(header)
      // The syntax takes the apostrophe before a formula away at the beginning of a code alone.
      const codeOf = (code: string | null | undefined) => (code === 'A;=B' ? "A;'=B" : (code ?? ''))
      const expected = rows.map(([code, ...cells]) => [codeOf(code), ...cells])
      // Reading a table as CSV takes that apostrophe away, which PSPP left.
      expect(plainTable(back.map(([code, ...cells]) => [codeOf(code), ...cells]))).toEqual(
        plainTable(expected),
      )
    }
  },
  120_000,
)
