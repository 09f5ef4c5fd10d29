import { expect, test } from 'vitest'
import type { WorkProgress } from '#shared/imports/work-progress.ts'
import { clientEntry } from '../../testing/entries.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow } from './testing/phq-file.ts'
import { turn, untilStep } from './testing/until-step.ts'

const sessionsOfEach = 60
const fileOf = (clients: number) =>
  phqFile(
    Array.from({ length: clients * sessionsOfEach }, (_, at) => {
      const number = (at % sessionsOfEach) + 1
      const day = new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10)
      return phqRow(`Client ${Math.floor(at / sessionsOfEach)}`, day, number, at % 4, (at * 3) % 4)
    }),
  )
const file = fileOf(10)
/** Takes many slices to be checked. */
const largeFile = fileOf(100)

/** Everything that an import writes, as one text. */
const content = ({ db }: TestVault) =>
  ['clients', 'sessions', 'responses', 'session_scores', 'own_spreads', 'risk_answers', 'audit_entries']
    .map((table) => `${table} ${String(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())}`)
    .join(', ')

test('an import of many forms shows how far its saving is', async () => {
  const vault = createTestVault()
  const seen: WorkProgress[] = []
  let isOver = false
  const answer = vault.api.imports.run({ file, leavesOut: false }).finally(() => {
    isOver = true
  })
  while (!isOver) {
    const now = await vault.api.reading.progress()
    if (now !== null) seen.push(now)
    await turn()
  }
  expect(await answer).toMatchObject({ kind: 'done', done: { brought: { forms: 600, newClients: 10 } } })
  const shares = seen.flatMap(({ step, share }) => (step === 'saving' ? [share] : []))
  expect(new Set(shares).size).toBeGreaterThan(2)
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(await vault.api.reading.progress()).toBeNull()
})

test('fault 320: an import that is given up while it is saved leaves nothing, and can be done again', async () => {
  const vault = createTestVault()
  const before = content(vault)
  const answer = vault.api.imports.run({ file, leavesOut: false })
  answer.catch(() => undefined)
  await untilStep(vault, 'saving')
  expect(content(vault)).not.toBe(before)
  await vault.api.reading.cancel()
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(content(vault)).toBe(before)
  expect(await vault.api.imports.done()).toEqual([])
  expect(await vault.api.imports.run({ file, leavesOut: false })).toMatchObject({ kind: 'done' })
})

test('fault 320: a question or a save meanwhile waits, and sees all of the import or nothing', async () => {
  const vault = createTestVault()
  const answer = vault.api.imports.run({ file, leavesOut: false })
  await untilStep(vault, 'saving')
  const listed = vault.api.clients.list()
  const created = vault.api.clients.create(clientEntry({ code: 'Ash' }))
  expect(await listed).toHaveLength(10)
  await created
  expect(await answer).toMatchObject({ kind: 'done' })
  expect(await vault.api.clients.list()).toHaveLength(11)
})

test('fault 320: a preview and an undo can be given up, too', async () => {
  const vault = createTestVault()
  const preview = vault.api.imports.preview(largeFile)
  preview.catch(() => undefined)
  await untilStep(vault, 'checking')
  await vault.api.reading.cancel()
  await expect(preview).rejects.toMatchObject({ code: 'reading-cancelled' })

  await vault.api.imports.run({ file, leavesOut: false })
  const [done] = await vault.api.imports.done()
  const before = content(vault)
  const undo = vault.api.imports.undo({ id: done?.id ?? '' })
  undo.catch(() => undefined)
  await untilStep(vault, 'taking-back')
  await vault.api.reading.cancel()
  await expect(undo).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(content(vault)).toBe(before)
  expect(await vault.api.imports.undo({ id: done?.id ?? '' })).toMatchObject({ sessions: 600, kept: 0 })
})
