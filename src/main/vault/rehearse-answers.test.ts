import { readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { rehearseFirstAnswers } from './rehearse-answers.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { assetsFolder } from './testing/test-vault.ts'

const parts = { assetsFolder, now: () => new Date('2026-03-20T09:00:00.000Z'), zone: () => 'Europe/Oslo' }

afterEach(() => vi.restoreAllMocks())

test('fault 365: a rehearsal answers for made-up clients alone, in memory, and closes what it opened', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
  const checked = vi.spyOn(vaultContract.attention.today.output, 'parse')
  const closed = vi.spyOn(Database.prototype, 'close')
  await rehearseFirstAnswers({ ...parts, isOver: () => false })
  vi.unstubAllEnvs()
  expect(checked.mock.results).toHaveLength(3)
  for (const { value } of checked.mock.results) {
    // None of them was seen for weeks.
    expect(value).toMatchObject({ flagged: 100 })
    for (const { clientCode, isFictional } of value.clients)
      expect([clientCode, isFictional]).toEqual([expect.stringMatching(/^Made up \d+$/), true])
  }
  expect(closed).toHaveBeenCalledOnce()
  expect(closed.mock.contexts).toMatchObject([{ name: ':memory:', memory: true, open: false }])
  expect(readdirSync(folder)).toEqual([])
})

test('fault 365: a rehearsal ends where somebody unlocks in the middle of it', async () => {
  const checked = vi.spyOn(vaultContract.attention.today.output, 'parse')
  const closed = vi.spyOn(Database.prototype, 'close')
  let turns = 0
  await rehearseFirstAnswers({ ...parts, isOver: () => (turns += 1) > 4 })
  expect(checked).toHaveBeenCalledOnce()
  expect(closed).toHaveBeenCalledOnce()
  await rehearseFirstAnswers({ ...parts, isOver: () => true })
  expect(closed).toHaveBeenCalledOnce()
})
