import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault } from '../testing/test-vault.ts'

interface Line {
  sequence: number
  previous: string
  hash: string
  [field: string]: unknown
}

test('an exported log can be checked by its documentation alone, and the export itself is logged afterwards', async () => {
  const vault = createTestVault()
  const file = join(temporaryFolder(), 'log.jsonl')
  for (const kind of ['vault-created', 'locked', 'unlocked'] as const) vault.auditLog.note({ kind })
  const token = vault.grant('audit-lines', file)
  expect(await vault.api.audit.export({ token, format: 'lines' })).toEqual({ entries: 3 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const entries = lines.map((line) => JSON.parse(line) as Line)
  const fields = ['sequence', 'at', 'zone', 'kind', 'clientId', 'sessionId', 'count', 'previous']
  let last = '0'.repeat(64)
  entries.forEach((entry, index) => {
    const text = JSON.stringify(fields.map((field) => entry[field]))
    expect(entry.sequence).toBe(index + 1)
    expect(entry.previous).toBe(last)
    last = createHash('sha256').update(text, 'utf8').digest('hex')
    expect(entry.hash).toBe(last)
  })
  expect(vault.db.prepare('SELECT kind, count FROM audit_entries WHERE sequence = 4').get()).toEqual({
    kind: 'log-exported',
    count: 3,
  })
})

test('the table has a heading and a row for each entry', async () => {
  const vault = createTestVault()
  const file = join(temporaryFolder(), 'log.csv')
  vault.auditLog.note({ kind: 'unlock-failed', count: 2 })
  await vault.api.audit.export({ token: vault.grant('audit-export', file), format: 'csv' })
  const [heading, row] = readFileSync(file, 'utf8').split('\r\n')
  expect(heading).toBe(
    '\uFEFF"sequence","at","zone","kind","clientId","sessionId","count","contactId","previous","hash"',
  )
  expect(row).toMatch(
    /^1,"2026-03-20T15:00:00\.000Z","Europe\/Oslo","unlock-failed",,,2,,"0{64}","[0-9a-f]{64}"$/,
  )
})

test('the log is written only to a place the user chose for this purpose', async () => {
  const vault = createTestVault()
  const file = join(temporaryFolder(), 'log.csv')
  const token = vault.grant('audit-lines', file)
  await expect(vault.api.audit.export({ token, format: 'csv' })).rejects.toMatchObject({
    code: 'file-not-granted',
  })
  expect(existsSync(file)).toBe(false)
  expect(vault.db.prepare('SELECT count(*) FROM audit_entries').pluck().get()).toBe(0)
})
