import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { clientAlliance, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { assetsFolder, createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

const own = instrumentSchema.parse(
  JSON.parse(readFileSync(join(assetsFolder, 'instruments/attune-alliance-client.json'), 'utf8')),
)
const scales = own.scales.map(({ pairedWith: _pair, ...scale }) => scale)
const other = { ...own, id: 'lantern', version: 1, title: 'Lantern', scales }
const otherAlliance = 'client/lantern/alliance'

const steady = [8, 9, 8, 9, 8, 9, 8, 9]

/** A client who rated two forms of the alliance in each session; the other form shows a fall in the newest one. */
async function twiceRated() {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: JSON.stringify(other) })
  const { id } = await api.clients.create(clientEntry({ code: 'K-07' }))
  await api.clients.setForms({ id, instrumentIds: ['attune-alliance-client', 'lantern'] })
  const rating = (value: number) => answersOf({ goals: value, tasks: value, bond: value, overall: value })
  for (const [index, value] of [...steady, 2].entries()) {
    const log = sessionLog(id, { session: { number: index + 1 } })
    await api.sessions.save({ log, expectedRevision: 0 })
    await api.handOver.begin({ sessionId: log.session.id })
    await api.handOver.saveAnswers({
      answers: { 'attune-alliance-client': rating(steady[index] ?? 8), lantern: rating(value) },
      comment: '',
    })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  return { ...vault, id }
}

test('the chosen alliance leads the page, its prompts and Today, until the choice is taken back', async () => {
  const { api, id } = await twiceRated()
  const state = async () => {
    const { lead, isLeadChosen, prompts } = await api.clients.overview({ id })
    const fallen = (await api.today.get()).episodes.map(({ troughScore }) => troughScore)
    return { lead, isLeadChosen, rules: prompts.map(({ ruleId }) => ruleId), fallen }
  }
  const before = { lead: clientAlliance, isLeadChosen: false, rules: [], fallen: [] }
  expect(await state()).toEqual(before)
  await api.clients.setLead({ id, series: otherAlliance })
  expect(await state()).toEqual({
    lead: otherAlliance,
    isLeadChosen: true,
    rules: ['rupture-detected-not-reported'],
    fallen: [2],
  })
  await api.clients.setLead({ id, series: null })
  expect(await state()).toEqual(before)
})

test('the choice holds for one client and stays when a later session is rated on another form alone', async () => {
  const { api, id } = await twiceRated()
  const { id: second } = await api.clients.create(clientEntry())
  await api.clients.setLead({ id, series: otherAlliance })
  expect(await api.clients.overview({ id: second })).toMatchObject({
    lead: clientAlliance,
    isLeadChosen: false,
  })
  await api.clients.setForms({ id, instrumentIds: ['attune-alliance-client'] })
  const log = sessionLog(id, { session: { number: 10 } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const answers = answersOf({ goals: 8, tasks: 8, bond: 8, overall: 8 })
  await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  expect(await api.clients.overview({ id })).toMatchObject({ lead: otherAlliance, isLeadChosen: true })
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
