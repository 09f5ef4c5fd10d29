import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { assetsFolder, createTestVault } from '../../testing/test-vault.ts'

const gad7 = instrumentSchema.parse(
  JSON.parse(readFileSync(join(assetsFolder, 'instruments/gad-7.json'), 'utf8')),
)
const pack = (title: string) => JSON.stringify({ ...gad7, id: 'calm', version: 1, title })

test('a session comes with each version that it, its corrections or its draft were answered in', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const answered = (version: number) =>
    therapistResponse('calm', { [gad7.items[0]?.id ?? '']: 1 }, { instrumentVersion: version })
  const versions = async (sessionId: string) =>
    (await api.instruments.ofSession({ sessionId }))
      .filter(({ id }) => id === 'calm')
      .map(({ version, title }) => [version, title])

  await api.packs.import({ text: pack('First') })
  const first = sessionLog(client.id, { responses: [answered(1)] })
  await api.sessions.save({ log: first, expectedRevision: 0 })
  await api.packs.import({ text: pack('Second') })
  expect(await versions(first.session.id)).toEqual([
    [2, 'Second'],
    [1, 'First'],
  ])

  const second = sessionLog(client.id, { responses: [] })
  const { session } = second
  await api.sessions.save({ log: { ...second, session: { ...session, number: 2 } }, expectedRevision: 0 })
  expect(await versions(session.id)).toEqual([[2, 'Second']])
  await api.drafts.save({
    sessionId: session.id,
    clientId: client.id,
    baseRevision: 1,
    log: sessionLog(client.id, { session: { ...session, number: 2 }, responses: [answered(1)] }),
  })
  expect(await versions(session.id)).toEqual([
    [2, 'Second'],
    [1, 'First'],
  ])
})
