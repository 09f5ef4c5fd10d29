import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

test('the fictional caseload is loaded once, marked as fictional, and removed without affecting real clients', async () => {
  const { api, db } = createTestVault()
  const real = await api.clients.create(clientEntry({ code: 'Real one' }))
  await api.sessions.save({ log: sessionLog(real.id), expectedRevision: 0 })
  const loaded = await api.sample.load()
  expect(loaded.clients).toBe(12)
  expect(await api.sample.load()).toEqual({ clients: 0, sessions: 0 })
  const listed = await api.clients.list()
  expect(listed.filter(({ client }) => client.isFictional)).toHaveLength(12)

  expect(await api.sample.remove()).toEqual({ clients: 12 })
  expect((await api.clients.list()).map(({ client }) => client.code)).toEqual(['Real one'])
  for (const table of ['responses', 'session_events', 'session_versions', 'drafts'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
  expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1)
})

test('if a real client has a fictional one’s code, nothing is loaded', async () => {
  const { api } = createTestVault()
  await api.clients.create(clientEntry({ code: 'harbour' }))
  await expect(api.sample.load()).rejects.toMatchObject({ code: 'code-taken' })
  expect(await api.clients.list()).toHaveLength(1)
})
