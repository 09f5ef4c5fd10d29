import { expect, test } from 'vitest'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { createRecords } from '../../records/records.ts'
import { assetsFolder, createTestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow } from './testing/phq-file.ts'

test('what rests on all sessions of a client is worked out after the last one', async () => {
  const vault = createTestVault()
  const instruments = await vault.api.instruments.list()
  const alliance = instruments.find(({ id }) => id === ownInstruments.allianceClient)
  if (alliance === undefined) throw new Error('there is no such form')
  const ratings = [7, 8, 5, 9, 6, 8, 7, 9, 4, 8, 7, 6]
  const rows = ratings.map((rating, at) =>
    phqRow('Ash', `2026-02-${10 + at}`, at + 1, ...alliance.items.map(() => rating)),
  )
  const file = phqFile(rows, {
    instrument: { id: alliance.id, version: alliance.version },
    occasion: 'after',
    items: alliance.items.map(({ id }, at) => ({ item: id, column: 3 + at })),
  })
  await vault.api.imports.run({ file, leavesOut: false })
  const spreads = () => vault.db.prepare('SELECT * FROM own_spreads ORDER BY series').all()
  const imported = spreads()
  expect(imported.length).toBeGreaterThan(0)

  const { db, clock } = vault
  const context = { db, now: () => clock.now, zone: () => 'Europe/Oslo' }
  const records = createRecords(context, { assetsFolder, onRisk: () => undefined })
  const [listed] = await vault.api.clients.list()
  records.ownSpreads.keep(listed?.client.id ?? '')
  expect(spreads()).toEqual(imported)
})
