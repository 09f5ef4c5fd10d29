import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

type Resolution = 'resolved' | 'partly' | 'unresolved' | null

const withdrawal = (resolution: Resolution) => ({
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 4,
  resolution,
  tried: [],
  note: 'Not for this screen.',
})

async function notesAfter(notes: readonly (Resolution | 'nothing')[], entry: object = {}) {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'K-07', ...entry }))
  for (const [index, noted] of notes.entries()) {
    const log = sessionLog(client.id, {
      session: { number: index + 1 },
      ruptureNote: noted === 'nothing' ? null : withdrawal(noted),
    })
    await api.sessions.save({ log, expectedRevision: 0 })
  }
  return (await api.today.get()).notes
}

test('Today shows the newest noted rupture until somebody marks it as repaired', async () => {
  const [note, ...others] = await notesAfter(['resolved', 'unresolved', 'nothing'])
  expect(note).toMatchObject({ clientCode: 'K-07', number: 2, isWithdrawal: true, resolution: 'unresolved' })
  expect(others).toEqual([])
  expect(await notesAfter(['partly'])).toMatchObject([{ resolution: 'partly' }])
  expect(await notesAfter([null])).toMatchObject([{ resolution: null }])
})

test('Today shows no repaired rupture, no older one and none of a paused client', async () => {
  expect(await notesAfter(['resolved'])).toEqual([])
  expect(await notesAfter(['unresolved', 'resolved'])).toEqual([])
  expect(await notesAfter(['nothing'])).toEqual([])
  expect(await notesAfter(['unresolved'], { status: 'paused' })).toEqual([])
})
