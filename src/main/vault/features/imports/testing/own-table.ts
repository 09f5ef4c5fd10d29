import { ownWordsColumns } from '#shared/exports/own-words-table.ts'
import { toCsv } from '#shared/csv/csv.ts'
import type { FileToImport, ImportPlan } from '#shared/imports/import-preview.ts'
import { clientEntry, sessionLog } from '../../../testing/entries.ts'
import type { TestVault } from '../../../testing/test-vault.ts'

/** A row of the table of ratings in own words: of the client Ash, who has three sessions. */
interface OwnRow {
  readonly client?: string
  readonly fictional?: 0 | 1
  readonly session: number
  readonly date?: string
  readonly kind?: 'goal' | 'problem'
  readonly item?: number
  readonly wording?: number
  readonly at?: string
  readonly value: number
  readonly words?: string | null
}

/** The days of these sessions. */
const daysOfAsh = ['2026-03-02', '2026-03-09', '2026-03-16'] as const

/** A table of ratings in own words, as Attune exports it. */
export function ownTable(...rows: OwnRow[]): Extract<FileToImport, { kind: 'attune' }> {
  const text = toCsv(
    ownWordsColumns,
    rows.map(({ client = 'Ash', fictional = 0, session, value, ...row }) => [
      client,
      fictional,
      session,
      row.date ?? daysOfAsh[session - 1] ?? '2026-03-17',
      row.kind ?? 'goal',
      row.item ?? 1,
      row.wording ?? 1,
      row.at ?? '2026-03-16T15:00:00.000Z',
      value,
      row.words === undefined ? 'Sleep' : row.words,
    ]),
  )
  return { kind: 'attune', format: 'own-words', text: text.replace(/^\u{feff}/u, '') }
}

/** Makes Ash with held sessions, and returns their ids. */
export async function makeAsh({ api }: TestVault): Promise<{ clientId: string; sessions: string[] }> {
  const client = clientEntry({ code: 'Ash' })
  await api.clients.create(client)
  const sessions: string[] = []
  for (const [at, date] of daysOfAsh.entries()) {
    const log = sessionLog(client.id, { session: { number: at + 1, date } })
    await api.sessions.save({ log, expectedRevision: 0 })
    sessions.push(log.session.id)
  }
  return { clientId: client.id, sessions }
}

/** Imports a file, without what can't be imported, and returns the id of the import. */
export async function runImport({ api }: TestVault, file: FileToImport): Promise<string> {
  const answer = await api.imports.run({ file, leavesOut: true })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer.plan))
  return answer.done.id
}

/** What an import would do. */
export async function planOf(
  { api }: TestVault,
  file: FileToImport,
): Promise<Extract<ImportPlan, { kind: 'plan' }>> {
  const plan = await api.imports.preview(file)
  if (plan.kind !== 'plan') throw new Error(`refused: ${plan.refusal.code}`)
  return plan
}

/** The rows that can't be imported, with the reason of each. */
export async function problemsOf(vault: TestVault, file: FileToImport): Promise<(string | number)[][]> {
  return (await planOf(vault, file)).problems.listed.map(({ row, code }) => [row, code])
}
