import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { clientEntry } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { fillClient } from '../rights/testing/fill-client.ts'

const typed = '{"text":"half a sentence"}'

const drafts = (db: Database.Database): unknown[] =>
  db
    .prepare('SELECT form, subject, client_id FROM form_drafts WHERE content = ? ORDER BY form, subject')
    .raw()
    .all(typed)

const idsIn = (db: Database.Database, statement: string, id: string): string[] =>
  db.prepare<[string], string>(statement).pluck().all(id)

/** A session with a text in every form about it, about its answers that asked for attention, and about its agenda. */
async function withDrafts() {
  const vault = createTestVault()
  const { api, db } = vault
  const { clientId, sessionIds } = await fillClient(vault)
  const [id = ''] = sessionIds
  const [risk = ''] = idsIn(db, 'SELECT id FROM risk_answers WHERE session_id = ?', id)
  const [item = ''] = idsIn(db, 'SELECT id FROM agenda_items WHERE session_id = ?', id)
  const ofSession = [
    ['agenda-question', item],
    ['paper-entry', id],
    ['repair-closing', id],
    ['risk-acknowledgement', risk],
    ['risk-closing', risk],
    ['said-together', id],
    ['supervision-agreement', item],
  ] as const
  const ofPrompt = ['prompt-dismissal', `${clientId} falling-alliance 1`] as const
  for (const [form, subject] of [...ofSession, ofPrompt])
    await api.drafts.saveForm({ form, subject, clientId, content: typed })
  // The same rule about another session.
  const other = ['prompt-dismissal', `${clientId} falling-alliance 11`] as const
  await api.drafts.saveForm({ form: other[0], subject: other[1], clientId, content: typed })
  const { revision } = await api.sessions.get({ id })
  const rows = (owner: string) => ofSession.map(([form, subject]) => [form, subject, owner])
  return { ...vault, clientId, id, revision, rows, other: [...other, clientId] }
}

test('fault 350: a removed session takes every text that was being typed about it along, and an Undo brings it back', async () => {
  const { api, db, id, other } = await withDrafts()
  const before = drafts(db)
  expect(before).toHaveLength(9)
  await api.sessions.remove({ id })
  expect(drafts(db)).toEqual([other])
  await api.sessions.undoRemoval({ id })
  expect(drafts(db)).toEqual(before)
})

test('fault 350: an Undo under another number keeps the reason that was being typed with its session', async () => {
  const { api, db, id, clientId } = await withDrafts()
  await api.sessions.remove({ id })
  db.prepare('UPDATE sessions SET number = 1 WHERE client_id = ? AND number = 2').run(clientId)
  const { number } = await api.sessions.undoRemoval({ id })
  expect(number).not.toBe(1)
  expect(drafts(db)).toContainEqual(['prompt-dismissal', `${clientId} falling-alliance ${number}`, clientId])
})

test('fault 350: what is being typed about a moved session is erased with the client who has it now', async () => {
  const { api, db, id, revision, rows, other } = await withDrafts()
  const to = await api.clients.create(clientEntry({ code: 'Moss' }))
  await api.sessions.move({ id, toClientId: to.id, expectedRevision: revision })
  expect(drafts(db)).toHaveLength(8)
  expect(drafts(db)).toEqual(expect.arrayContaining([...rows(to.id), other]))
  await api.rights.erase({ clientId: to.id, typedCode: 'Moss' })
  expect(drafts(db)).toEqual([other])
})
