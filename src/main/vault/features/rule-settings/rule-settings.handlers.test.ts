import { expect, test } from 'vitest'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { leadCourse } from '#shared/overview/build-overview.ts'
import { initialRuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { longestCrisisText } from '#shared/risk/crisis-text.ts'
import { createTestVault } from '../../testing/test-vault.ts'

async function sampleVault() {
  const vault = createTestVault()
  await vault.api.sample.load()
  const clients = await vault.api.clients.list()
  const idOf = (code: string) => clients.find(({ client }) => client.code === code)!.client.id
  return { ...vault, idOf }
}

const deeper = { ...initialRuleParameters, ruptureSpreads: 20, dipSpreads: 10 }

test('until somebody sets them, the parameters are the defaults and the crisis text is empty', async () => {
  const { api } = createTestVault()
  expect(await api.ruleSettings.get()).toEqual({ parameters: initialRuleParameters, crisisText: '' })
})

test('changed settings are stored, and only where they differ from the defaults', async () => {
  const { api, db } = createTestVault()
  const settings = {
    parameters: { ...initialRuleParameters, windowSessions: 4 },
    crisisText: 'Call the ward,\nthen me.',
  }
  expect(await api.ruleSettings.update(settings)).toEqual(settings)
  expect(await api.ruleSettings.get()).toEqual(settings)
  expect(db.prepare(`SELECT content FROM vault_settings WHERE name = 'rule-parameters'`).pluck().get()).toBe(
    '{"windowSessions":4}',
  )
})

test('parameters out of bounds and a crisis text that is too long are refused, and nothing changes', async () => {
  const { api } = createTestVault()
  await expect(
    api.ruleSettings.update({
      parameters: { ...initialRuleParameters, congruencePairs: 5, dipSpreads: 3 },
      crisisText: 'a'.repeat(longestCrisisText + 1),
    }),
  ).rejects.toMatchObject({
    code: 'invalid-input',
    places: expect.arrayContaining(['parameters.congruencePairs', 'crisisText']),
  })
  expect((await api.ruleSettings.get()).parameters).toEqual(initialRuleParameters)
})

test('unreadable settings give way to the defaults', async () => {
  const { api, db } = createTestVault()
  const put = db.prepare('INSERT INTO vault_settings (name, content) VALUES (?, ?)')
  put.run('rule-parameters', '{"windowSessions":1000,"ratingsBeforeFall":7}')
  put.run('crisis-text', '7')
  expect(await api.ruleSettings.get()).toEqual({
    parameters: { ...initialRuleParameters, ratingsBeforeFall: 7 },
    crisisText: '',
  })
})

test('a changed parameter affects the client’s page and Today, and is named there', async () => {
  const { api, idOf } = await sampleVault()
  const id = idOf('Lantern')
  const fallen = async () =>
    unpackRows(await api.attention.list())
      .filter(({ reasons }) => reasons.some(({ kind }) => kind === 'fall'))
      .map(({ clientCode }) => clientCode)
  expect(await fallen()).toContain('Lantern')
  expect((await api.clients.overview({ id })).changedParameters).toEqual([])
  await api.ruleSettings.update({ parameters: deeper, crisisText: '' })
  expect(await fallen()).toEqual([])
  const overview = await api.clients.overview({ id })
  expect(leadCourse(overview)?.episodes).toEqual({ client: [], therapist: [] })
  expect(overview.parameters).toEqual(deeper)
  expect(overview.changedParameters).toEqual(['dipSpreads', 'ruptureSpreads'])
})

test('a preview shows what would change for one client and changes nothing', async () => {
  const { api, idOf } = await sampleVault()
  const clientId = idOf('Lantern')
  const before = await api.clients.overview({ id: clientId })
  const preview = await api.ruleSettings.preview({ clientId, parameters: deeper })
  expect(preview.changes).toEqual(['episodes', 'prompts'])
  expect(preview.current.prompts.length).toBeGreaterThan(0)
  expect(preview.current.episodes).toEqual(leadCourse(before)?.episodes)
  expect(preview.current.congruence.map(({ found }) => found)).toEqual(
    before.courses.flatMap(({ congruence }) => congruence ?? []),
  )
  expect(preview.current.episodes.client.length).toBeGreaterThan(0)
  expect(preview.proposed.episodes).toEqual({ client: [], therapist: [] })
  expect(await api.clients.overview({ id: clientId })).toEqual(before)
  const same = await api.ruleSettings.preview({ clientId, parameters: initialRuleParameters })
  expect(same.changes).toEqual([])
  expect(same.proposed).toEqual(same.current)
})

test('a preview for an unknown client is refused', async () => {
  const { api } = createTestVault()
  await expect(
    api.ruleSettings.preview({ clientId: crypto.randomUUID() as never, parameters: deeper }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
