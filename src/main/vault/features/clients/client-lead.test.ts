import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { clientAlliance, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { assetsFolder, createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

const own = instrumentSchema.parse(
  JSON.parse(readFileSync(join(assetsFolder, 'instruments/attune-alliance-client.json'), 'utf8')),
)
/** The same questions, summed to a score from 0 to 40. */
const scales = own.scales.map(({ pairedWith: _pair, ...scale }) =>
  scale.id === 'alliance' ? { ...scale, method: 'sum', minimum: 0, maximum: 40 } : scale,
)
const other = { ...own, id: 'lantern', version: 1, title: 'Lantern', scales }
const otherAlliance = 'client/lantern/alliance'

const steady = [8, 9, 8, 9, 8, 9, 8, 9]

type Vault = ReturnType<typeof createTestVault>

const rating = (value: number) => answersOf({ goals: value, tasks: value, bond: value, overall: value })

/** Saves a session and hands over the client's forms for these answers. */
async function rate(
  { api }: Vault,
  clientId: string,
  number: number,
  answers: Record<string, ReturnType<typeof rating>>,
) {
  const log = sessionLog(clientId, { session: { number } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  await api.handOver.saveAnswers({ answers, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
}

/** A client who rated two forms of the alliance in each session; the other form shows a fall in the newest one. */
async function twiceRated() {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: JSON.stringify(other) })
  const { id } = await api.clients.create(clientEntry({ code: 'K-07' }))
  await api.clients.setForms({ id, instrumentIds: ['attune-alliance-client', 'lantern'] })
  for (const [index, value] of [...steady, 2].entries())
    await rate(vault, id, index + 1, {
      'attune-alliance-client': rating(steady[index] ?? 8),
      lantern: rating(value),
    })
  return { ...vault, id }
}

test('the chosen alliance leads the page, its prompts and Today, until the choice is taken back', async () => {
  const { api, id } = await twiceRated()
  const state = async () => {
    const { lead, isLeadChosen, prompts } = await api.clients.overview({ id })
    const [found] = unpackRows(await api.attention.list())
    const fallen = (found?.reasons ?? []).flatMap((reason) => (reason.kind === 'fall' ? [reason.score] : []))
    return { lead, isLeadChosen, rules: prompts.map(({ ruleId }) => ruleId), fallen }
  }
  const before = { lead: clientAlliance, isLeadChosen: false, rules: [], fallen: [] }
  expect(await state()).toEqual(before)
  await api.clients.setLead({ id, series: otherAlliance })
  expect(await state()).toEqual({
    lead: otherAlliance,
    isLeadChosen: true,
    rules: ['rupture-detected-not-reported'],
    fallen: [8],
  })
  await api.clients.setLead({ id, series: null })
  expect(await state()).toEqual(before)
})

test('a prompt reads the alliance that leads on its own range, and names its form', async () => {
  const { api, id } = await twiceRated()
  await api.clients.setLead({ id, series: otherAlliance })
  const { prompts } = await api.clients.overview({ id })
  expect(prompts[0]?.because).toBe(
    'The client’s alliance rating dropped from about 34 (6 ratings) to 8 in session 9, and no rupture was noted. The alliance here is “Alliance” in “Lantern”, 0 to 40.',
  )
})

test('the choice holds for one client and stays when a later session is rated on another form alone', async () => {
  const { id, ...vault } = await twiceRated()
  const { api } = vault
  const { id: second } = await api.clients.create(clientEntry())
  await api.clients.setLead({ id, series: otherAlliance })
  expect(await api.clients.overview({ id: second })).toMatchObject({
    lead: clientAlliance,
    isLeadChosen: false,
  })
  await api.clients.setForms({ id, instrumentIds: ['attune-alliance-client'] })
  await rate(vault, id, 10, { 'attune-alliance-client': rating(8) })
  expect(await api.clients.overview({ id })).toMatchObject({ lead: otherAlliance, isLeadChosen: true })
})

test('a client who rates another form alone is not called unrated', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: JSON.stringify(other) })
  const { id } = await api.clients.create(clientEntry())
  await api.clients.setForms({ id, instrumentIds: ['lantern'] })
  for (const number of [1, 2, 3, 4]) await rate(vault, id, number, { lantern: rating(8) })
  expect((await api.clients.overview({ id })).prompts).toEqual([])
  const unrated = sessionLog(id, { session: { number: 5 } })
  await api.sessions.save({ log: unrated, expectedRevision: 0 })
  for (const number of [6, 7])
    await api.sessions.save({ log: sessionLog(id, { session: { number } }), expectedRevision: 0 })
  const { prompts } = await api.clients.overview({ id })
  expect(prompts.map(({ ruleId }) => ruleId)).toEqual(['no-client-rating'])
})

test('a client who fills in a questionnaire alone is not called unrated', async () => {
  const vault = createTestVault()
  const { api } = vault
  const { id } = await api.clients.create(clientEntry())
  await api.clients.setForms({ id, instrumentIds: ['gad-7'] })
  const answers = answersOf(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((item) => [`gad7-${item}`, 1])))
  for (const number of [1, 2, 3]) await rate(vault, id, number, { 'gad-7': answers })
  expect((await api.clients.overview({ id })).prompts).toEqual([])
})

test('an earlier version of a form that was answered in full is not called answered in part', async () => {
  const vault = createTestVault()
  const { api } = vault
  const { id } = await api.clients.create(clientEntry())
  await api.packs.import({ text: JSON.stringify(other) })
  await api.clients.setForms({ id, instrumentIds: ['lantern'] })
  await rate(vault, id, 1, { lantern: rating(8) })
  await rate(vault, id, 2, { lantern: answersOf({ goals: 8 }) })
  const items = other.items.map((item) => ({ ...item, text: `${item.text} Please rate.` }))
  await api.packs.import({ text: JSON.stringify({ ...other, version: 2, items }) })
  await rate(vault, id, 3, { lantern: rating(7) })
  const { sessions } = await api.clients.overview({ id })
  expect(sessions.clientMissing).toEqual([null, 'partly-answered', null])
})

test.each([
  ['the therapist’s own ratings', therapistAlliance],
  ['a part of the alliance', 'client/attune-alliance-client/bond'],
  ['a series that the client doesn’t have', otherAlliance],
])('%s can’t lead a client’s page', async (_what, series) => {
  const { api } = createTestVault()
  const { id } = await api.clients.create(clientEntry())
  await expect(api.clients.setLead({ id, series })).rejects.toMatchObject({
    code: 'not-found',
    places: ['series'],
  })
  expect(await api.clients.overview({ id })).toMatchObject({ isLeadChosen: false })
})
