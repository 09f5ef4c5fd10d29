import { expect, test } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const usual = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client']

async function clientInVault() {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  return { ...vault, client, log }
}

async function askedIn({ api }: TestVault, sessionId: string) {
  await api.handOver.begin({ sessionId: sessionId as never })
  const { instruments } = await api.handOver.form()
  await api.handOver.return({ passphrase: rightPassphrase })
  return instruments.map(({ id, version }) => `${id}@${version}`)
}

async function answer(
  { api }: TestVault,
  sessionId: string,
  answers: Record<string, Record<string, number>>,
) {
  await api.handOver.begin({ sessionId: sessionId as never })
  await api.handOver.saveAnswers({
    answers: Object.fromEntries(Object.entries(answers).map(([id, values]) => [id, answersOf(values)])),
    comment: '',
  })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  return (await api.sessions.get({ id: sessionId as never })).responses
}

/** Imports a short form with this version and these words. */
async function importMood({ api }: TestVault, change: Partial<Instrument> = {}) {
  const template = (await api.instruments.list()).find(({ id }) => id === 'gad-7')
  const mood = instrumentSchema.parse({ ...template, version: 1, id: 'mood', title: 'Mood', ...change })
  await api.packs.import({ text: JSON.stringify(mood) })
  return mood
}

test('a client gets Attune’s three forms until somebody chooses others', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  const forms = await api.clients.forms({ id: client.id })
  expect(forms).toMatchObject({ instrumentIds: usual, isUsual: true })
  const available = forms.available.map(({ id }) => id)
  expect(available).toEqual(expect.arrayContaining([...usual, 'phq-9', 'gad-7']))
  expect(forms.available.filter(({ respondent }) => respondent === 'therapist')).toEqual([])
  expect(await askedIn(vault, log.session.id)).toEqual(usual.map((id) => `${id}@2`))
})

test('the chosen forms are asked in their order, and only of that client', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  const instrumentIds = ['phq-9', ...usual]
  expect(await api.clients.setForms({ id: client.id, instrumentIds })).toMatchObject({
    instrumentIds,
    isUsual: false,
  })
  const asked = await askedIn(vault, log.session.id)
  expect(asked.map((form) => form.replace(/@.*/, ''))).toEqual(instrumentIds)
  const other = await api.clients.create(clientEntry())
  expect(await api.clients.forms({ id: other.id })).toMatchObject({ isUsual: true })
  await api.clients.setForms({ id: client.id, instrumentIds: usual })
  expect(await api.clients.forms({ id: client.id })).toMatchObject({ isUsual: true })
})

test('a form that is not offered to clients is refused with its place, and nothing changes', async () => {
  const { api, client } = await clientInVault()
  for (const id of ['attune-own-empathy', 'unknown'])
    await expect(api.clients.setForms({ id: client.id, instrumentIds: ['phq-9', id] })).rejects.toMatchObject(
      { code: 'form-not-offered', places: ['instrumentIds.1'] },
    )
  for (const instrumentIds of [[], ['phq-9', 'phq-9']])
    await expect(api.clients.setForms({ id: client.id, instrumentIds })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  expect(await api.clients.forms({ id: client.id })).toMatchObject({ isUsual: true })
})

test('a retired form is no longer asked, and a replacing version is', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  await importMood(vault)
  await api.clients.setForms({ id: client.id, instrumentIds: ['mood', 'gad-7'] })
  await importMood(vault, { title: 'Mood, second wording' })
  expect(await askedIn(vault, log.session.id)).toEqual(['mood@2', 'gad-7@2'])
  await api.packs.retire({ id: 'mood', version: 2 })
  expect(await askedIn(vault, log.session.id)).toEqual(['gad-7@2'])
  await api.packs.retire({ id: 'gad-7', version: 2 })
  expect(await askedIn(vault, log.session.id)).toEqual(usual.map((id) => `${id}@2`))
})

test('answers to a form stay when that form is no longer given', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  await api.clients.setForms({ id: client.id, instrumentIds: ['gad-7'] })
  await answer(vault, log.session.id, { 'gad-7': { 'gad7-1': 2 } })
  await api.clients.setForms({ id: client.id, instrumentIds: usual })
  const responses = await answer(vault, log.session.id, { 'attune-alliance-client': { goals: 7 } })
  const gad7 = responses.find(({ instrumentId }) => instrumentId === 'gad-7')
  expect(gad7?.answers['gad7-1']).toEqual({ value: 2, missingReason: null })
  expect(responses[0]).toMatchObject({ instrumentId: 'attune-alliance-client' })
})

test('answers to one version’s words never count as answers to another’s', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  await importMood(vault)
  await api.clients.setForms({ id: client.id, instrumentIds: ['mood', 'gad-7'] })
  const [first] = await answer(vault, log.session.id, { mood: { 'gad7-1': 2 } })
  await importMood(vault, { title: 'Mood, second wording' })
  const [kept] = await answer(vault, log.session.id, { 'gad-7': { 'gad7-1': 1 } })
  expect(kept).toMatchObject({ instrumentVersion: 1, answers: first?.answers })
  const [again] = await answer(vault, log.session.id, { mood: { 'gad7-2': 3 } })
  expect(again).toMatchObject({
    instrumentVersion: 2,
    answers: { 'gad7-1': { value: null, missingReason: 'skipped' }, 'gad7-2': { value: 3 } },
  })
})

test('an instrument for before a session is stored as answered before it', async () => {
  const vault = await clientInVault()
  const { api, client, log } = vault
  await importMood(vault, { occasion: 'before' })
  await api.clients.setForms({ id: client.id, instrumentIds: ['mood'] })
  expect(await answer(vault, log.session.id, { mood: { 'gad7-1': 2 } })).toMatchObject([
    { occasion: 'before' },
  ])
})
