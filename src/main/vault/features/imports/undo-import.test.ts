import { expect, test } from 'vitest'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow } from './testing/phq-file.ts'

const withRisk = (session: number | '') => phqRow('Ash', '2026-03-02', session, 0, 0, 0, 0, 0, 0, 0, 0, 2)

async function run({ api }: TestVault, file: FileToImport): Promise<string> {
  const answer = await api.imports.run({ file, leavesOut: false })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer.plan))
  return answer.done.id
}

const idsIn = ({ db }: TestVault, statement: string): string[] =>
  db.prepare<[], string>(statement).pluck().all()
const only = ([id, ...others]: readonly string[]): string => {
  if (id === undefined || others.length > 0) throw new Error('one is expected')
  return id
}

test('fault 353: a client whose removed session can still come back stays when the import is undone', async () => {
  const vault = createTestVault()
  const { api } = vault
  const done = await run(vault, phqFile([phqRow('Ash', '2026-02-02', 1), phqRow('Ash', '2026-02-09', 2)]))
  const id = only(idsIn(vault, 'SELECT id FROM sessions WHERE number = 1'))
  const { session, revision, responses } = await api.sessions.get({ id })
  const log = sessionLog(session.clientId, { session: { ...session, notes: 'Typed after the import.' } })
  await api.sessions.save({
    log: { ...log, responses: [...responses].filter(({ rater }) => rater === 'therapist') },
    expectedRevision: revision,
  })
  await api.sessions.remove({ id })

  expect(await api.imports.undo({ id: done })).toMatchObject({ clients: 0, sessions: 1, kept: 1 })
  expect(await api.sessions.removed()).toMatchObject([{ id }])
  await api.sessions.undoRemoval({ id })
  expect((await api.sessions.get({ id })).session.notes).toBe('Typed after the import.')
})

test('fault 353: an imported session stays while somebody is typing about its answer that asked for attention', async () => {
  const vault = createTestVault()
  const { api } = vault
  const done = await run(vault, phqFile([withRisk(1)]))
  const key = {
    form: 'risk-acknowledgement',
    subject: only(idsIn(vault, 'SELECT id FROM risk_answers')),
  } as const
  const clientId = (await api.clients.list())[0]?.client.id ?? null
  await api.drafts.saveForm({ ...key, clientId, content: '{"text":"half"}' })
  expect(await api.imports.undo({ id: done })).toMatchObject({ clients: 0, sessions: 0, kept: 2 })
  expect(await api.drafts.getForm(key)).toMatchObject({ content: '{"text":"half"}' })
})

test('fault 353: an imported session stays while somebody is typing why its prompt does not fit', async () => {
  const vault = createTestVault()
  const { api } = vault
  const done = await run(vault, phqFile([phqRow('Ash', '2026-02-02', 1), phqRow('Ash', '2026-02-09', 11)]))
  const client = (await api.clients.list())[0]?.client
  if (!client) throw new Error('the import made a client')
  const key = { form: 'prompt-dismissal', subject: `${client.id} a-rule 11` } as const
  await api.drafts.saveForm({ ...key, clientId: client.id, content: '{"text":"half"}' })
  expect(await api.imports.undo({ id: done })).toMatchObject({ clients: 0, sessions: 1 })
  expect(await api.drafts.getForm(key)).toMatchObject({ content: '{"text":"half"}' })
})

test('fault 353: an imported form of a session that was there stays while somebody is typing about its answer', async () => {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Ash' }))
  const log = sessionLog(client.id, { session: { number: 4, date: '2026-03-02' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  const done = await run(vault, phqFile([withRisk(4)]))
  const key = {
    form: 'risk-acknowledgement',
    subject: only(idsIn(vault, 'SELECT id FROM risk_answers')),
  } as const
  await api.drafts.saveForm({ ...key, clientId: client.id, content: '{"text":"half"}' })
  expect(await api.imports.undo({ id: done })).toMatchObject({ forms: 0, kept: 1 })
  expect((await api.today.get()).risks).toHaveLength(1)
})
